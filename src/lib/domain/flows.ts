import type { Dataset } from './dataset.ts';
import type { Selection } from './selection.ts';

export interface Flow {
  /** Row in `dataset.countries`. */
  country: number;
  partnerships: number;
  authorities: number;
}

export function flowsByCountry(_dataset: Dataset, _selection: Selection): Flow[] {
  throw new Error('not yet');
}
/** Ties in the selection per authority row. */
export function tiesByAuthority(_dataset: Dataset, _selection: Selection): Map<number, number> {
  throw new Error('not yet');
}
/** Partnership rows of one authority; all of them when selection is null. */
export function tiesOf(
  _dataset: Dataset,
  _selection: Selection | null,
  _authority: number
): number[] {
  throw new Error('not yet');
}
