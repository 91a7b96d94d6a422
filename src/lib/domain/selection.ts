/**
 * What fits the filters: rows of the dataset, and how many bodies of which kind.
 *
 * Contract: pure; `authorities` and `partners` hold only the members that fit themselves (see
 * `filters.ts`), so "NRW" never counts the Thuringian side of a German-German tie.
 */
import type { Dataset } from './dataset.ts';
import type { Filters } from './filters.ts';
import { compile } from './match.ts';

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
  const { memberStart, members, length } = dataset.partnerships;
  const match = compile(dataset, filters);
  const authorities = new Uint8Array(dataset.authorities.length);
  const partners = new Uint8Array(dataset.partners.length);
  const rows: number[] = [];
  for (let row = 0; row < length; row++) {
    if (match.row(row) !== 0) continue;
    const start = memberStart[row]!;
    const end = memberStart[row + 1]!;
    let german = false;
    let abroad = false;
    let anyPartner = false;
    for (let i = start; i < end; i++) {
      const member = members[i]!;
      if (member >= 0) german ||= match.authority[member] === 0;
      else {
        anyPartner = true;
        abroad ||= match.partner[~member] === 0;
      }
    }
    if (!german || !(anyPartner ? abroad : match.partnerAsked === 0)) continue;
    rows.push(row);
    for (let i = start; i < end; i++) {
      const member = members[i]!;
      if (member >= 0) authorities[member] ||= match.authority[member] === 0 ? 1 : 0;
      else partners[~member] ||= match.partner[~member] === 0 ? 1 : 0;
    }
  }
  return {
    rows: Uint32Array.from(rows),
    authorities: marked(authorities),
    partners: marked(partners),
    countries: countCountries(dataset, partners),
    ...countKinds(dataset, authorities)
  };
}

function marked(marks: Uint8Array): Uint32Array {
  const rows: number[] = [];
  for (let i = 0; i < marks.length; i++) if (marks[i]) rows.push(i);
  return Uint32Array.from(rows);
}

function countCountries(dataset: Dataset, partners: Uint8Array): number {
  const seen = new Uint8Array(dataset.countries.length);
  for (let i = 0; i < partners.length; i++) if (partners[i]) seen[dataset.partners.country[i]!] = 1;
  return seen.reduce((sum, mark) => sum + mark, 0);
}

function countKinds(dataset: Dataset, authorities: Uint8Array) {
  const counts = { gemeinden: 0, kreise: 0, laender: 0, others: 0 };
  for (let i = 0; i < authorities.length; i++) {
    if (!authorities[i]) continue;
    const kind = dataset.authorities.kind[i];
    if (kind === 'gemeinde') counts.gemeinden++;
    else if (kind === 'landkreis') counts.kreise++;
    else if (kind === 'land') counts.laender++;
    else counts.others++;
  }
  return counts;
}
