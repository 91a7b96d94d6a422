/**
 * Who is engaged in what is asked: bodies anywhere in Germany with a partnership that fits.
 *
 * Contract: pure. Who is asked (Land, Kreis, size) does not count here: a neighbour across the border
 * of the Land is a neighbour. Everything else of the filters is what "engaged" means.
 */
import { catalogueOf } from './catalogue.ts';
import type { Dataset } from './dataset.ts';
import type { Filters } from './filters.ts';
import { answers, MATCH } from './states.ts';

/** The filters without their authority side. */
export const askedAbout = (filters: Filters): Filters => ({
  ...filters,
  laender: [],
  kreise: [],
  sizes: []
});

/** @returns the fitting partnership rows by authority row, ascending; bodies without any have none */
export function engagedTies(dataset: Dataset, filters: Filters): ReadonlyMap<number, number[]> {
  const { pairs } = catalogueOf(dataset);
  const answer = answers(dataset, askedAbout(filters));
  const found = new Map<number, number[]>();
  for (let pair = 0; pair < pairs.row.length; pair++) {
    if (answer(pair) !== MATCH) continue;
    const row = pairs.row[pair]!;
    const own = found.get(pairs.authority[pair]!);
    if (!own) found.set(pairs.authority[pair]!, [row]);
    else if (!own.includes(row)) own.push(row);
  }
  for (const own of found.values()) own.sort((a, b) => a - b);
  return found;
}
