import { expect, it, test } from 'vitest';
import { NO_FILTERS } from './filters.ts';
import { levels } from './levels.ts';
import { PROGRAMMES } from './model.ts';
import { select } from './selection.ts';
import { randomDataset, randomFilters } from './testing/dataset.ts';
import { random } from './testing/random.ts';

/** Bodies 0 (Land 01), 1 and 2 (Gemeinden there), 3 (Landkreis in 03), 4 (the city of Land 02). */
function small() {
  const dataset = randomDataset(random(2), 40);
  const ties = dataset.partnerships;
  dataset.authorities.kind.splice(0, 5, 'land', 'gemeinde', 'gemeinde', 'landkreis', 'gemeinde');
  dataset.authorities.land.set([0, 0, 0, 2, 1]);
  dataset.partners.country.set([0, 0, 0, 1, 2, 2]);
  ties.programmes.fill(0);
  ties.programmes[1] = 1 << PROGRAMMES.indexOf('laenderpartnerschaft');
  // Land and Gemeinde with country 0 (once together), only the Land with 1, others with 2.
  ties.members = Int32Array.from([0, ~0, 1, ~1, 0, 2, ~2, 0, ~3, 3, ~4, 4, ~5]);
  ties.memberStart = Uint32Array.from([0, 2, 4, 7, 9, 11, 13]);
  ties.length = 6;
  const selection = {
    ...select(dataset, NO_FILTERS),
    rows: Uint32Array.from([0, 1, 2, 3, 4, 5]),
    authorities: Uint32Array.from([0, 1, 2, 3, 4]),
    partners: Uint32Array.from([0, 1, 2, 3, 4, 5])
  };
  return { dataset, selection };
}

test('by hand: both, only the Land, only municipalities, a city', () => {
  const { dataset, selection } = small();
  const none = { within: [] as number[], partners: [] as number[] };
  expect(levels(dataset, selection)).toEqual([
    {
      land: 0,
      country: 0,
      state: 'both',
      own: [0, 2],
      municipal: [1, 2],
      rows: [0, 1, 2],
      within: [1],
      partners: [0, 2]
    },
    {
      land: 0,
      country: 1,
      state: 'land',
      own: [3],
      municipal: [],
      rows: [3],
      ...none,
      partners: [3]
    },
    { land: 1, country: 2, state: 'city', own: [], municipal: [5], rows: [5], ...none },
    { land: 2, country: 2, state: 'municipal', own: [], municipal: [4], rows: [4], ...none }
  ]);
});

test('only members that fit count', () => {
  const { dataset, selection } = small();
  const some = { ...selection, authorities: Uint32Array.from([1, 2]) };
  const [level, ...others] = levels(dataset, some);
  expect(others).toEqual([]);
  expect(level).toMatchObject({ state: 'municipal', own: [], municipal: [1, 2], partners: [] });
});

it.each(Array.from({ length: 30 }, (_, seed) => seed))(
  'a cell is what its two filters give, seed %i',
  (seed) => {
    const r = random(seed + 500);
    const dataset = randomDataset(r, 100);
    const filters = randomFilters(r, dataset);
    const { authorities, laender, countries } = dataset;
    for (const level of levels(dataset, select(dataset, filters))) {
      const alone = select(dataset, {
        ...filters,
        laender: [laender[level.land]!.code],
        countries: [countries[level.country]!.iso2]
      });
      expect(level.rows).toEqual([...alone.rows]);
      const kinds = [...alone.authorities].map((body) => authorities.kind[body]);
      expect(level.own.length > 0).toBe(kinds.includes('land'));
      expect(level.municipal.length > 0).toBe(kinds.some((kind) => kind !== 'land'));
      expect(level.partners.length > 0).toBe(level.own.length > 0);
    }
  }
);
