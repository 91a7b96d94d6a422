/** The table of the map's page as an embed: partnerships, a few rows at a time, or Länder or Kreise. */
import { select } from '../../domain/selection.ts';
import type { ViewState } from '../../url/codec.ts';
import type { AreasView } from '../areas.ts';
import { viewSentence } from '../areawords.ts';
import { buildAtlas } from '../atlas.ts';
import { pageAddress, strayPlace } from '../embedded.ts';
import type { Here } from '../links.ts';
import { EMBED_PAGE_SIZE, sitePageOf, tableOf, type Table } from '../table.ts';
import { filterControls } from './controls.ts';
import { goalsNote, type Asked, type EmbedOf } from './embed.ts';

export interface TabelleBody {
  /** On the site: its page holds the first row of this one. */
  here: Here;
  table: Table;
  /** In place of partnerships; null where none are asked for. */
  areas: AreasView | null;
}

export function tabelleEmbed(asked: Asked): EmbedOf<TabelleBody> {
  const { data, locale, look, parsed } = asked;
  const { filters } = parsed;
  const view: ViewState = { ...parsed.view, view: 'tabelle', place: null };
  const selection = select(data.dataset, filters);
  const atlas = buildAtlas(data, { ...parsed, view }, locale, selection);
  const table = tableOf(data.dataset, data.details, selection, view, locale, EMBED_PAGE_SIZE);
  // Areas have no pages.
  const page = atlas.areas ? view.page : sitePageOf(table.page);
  const here: Here = { filters, view: { ...view, page }, locale };
  return {
    view: 'tabelle',
    title: atlas.title,
    sentence: viewSentence(atlas, locale),
    notes: goalsNote(parsed, atlas, locale),
    ground: '',
    issues: [...atlas.issues, ...strayPlace('tabelle', parsed)],
    page: pageAddress('tabelle', here, locale),
    controls: filterControls('tabelle', { ...asked, parsed: { ...parsed, view } }, atlas.choices),
    look,
    body: {
      here,
      table,
      areas: atlas.areas
    }
  };
}
