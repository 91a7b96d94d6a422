import type { Dataset } from './dataset.ts';
import type { Filters } from './filters.ts';

export interface Selection {
  /** Partnership rows, ascending. */
  rows: Uint32Array;
  /** Authority rows of any kind, ascending. */
  authorities: Uint32Array;
  /** Partner rows abroad, ascending. */
  partners: Uint32Array;
  /** Number of different countries of `partners`. */
  countries: number;
  /** `authorities` by kind; the kinds are never added up into "municipalities". */
  gemeinden: number;
  kreise: number;
  laender: number;
  /** Verbandsgemeinden and Bezirke. */
  others: number;
}

export function select(_dataset: Dataset, _filters: Filters): Selection {
  throw new Error('not yet');
}
