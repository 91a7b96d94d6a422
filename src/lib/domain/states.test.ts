import { describe, expect, it } from 'vitest';
import { areasOf, SMALL, totalOf, type AreaLevel } from './areas.ts';
import type { Dataset } from './dataset.ts';
import { FLAG_INITIATED, FLAG_OPERATOR } from './dataset.ts';
import { NO_FILTERS, type Filters } from './filters.ts';
import { SIZE_CLASSES, sizeClassOf, STATUSES } from './model.ts';
import { select } from './selection.ts';
import { OUTSIDE, STATES, statesOf, type State } from './states.ts';
import { randomDataset, randomFilters } from './testing/dataset.ts';
import { random, type Random } from './testing/random.ts';

const membersOf = ({ partnerships: p }: Dataset, row: number) => [
  ...p.members.subarray(p.memberStart[row], p.memberStart[row + 1])
];

/** Whether one partnership, between one authority and one partner only, answers the filters. */
function fits(dataset: Dataset, row: number, ours: number, theirs: number[], filters: Filters) {
  const cut = <T extends { slice(a: number, b: number): T }>(list: T) => list.slice(row, row + 1);
  const p = dataset.partnerships;
  const single: Dataset = {
    ...dataset,
    partnerships: {
      length: 1,
      id: p.id.slice(row, row + 1),
      memberStart: Uint32Array.of(0, 1 + theirs.length),
      members: Int32Array.of(ours, ...theirs),
      form: cut(p.form),
      status: cut(p.status),
      since: cut(p.since),
      programmes: cut(p.programmes),
      goals: p.goals.map(cut) as Dataset['partnerships']['goals'],
      layers: cut(p.layers),
      flags: cut(p.flags),
      topicStart: Uint32Array.of(0, p.topicStart[row + 1]! - p.topicStart[row]!),
      topicList: p.topicList.slice(p.topicStart[row], p.topicStart[row + 1])
    }
  };
  return select(single, filters).rows.length === 1;
}

/** The question without what is not recorded of this partnership. */
function withoutUnknown(dataset: Dataset, row: number, filters: Filters): Filters {
  const p = dataset.partnerships;
  const flags = p.flags[row]!;
  const found = { ...filters };
  if (p.goals.every((mask) => mask[row] === 0))
    Object.assign(found, { goals: [], bases: [], goalsAll: false });
  if (p.form[row] === 0) found.forms = [];
  if (p.programmes[row] === 0 && !(flags & FLAG_OPERATOR)) found.programmes = [];
  if (STATUSES[p.status[row]!] === 'unbekannt' && !(flags & FLAG_INITIATED)) found.statuses = [];
  if (p.since[row] === 0) found.since = null;
  if (p.topicStart[row] === p.topicStart[row + 1]) found.topics = [];
  return found;
}

function bruteState(dataset: Dataset, filters: Filters, ours: number): State {
  const asked = { ...filters, laender: [], kreise: [], sizes: [], text: '' };
  const byText = new Set(
    select(dataset, {
      ...NO_FILTERS,
      inland: true,
      statuses: [...STATUSES],
      programmes: [],
      text: filters.text
    }).rows
  );
  let [could, records] = [false, false];
  for (let row = 0; row < dataset.partnerships.length; row++) {
    const members = membersOf(dataset, row);
    if (!members.includes(ours)) continue;
    const flags = dataset.partnerships.flags[row]!;
    const abroad = members.filter((member) => member < 0);
    const initiated =
      (flags & FLAG_INITIATED) !== 0 ||
      STATUSES[dataset.partnerships.status[row]!] === 'in_anbahnung';
    if (abroad.length === 0 && !filters.inland) continue;
    if (initiated && !filters.statuses.includes('in_anbahnung')) continue;
    if (flags & FLAG_OPERATOR && !filters.programmes.includes('betreiberpartnerschaft')) continue;
    records = true;
    const named =
      filters.text === '' ||
      byText.has(row) ||
      (flags & FLAG_OPERATOR && operatorNamed(row, filters.text));
    if (!named) continue;
    const sides = abroad.length > 0 ? abroad.map((member) => [member]) : [[]];
    for (const side of sides) {
      if (fits(dataset, row, ours, side, asked)) return 'match';
      const loose = withoutUnknown(dataset, row, asked);
      const nowhere = side.some(
        (member) => dataset.countries[dataset.partners.country[~member]!]!.region === ''
      );
      could ||= fits(dataset, row, ours, side, nowhere ? { ...loose, regions: [] } : loose);
    }
  }
  if (could) return 'attribute_unknown';
  if (records) return 'recorded_other';
  const said = dataset.confirmedNone.some(({ id }) => id === dataset.authorities.id[ours]);
  return said ? 'confirmed_none' : 'no_record';

  /** Utilities' ties are found by name only where they are asked for. */
  function operatorNamed(row: number, text: string): boolean {
    return select(dataset, {
      ...NO_FILTERS,
      inland: true,
      statuses: [...STATUSES],
      programmes: ['betreiberpartnerschaft'],
      text
    }).rows.includes(row);
  }
}

const asks = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);

