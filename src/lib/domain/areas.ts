/**
 * Länder and Kreise as areas: how many of their Gemeinden have a recorded partnership.
 *
 * Contract: pure. N is the number of all Gemeinden under the authority side of the filters. Rates
 * are shares of N: `rate` what is recorded, `upper` what it would be if everything unknown fitted,
 * `coverage` for how many the answer is known. With N under 5 only counts are given. The Landkreis
 * or Land as a body of its own stands beside (`body`) and is never added up.
 */
import type { Dataset } from './dataset.ts';
import type { Filters } from './filters.ts';
import { SIZE_CLASSES } from './model.ts';
import { countStates, OUTSIDE, STATES, statesOf, type State, type StateCounts } from './states.ts';

export type AreaLevel = 'laender' | 'kreise';

export interface Area {
  /** AGS: two digits of a Land, five of a Kreis. */
  code: string;
  name: string;
  /** Gemeinden asked about, at least 1. */
  n: number;
  counts: StateCounts;
  /** Shares 0..1; null where N is under 5. */
  rate: number | null;
  upper: number | null;
  coverage: number | null;
  /** State of the Landkreis or Land itself; null where there is none or sizes are asked for. */
  body: State | null;
}

/** Below this many Gemeinden a share says more than is known. */
export const SMALL = 5;

/** Berlin, Bremen, Hamburg: their Land is their Gemeinde (in Bremen two of them). */
export const CITY_STATES = ['02', '04', '11'];

/** Sums of counts, for a sentence about all areas together. */
export function totalOf(areas: readonly Area[]): { n: number; counts: StateCounts } {
  const sum = (of: (area: Area) => number) => areas.reduce((all, area) => all + of(area), 0);
  const counts = STATES.map((state) => [state, sum((area) => area.counts[state])]);
  return { n: sum((area) => area.n), counts: Object.fromEntries(counts) as StateCounts };
}

/** The three shares of N. */
export function sharesOf(n: number, counts: StateCounts) {
  return {
    rate: counts.match / n,
    upper: (counts.match + counts.attribute_unknown + counts.no_record) / n,
    coverage: (counts.match + counts.recorded_other + counts.confirmed_none) / n
  };
}

/**
 * @returns areas with at least one Gemeinde asked about, by code; null where the snapshot does not
 *   know how many Gemeinden they have
 */
export function areasOf(dataset: Dataset, filters: Filters, level: AreaLevel): Area[] | null {
  const all = gemeindenBy(dataset, filters, level);
  if (!all) return null;
  const key = level === 'laender' ? 'land' : 'kreis';
  const counted = countStates(
    dataset,
    filters,
    (body) => (body.kind === 'gemeinde' && body.size >= 0 ? body[key] : -1),
    all
  );
  const bodyOf = bodies(dataset, filters, level);
  return dataset[level].flatMap(({ code, name }, at) => {
    const n = all[at]!;
    const counts = counted[at]!;
    if (n === 0) return [];
    const shares = n < SMALL ? { rate: null, upper: null, coverage: null } : sharesOf(n, counts);
    return [{ code, name, n, counts, ...shares, body: bodyOf(code, at) }];
  });
}

/** Number of all Gemeinden under the filters' authority side, per Land or Kreis. */
export function gemeindenBy(dataset: Dataset, filters: Filters, level: AreaLevel): number[] | null {
  const { laender, kreise, gemeinden, kreisGemeinden } = dataset;
  const asked = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
  const sizes = SIZE_CLASSES.map(({ id }) => asked(filters.sizes, id));
  const sum = (counts: readonly number[]) =>
    counts.reduce((all, count, size) => (sizes[size] ? all + count : all), 0);
  const fits = (kreis: string) =>
    asked(filters.kreise, kreis) && asked(filters.laender, kreis.slice(0, 2));
  const byKreis = kreisGemeinden?.map((counts, at) => (fits(kreise[at]!.code) ? sum(counts) : 0));
  if (level === 'kreise') return byKreis ?? null;
  if (filters.kreise.length === 0)
    return gemeinden.map((counts, at) =>
      asked(filters.laender, laender[at]!.code) ? sum(counts) : 0
    );
  if (!byKreis) return null;
  return laender.map(({ code }) =>
    byKreis.reduce((all, n, at) => (kreise[at]!.code.startsWith(code) ? all + n : all), 0)
  );
}

/** States of the Landkreise or Länder as bodies, by code and position of their area. */
function bodies(dataset: Dataset, filters: Filters, level: AreaLevel) {
  const kind = level === 'laender' ? 'land' : 'landkreis';
  const states = statesOf(dataset, filters);
  const found = new Map<string, State>();
  for (const { kind: own, land, kreis } of dataset.confirmedNone)
    if (own === kind) found.set(kind === 'land' ? land : kreis, 'confirmed_none');
  dataset.authorities.kind.forEach((own, row) => {
    if (own !== kind || states[row] === OUTSIDE) return;
    const { ags, kreis } = dataset.authorities;
    found.set(kind === 'land' ? ags[row]! : kreis[row]!, STATES[states[row]!]!);
  });
  const has = (code: string, at: number) =>
    kind === 'land'
      ? !CITY_STATES.includes(code) && filters.kreise.length === 0
      : // A Kreis of one Gemeinde is a kreisfreie Stadt: one body, and it is counted already.
        (dataset.kreisGemeinden?.[at]?.reduce((sum, count) => sum + count, 0) ?? 0) > 1;
  return (code: string, at: number): State | null =>
    filters.sizes.length > 0 || !has(code, at) ? null : (found.get(code) ?? 'no_record');
}
