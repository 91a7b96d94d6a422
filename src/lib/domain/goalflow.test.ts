import { expect, it } from 'vitest';
import { NO_FILTERS } from './filters.ts';
import { goalFlow } from './goalflow.ts';
import { select } from './selection.ts';
import { randomDataset, randomFilters } from './testing/dataset.ts';
import { random } from './testing/random.ts';

it('counts by hand: three partnerships', () => {
  const dataset = randomDataset(random(2), 40);
  const ties = dataset.partnerships;
  for (const column of ties.goals) column.fill(0);
  // Authorities 0 and 1 with partner 0 on two goals; 0 with 1 and 2 on one; 1 with 2 on none.
  ties.members = Int32Array.from([0, 1, ~0, 0, ~1, ~2, 1, ~2]);
  ties.memberStart = Uint32Array.from([0, 3, 6, 8]);
  ties.goals[0][0] = 1 << 6;
  ties.goals[3][0] = 1 << 13;
  ties.goals[2][1] = 1 << 6;
  const selection = {
    ...select(dataset, NO_FILTERS),
    rows: Uint32Array.from([0, 1, 2]),
    authorities: Uint32Array.from([0, 1]),
    partners: Uint32Array.from([0, 1, 2])
  };
  const flow = goalFlow(
    dataset,
    selection,
    NO_FILTERS,
    (body) => body,
    (partner) => partner,
    9
  );
  expect(flow).toEqual({
    left: [
      { end: 1, goal: 0, rows: [2], flags: 1 },
      { end: 0, goal: 6, rows: [0, 1], flags: 3 },
      { end: 1, goal: 6, rows: [0], flags: 1 },
      { end: 0, goal: 13, rows: [0], flags: 1 },
      { end: 1, goal: 13, rows: [0], flags: 1 }
    ],
    right: [
      { end: 2, goal: 0, rows: [2], flags: 1 },
      { end: 0, goal: 6, rows: [0], flags: 2 },
      { end: 1, goal: 6, rows: [1], flags: 1 },
      { end: 2, goal: 6, rows: [1], flags: 1 },
      { end: 0, goal: 13, rows: [0], flags: 2 }
    ],
    known: 2,
    several: 1,
    none: 1
  });
  const named = { ...NO_FILTERS, bases: ['source' as const], goals: [6] };
  const some = goalFlow(
    dataset,
    selection,
    named,
    () => 0,
    () => 0,
    9
  );
  expect(some.left).toEqual([
    { end: 0, goal: 0, rows: [1, 2], flags: 2 },
    { end: 0, goal: 6, rows: [0], flags: 1 }
  ]);
});

it.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'what comes in goes out, and a band is what its filters give, seed %i',
  (seed) => {
    const r = random(seed + 500);
    const dataset = randomDataset(r, 90);
    const filters = randomFilters(r, dataset);
    const { authorities, partners, laender, countries } = dataset;
    const flow = goalFlow(
      dataset,
      select(dataset, filters),
      filters,
      (body) => authorities.land[body]!,
      (partner) => partners.country[partner]!,
      99
    );
    for (let goal = 0; goal <= 17; goal++) {
      const sum = (bands: typeof flow.left) =>
        bands.reduce((all, band) => all + (band.goal === goal ? band.flags : 0), 0);
      expect(sum(flow.left)).toBe(sum(flow.right));
    }
    const goals = ({ goal }: { goal: number }) =>
      filters.goalsAll && filters.goals.length > 1
        ? {}
        : { goals: goal === 0 ? ['keine' as const] : [goal] };
    for (const band of flow.left) {
      const land = laender[band.end]!.code;
      const alone = select(dataset, { ...filters, ...goals(band), laender: [land] });
      expect(band.rows).toEqual([...alone.rows]);
    }
    for (const band of flow.right) {
      if (band.end === 99) continue;
      const there = countries[band.end]!.iso2;
      const alone = select(dataset, { ...filters, ...goals(band), countries: [there] });
      expect(band.rows).toEqual([...alone.rows]);
    }
  }
);
