import { expect, it } from 'vitest';
import { cross } from './cross.ts';
import { derived } from './derived.ts';
import { flowsByLand } from './flows.ts';
import { select } from './selection.ts';
import { randomDataset, randomFilters } from './testing/dataset.ts';
import { random } from './testing/random.ts';

it.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'a cell is what its two filters give, seed %i',
  (seed) => {
    const r = random(seed + 300);
    const dataset = randomDataset(r, 80);
    const filters = randomFilters(r, dataset);
    const selection = select(dataset, filters);
    const { authorities, partners, laender, countries } = dataset;
    const cells = cross(
      dataset,
      selection,
      (body) => authorities.land[body]!,
      (partner) => partners.country[partner]!
    );
    for (const cell of cells) {
      const alone = select(dataset, {
        ...filters,
        laender: [laender[cell.left]!.code],
        countries: [countries[cell.right]!.iso2]
      });
      expect(cell.rows).toEqual([...alone.rows]);
      expect(cell.gemeinden).toBe(alone.gemeinden);
      expect(cell.authorities).toBe(alone.authorities.length);
    }
    const seen = flowsByLand(dataset, selection).map((flow) => `${flow.area} ${flow.country}`);
    expect(cells.map((cell) => `${cell.left} ${cell.right}`).sort()).toEqual(seen.sort());
  }
);

it('leaves out what has no group', () => {
  const dataset = randomDataset(random(1), 60);
  const selection = select(dataset, randomFilters(random(4), dataset));
  const { size } = derived(dataset);
  const cells = cross(
    dataset,
    selection,
    (body) => size[body]!,
    () => 0
  );
  expect(cells.every((cell) => cell.left >= 0 && cell.gemeinden === cell.authorities)).toBe(true);
  expect(
    cross(
      dataset,
      selection,
      () => -1,
      () => 0
    )
  ).toEqual([]);
});
