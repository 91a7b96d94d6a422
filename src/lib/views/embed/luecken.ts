/** The gap matrix as an embed. */
import { GAP_MEASURES } from '../../domain/gapaxes.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { formatNumber } from '../../i18n/format.ts';
import { buildGaps, type Gaps } from '../gaps/gaps.ts';
import { gapMeasureWords } from '../gapwords.ts';
import { pageAddress } from '../embedded.ts';
import { stillView } from '../still.ts';
import { filterControls } from './controls.ts';
import { changed, type Asked, type Control, type EmbedOf } from './embed.ts';

export type LueckenBody = Pick<Gaps, 'grid' | 'legend' | 'pick' | 'nothing' | 'table'> & {
  title: string;
  measure: Gaps['question']['measure'];
};

export function lueckenEmbed(asked: Asked): EmbedOf<LueckenBody> {
  const { data, locale, look } = asked;
  const { view } = asked.parsed.view;
  const parsed = { ...asked.parsed, view: { ...stillView(asked.parsed.view, '/luecken'), view } };
  const still = { ...asked, parsed };
  const gaps = buildGaps(data, parsed, locale);
  const { atlas, title, sentence, grid, legend, pick, nothing, question, reading, table } = gaps;
  const say = { locale };
  return {
    view: 'luecken',
    title,
    sentence: nothing ? '' : sentence,
    notes: [
      ...(grid && grid.n !== null ? [m.gap_of_each({ n: formatNumber(grid.n, locale) }, say)] : []),
      ...(reading ? [reading] : [])
    ],
    ground: '',
    issues: atlas.issues,
    page: pageAddress('luecken', parsed, locale),
    controls: look.controls
      ? [measures(still), ...filterControls('luecken', still, atlas.choices)]
      : [],
    look,
    body: { grid, legend, pick, nothing, table, title, measure: question.measure }
  };
}

function measures(asked: Asked): Control {
  const { gaps } = asked.parsed.view;
  return {
    label: m.gap_measure({}, { locale: asked.locale }),
    choices: GAP_MEASURES.map((measure) => ({
      label: gapMeasureWords[measure]({}, { locale: asked.locale }),
      href: changed('luecken', asked, {}, { gaps: { ...gaps, measure } }),
      current: gaps.measure === measure
    }))
  };
}
