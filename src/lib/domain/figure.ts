/**
 * One figure to cite: how many of the Gemeinden asked about have a recorded partnership that fits.
 *
 * Contract: pure. N are the Gemeinden with a size class under the authority side of the filters, as
 * in `areas.ts` and `gaps.ts`. Landkreise, Länder and others stand beside and are never added up.
 * Shares are null where N is under 5; N is null where an old snapshot has no numbers per Kreis.
 */
import { gemeindenBy, sharesOf, SMALL } from './areas.ts';
import type { Dataset } from './dataset.ts';
import type { Filters } from './filters.ts';
import { besideOf } from './gaps.ts';
import type { AuthorityKind } from './model.ts';
import { countStates, type StateCounts } from './states.ts';

export interface Figure {
  match: number;
  /** N; null = not known. */
  of: number | null;
  /** Sum up to N; without N those of whom something is known, and `no_record` 0. */
  states: StateCounts;
  /** 0..1 of N. */
  rate: number | null;
  upper: number | null;
  coverage: number | null;
  /** Other bodies that match, by kind. */
  beside: Record<AuthorityKind, number>;
}

export function figureOf(dataset: Dataset, filters: Filters): Figure {
  const of = gemeindenBy(dataset, filters, 'laender')?.reduce((sum, n) => sum + n, 0) ?? null;
  const [states] = countStates(
    dataset,
    filters,
    ({ kind, size }) => (kind === 'gemeinde' && size >= 0 ? 0 : -1),
    [of ?? 0]
  ) as [StateCounts];
  const few = of === null || of < SMALL;
  return {
    match: states.match,
    of,
    states,
    ...(few ? { rate: null, upper: null, coverage: null } : sharesOf(of, states)),
    beside: besideOf(dataset, filters)
  };
}

/** Of how many the answer is known, and of how many it could be "yes". */
export const knownOf = ({ match, recorded_other, confirmed_none }: StateCounts): number =>
  match + recorded_other + confirmed_none;
export const upperOf = ({ match, attribute_unknown, no_record }: StateCounts): number =>
  match + attribute_unknown + no_record;
