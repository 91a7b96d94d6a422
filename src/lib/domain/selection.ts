/**
 * What fits the filters: rows of the dataset, and how many bodies of which kind.
 *
 * Contract: pure; `authorities` and `partners` hold only the members that fit themselves (see
 * `filters.ts`), so "NRW" never counts the Thuringian side of a German-German tie.
 */
import { catalogueOf } from './catalogue.ts';
import type { Dataset } from './dataset.ts';
import type { Filters } from './filters.ts';
import { failsOf } from './match.ts';

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

/** @returns everything that fits; empty lists where nothing does */
export function select(dataset: Dataset, filters: Filters): Selection {
  const { pairs } = catalogueOf(dataset);
  const fails = failsOf(dataset, filters);
  const rows = new Uint8Array(dataset.partnerships.length);
  const bodies = new Uint8Array(dataset.authorities.length);
  // One more: "no partner abroad" (see `Sides`).
  const abroad = new Uint8Array(dataset.partners.length + 1);
  for (let pair = 0; pair < fails.length; pair++) {
    if (fails[pair] !== 0) continue;
    rows[pairs.row[pair]!] = 1;
    bodies[pairs.authority[pair]!] = 1;
    abroad[pairs.partner[pair]!] = 1;
  }
  const authorities = marked(bodies);
  const partners = marked(abroad.subarray(0, -1));
  return {
    rows: marked(rows),
    authorities,
    partners,
    countries: countCountries(dataset, partners),
    ...countKinds(dataset, authorities)
  };
}

/** Positions of the marks, ascending. */
function marked(marks: Uint8Array): Uint32Array {
  const found = new Uint32Array(marks.length);
  let count = 0;
  // Writing all and keeping those with a mark is faster than asking: marks come in no order.
  for (let i = 0; i < marks.length; i++) {
    found[count] = i;
    count += marks[i]!;
  }
  return found.slice(0, count);
}

function countCountries({ countries, partners }: Dataset, found: Uint32Array): number {
  const seen = new Uint8Array(countries.length);
  for (const row of found) seen[partners.country[row]!] = 1;
  return seen.reduce((sum, mark) => sum + mark, 0);
}

function countKinds({ authorities }: Dataset, found: Uint32Array) {
  const counts = { gemeinden: 0, kreise: 0, laender: 0, others: 0 };
  for (const row of found) {
    const kind = authorities.kind[row];
    if (kind === 'gemeinde') counts.gemeinden++;
    else if (kind === 'landkreis') counts.kreise++;
    else if (kind === 'land') counts.laender++;
    else counts.others++;
  }
  return counts;
}
