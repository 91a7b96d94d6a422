/** Questions in words that the gap matrix answers, each a link. */
import { m } from '../../i18n/paraglide/messages.js';
import type { GapState } from '../../url/codec.ts';
import { linkToGaps, type Here } from '../links.ts';

export interface GapPreset {
  label: string;
  href: string;
  current: boolean;
}

const QUESTIONS: readonly [(typeof m)['gap_preset_region'], Omit<GapState, 'cell'>][] = [
  [m.gap_preset_region, { row: 'land', column: 'region', measure: 'anteil' }],
  [m.gap_preset_oda, { row: 'groesse', column: 'gruppe', measure: 'anteil' }],
  // Hardly recorded: counts say more than shares of all.
  [m.gap_preset_sdg, { row: 'sdg', column: 'groesse', measure: 'partnerschaften' }],
  [m.gap_preset_size, { row: 'land', column: 'groesse', measure: 'anteil' }]
];

export function presetsOf(here: Here): GapPreset[] {
  const { row, column, measure } = here.view.gaps;
  return QUESTIONS.map(([words, question]) => ({
    label: words({}, { locale: here.locale }),
    href: linkToGaps(here, { ...question, cell: null }),
    current: question.row === row && question.column === column && question.measure === measure
  }));
}
