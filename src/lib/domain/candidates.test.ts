import { expect, it } from 'vitest';
import { candidates } from './candidates.ts';
import { NO_FILTERS } from './filters.ts';
import { select } from './selection.ts';
import { randomDataset, randomFilters } from './testing/dataset.ts';
import { random } from './testing/random.ts';

it('by hand: three bodies in one country on one goal, two of them tied elsewhere', () => {
  const dataset = randomDataset(random(2), 40);
  const ties = dataset.partnerships;
  for (const column of ties.goals) column.fill(0);
  // 0, 1 and 2 each with a partner in country 0; 0 and 1 know each other from another tie.
  ties.members = Int32Array.from([0, ~0, 1, ~1, 2, ~2, 0, 1, ~3, 0, ~3]);
  ties.memberStart = Uint32Array.from([0, 2, 4, 6, 9, 11]);
  ties.length = 5;
  dataset.partners.country.set([0, 0, 0, 1]);
  ties.goals[0].set([1 << 6, (1 << 6) | (1 << 4), 1 << 6, 1 << 6, 1 << 6]);
  const selection = {
    ...select(dataset, NO_FILTERS),
    rows: Uint32Array.from([0, 1, 2, 3, 4]),
    authorities: Uint32Array.from([0, 1, 2]),
    partners: Uint32Array.from([0, 1, 2, 3])
  };
  const country = (partner: number) => dataset.partners.country[partner]!;
  // In country 1 there are 0 and 1 only, and they have a tie: no candidates.
  expect(candidates(dataset, selection, NO_FILTERS, country)).toEqual([
    { place: 0, goal: 6, bodies: [0, 1, 2], pairs: 2, rows: [0, 1, 2] }
  ]);
  expect(candidates(dataset, selection, { ...NO_FILTERS, goals: [4] }, country)).toEqual([]);
});

it.each(Array.from({ length: 30 }, (_, seed) => seed))(
  'a group is what its filters give, and has a pair without a tie, seed %i',
  (seed) => {
    const r = random(seed + 900);
    const dataset = randomDataset(r, 120);
    const filters = { ...randomFilters(r, dataset), goals: [], goalsAll: false };
    const { partnerships: ties, partners, countries } = dataset;
    const tied = (a: number, b: number) =>
      ties.id.some((_, row) => {
        const own = ties.members.subarray(ties.memberStart[row], ties.memberStart[row + 1]);
        return own.includes(a) && own.includes(b);
      });
    const groups = candidates(
      dataset,
      select(dataset, filters),
      filters,
      (p) => partners.country[p]!
    );
    for (const { place, goal, bodies, pairs, rows } of groups) {
      const alone = select(dataset, {
        ...filters,
        goals: [goal],
        countries: [countries[place]!.iso2]
      });
      expect(rows).toEqual([...alone.rows]);
      expect(bodies).toEqual([...alone.authorities]);
      const free = bodies.flatMap((a) => bodies.filter((b) => a < b && !tied(a, b)));
      expect(pairs).toBe(free.length);
      expect(pairs).toBeGreaterThan(0);
    }
  }
);
