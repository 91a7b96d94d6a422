import { expect, it } from 'vitest';
import { coGoals } from './cogoals.ts';
import { NO_FILTERS } from './filters.ts';
import { select } from './selection.ts';
import { randomDataset, randomFilters } from './testing/dataset.ts';
import { random } from './testing/random.ts';

it('counts by hand: three partnerships', () => {
  const dataset = randomDataset(random(2), 40);
  const goals = dataset.partnerships.goals;
  for (const column of goals) column.fill(0);
  goals[3][0] = (1 << 6) | (1 << 13);
  goals[0][1] = 1 << 6;
  goals[3][1] = 1 << 11;
  goals[2][2] = 1 << 17;
  const selection = { ...select(dataset, NO_FILTERS), rows: Uint32Array.from([0, 1, 2, 3]) };
  const { pairs, ...sums } = coGoals(dataset, selection, NO_FILTERS);
  expect(pairs).toEqual([
    { a: 6, b: 6, rows: [0, 1] },
    { a: 6, b: 11, rows: [1] },
    { a: 6, b: 13, rows: [0] },
    { a: 11, b: 11, rows: [1] },
    { a: 13, b: 13, rows: [0] },
    { a: 17, b: 17, rows: [2] }
  ]);
  expect(sums).toEqual({ known: 3, several: 2, byRule: 2 });
  const named = coGoals(dataset, selection, { ...NO_FILTERS, bases: ['source'] });
  expect(named.pairs).toEqual([{ a: 6, b: 6, rows: [1] }]);
  expect(named.byRule).toBe(0);
});

it.each(Array.from({ length: 30 }, (_, seed) => seed))(
  'a pair is what asking for both goals gives, seed %i',
  (seed) => {
    const r = random(seed + 70);
    const dataset = randomDataset(r, 60);
    const filters = { ...randomFilters(r, dataset), goals: [], goalsAll: false };
    const { pairs } = coGoals(dataset, select(dataset, filters), filters);
    for (const { a, b, rows } of pairs) {
      const both = { ...filters, goals: a === b ? [a] : [a, b], goalsAll: true };
      expect(rows).toEqual([...select(dataset, both).rows]);
    }
  }
);
