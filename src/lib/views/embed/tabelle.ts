/** The table of partnerships as an embed: a few rows at a time. */
import { select } from '../../domain/selection.ts';
import type { ViewState } from '../../url/codec.ts';
import { buildAtlas } from '../atlas.ts';
import { linkTo, type Here } from '../links.ts';
import { sentenceOf } from '../sentence.ts';
import { tableOf, type Table } from '../table.ts';
import { filterControls } from './controls.ts';
import type { Asked, EmbedOf } from './embed.ts';

/** Rows in a frame: about a screen of a phone. */
export const ROWS = 10;

export interface TabelleBody {
  here: Here;
  table: Table;
}

export function tabelleEmbed(asked: Asked): EmbedOf<TabelleBody> {
  const { data, locale, look, parsed } = asked;
  const { filters } = parsed;
  const view: ViewState = { ...parsed.view, view: 'tabelle', areas: null, place: null };
  const selection = select(data.dataset, filters);
  const atlas = buildAtlas(
    data,
    { ...parsed, view: { ...view, view: 'karte' } },
    locale,
    selection
  );
  const table = tableOf(data.dataset, data.details, selection, view, locale, ROWS);
  const here: Here = { filters, view: { ...view, page: 1 }, locale };
  return {
    view: 'tabelle',
    title: atlas.title,
    sentence: sentenceOf(atlas, locale),
    notes: [],
    ground: '',
    issues: atlas.issues,
    page: linkTo(here),
    controls: filterControls('tabelle', { ...asked, parsed: { ...parsed, view } }, atlas.choices),
    look,
    body: { here, table }
  };
}
