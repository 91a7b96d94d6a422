import { expect, it } from 'vitest';
import { summaryOf } from './summary.ts';
import type { Tie } from './ties.ts';

const tie = (where: string, since: number | null, confirmed: boolean): Tie => ({
  id: `t${where}${since}`,
  german: [{ id: 'a1', name: 'Hier', where: 'Bayern' }],
  partners: [{ id: `p${where}`, name: where, where }],
  form: '',
  formKnown: false,
  status: '',
  statusKnown: false,
  since,
  programmes: [],
  topics: [],
  goals: [],
  confirmed,
  initiated: false,
  operator: false,
  layers: [],
  sources: null
});
const ties = [tie('Togo', 1999, true), tie('Polen', 2001, false), tie('Togo', null, false)];

it.each([
  [
    ties,
    0,
    'authority',
    '3 erfasste Partnerschaften in 2 Staaten, die älteste seit 1999. 1 belegt, 2 unbestätigt.'
  ],
  [ties.slice(0, 1), 0, 'authority', '1 erfasste Partnerschaft in 1 Staat.'],
  [ties.slice(0, 1), 0, 'partner', '1 erfasste Partnerschaft mit 1 deutschen Kommune.'],
  [[], 4, 'authority', 'In dieser Auswahl keine Partnerschaft.'],
  [[], 0, 'authority', '']
] as const)('%#', (inside, outside, side, words) =>
  expect(summaryOf(inside, outside, side, 'de')).toBe(words)
);
