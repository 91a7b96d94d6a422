/**
 * When partnerships began: counts per year and per decade, as far as the year is recorded.
 *
 * Contract: pure; a partnership without a year is in `unknown` and nowhere else, it is never spread
 * over the years by guess. These are beginnings, not the number of partnerships that existed then.
 */
import type { Dataset } from './dataset.ts';
import { flowsByCountry, type Flow } from './flows.ts';
import type { Selection } from './selection.ts';

export interface Decade {
  /** First year, e.g. 1990. */
  from: number;
  partnerships: number;
  /** Where these lead, most partnerships first; German-German ones lead nowhere. */
  countries: Flow[];
}

export interface Timeline {
  /** First year of `counts`: the first of its decade; 0 where no year is known. */
  from: number;
  /** Beginnings in year `from + i`, up to the last of the last decade. */
  counts: number[];
  /** Those in which a partnership began, earliest first. */
  decades: Decade[];
  known: number;
  unknown: number;
}

/** @returns empty lists where no year is known */
export function timelineOf(dataset: Dataset, selection: Selection): Timeline {
  const { since } = dataset.partnerships;
  const byDecade = new Map<number, number[]>();
  let unknown = 0;
  for (const row of selection.rows) {
    const year = since[row]!;
    if (year === 0) {
      unknown++;
      continue;
    }
    const decade = year - (year % 10);
    const rows = byDecade.get(decade);
    if (rows) rows.push(row);
    else byDecade.set(decade, [row]);
  }
  const found = [...byDecade.keys()].sort((a, b) => a - b);
  const from = found[0] ?? 0;
  const counts = new Array<number>(found.length === 0 ? 0 : found.at(-1)! + 10 - from).fill(0);
  for (const rows of byDecade.values()) for (const row of rows) counts[since[row]! - from]!++;
  return {
    from,
    counts,
    decades: found.map((decade) => {
      const rows = byDecade.get(decade)!;
      const countries = flowsByCountry(dataset, { ...selection, rows: Uint32Array.from(rows) });
      return { from: decade, partnerships: rows.length, countries };
    }),
    known: selection.rows.length - unknown,
    unknown
  };
}