/** A dataset whose denominators fit its authorities, with places nobody has recorded anything of. */
function sample(seed: number): { dataset: Dataset; silent: number[][]; r: Random } {
  const r = random(seed);
  const made = randomDataset(r, 20 + r.below(50));
  const silent = made.kreise.map(() => SIZE_CLASSES.map(() => r.below(4)));
  const kreisGemeinden = silent.map((counts) => [...counts]);
  made.authorities.kind.forEach((kind, row) => {
    const at = sizeAt(made, row);
    if (kind === 'gemeinde' && at >= 0) kreisGemeinden[made.authorities.land[row]!]![at]!++;
  });
  // The Länder of random datasets have one Kreis each.
  const quiet = made.authorities.id.filter(() => r.chance(0.1));
  const confirmedNone = quiet.map((id) => {
    const row = made.authorities.id.indexOf(id);
    const { land, kind, kreis } = made.authorities;
    const size = SIZE_CLASSES[sizeAt(made, row)]?.id ?? null;
    return { id, kind: kind[row]!, land: `0${land[row]! + 1}`, kreis: kreis[row]!, size };
  });
  return {
    dataset: { ...made, kreisGemeinden, gemeinden: kreisGemeinden, confirmedNone },
    silent,
    r
  };
}

function sizeAt({ authorities }: Dataset, row: number): number {
  const population = authorities.population[row]!;
  if (authorities.kind[row] !== 'gemeinde' || population < 0) return -1;
  return SIZE_CLASSES.findIndex(({ id }) => id === sizeClassOf(population));
}

function asked(dataset: Dataset, filters: Filters, row: number): boolean {
  const { land, kreis } = dataset.authorities;
  return (
    asks(filters.laender, dataset.laender[land[row]!]!.code) &&
    asks(filters.kreise, kreis[row]!) &&
    (filters.sizes.length === 0 ||
      filters.sizes.includes(SIZE_CLASSES[sizeAt(dataset, row)]?.id as never))
  );
}

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed + 100);

describe('states', () => {
  it.each(SEEDS)('equal brute force, seed %i', (seed) => {
    const { dataset, r } = sample(seed);
    const filters = randomFilters(r, dataset);
    const brute = Array.from({ length: dataset.authorities.length }, (_, row) =>
      asked(dataset, filters, row) ? bruteState(dataset, filters, row) : OUTSIDE
    );
    const found = [...statesOf(dataset, filters)].map((state) =>
      state === OUTSIDE ? OUTSIDE : STATES[state]
    );
    expect(found).toEqual(brute);
  });

  it('match is exactly what is selected', () => {
    for (const seed of SEEDS) {
      const { dataset, r } = sample(seed);
      const filters = randomFilters(r, dataset);
      const states = statesOf(dataset, filters);
      const fitting = [...states.keys()].filter((row) => states[row] === STATES.indexOf('match'));
      expect(fitting).toEqual([...select(dataset, filters).authorities]);
    }
  });
});

describe('areas', () => {
  it.each(SEEDS.slice(0, 30))('count every Gemeinde once, seed %i', (seed) => {
    const { dataset, r } = sample(seed);
    const filters = { ...randomFilters(r, dataset), sizes: [] };
    for (const level of ['laender', 'kreise'] as AreaLevel[]) {
      const areas = areasOf(dataset, filters, level)!;
      const states = statesOf(dataset, filters);
      for (const area of areas) {
        const { n, counts, rate, upper, coverage } = area;
        expect(STATES.reduce((sum, state) => sum + counts[state], 0)).toBe(n);
        const own = [...states.keys()].filter(
          (row) =>
            states[row] !== OUTSIDE &&
            sizeAt(dataset, row) >= 0 &&
            dataset.authorities.kreis[row]!.startsWith(area.code)
        );
        for (const state of STATES.slice(0, 4)) {
          const rows = own.filter((row) => STATES[states[row]!] === state);
          expect(counts[state], `${area.code} ${state}`).toBe(rows.length);
        }
        if (n < SMALL) expect([rate, upper, coverage]).toEqual([null, null, null]);
        else {
          expect(rate).toBeLessThanOrEqual(upper!);
          expect(rate).toBeLessThanOrEqual(coverage!);
          // What is neither a match nor known otherwise lies between rate and upper bound.
          expect(upper! + coverage! - rate!).toBeCloseTo(1, 9);
        }
      }
    }
    // Länder of random datasets are their only Kreis: both levels must agree.
    expect(totalOf(areasOf(dataset, filters, 'laender')!)).toEqual(
      totalOf(areasOf(dataset, filters, 'kreise')!)
    );
  });

  it('knows who has nothing recorded, and who said so', () => {
    const body = { kind: 'gemeinde' as const, land: '02', kreis: '02001' };
    const dataset: Dataset = {
      ...randomDataset(random(1), 0),
      kreisGemeinden: [[3], [7, 1], [0]],
      confirmedNone: [
        { ...body, id: 'a9001', size: 'landgemeinde' },
        // In no size class, so in no denominator either.
        { ...body, id: 'a9002', size: null }
      ]
    };
    const [first, second, ...rest] = areasOf(dataset, NO_FILTERS, 'kreise')!;
    expect(first).toMatchObject({ code: '01001', n: 3, rate: null, counts: { no_record: 3 } });
    expect(second).toMatchObject({ n: 8, rate: 0, upper: 7 / 8, coverage: 1 / 8 });
    expect(second!.counts).toMatchObject({ confirmed_none: 1, no_record: 7 });
    expect(rest).toEqual([]);
    expect(areasOf({ ...dataset, kreisGemeinden: null }, NO_FILTERS, 'kreise')).toBeNull();
  });
});
