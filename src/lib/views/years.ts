/**
 * The years in which partnerships began, as bars of five years under all other filters.
 *
 * Contract: pure; the bars together hold every known year exactly once.
 */
import type { Facets } from '../domain/facets.ts';
import type { Filters } from '../domain/filters.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';

/** First year with a bar of its own; the few older ties share one. */
const START = 1950;
const STEP = 5;

export interface YearBar {
  /** Both included. */
  from: number;
  to: number;
  /** "1990–1994", "vor 1950" */
  label: string;
  partnerships: number;
  /** Wholly or partly inside the years asked for. */
  chosen: boolean;
}

export interface YearChoices {
  /** Oldest first, without gaps; empty where no year is known at all. */
  bars: YearBar[];
  /** The years asked for; null = open end. */
  from: number | null;
  to: number | null;
  unknown: { partnerships: number; chosen: boolean };
  /** Share with a known year, 0..1; null = there are no partnerships. */
  known: number | null;
}

export function yearChoicesOf(
  { from: first, counts, unknown }: Facets['years'],
  since: Filters['since'],
  locale: Locale
): YearChoices {
  const span = since === 'unbekannt' ? null : since;
  const count = (from: number, to: number) => sum(counts, from - first, to - first);
  const all = sum(counts, 0, counts.length - 1);
  const bars: YearBar[] = [];
  const add = (from: number, to: number, label: string) => {
    const chosen = span !== null && (span.from ?? 0) <= to && from <= (span.to ?? Infinity);
    bars.push({ from, to, label, partnerships: count(from, to), chosen });
  };
  const last = first + counts.length - 1;
  if (counts.length > 0 && first < START)
    add(first, START - 1, m.years_before({ year: String(START) }, { locale }));
  const start = Math.max(START, first - (first % STEP));
  if (counts.length > 0) {
    for (let year = start; year <= last; year += STEP) {
      const to = year + STEP - 1;
      add(year, to, `${year}–${to}`);
    }
  }
  return {
    bars,
    from: span?.from ?? null,
    to: span?.to ?? null,
    unknown: { partnerships: unknown, chosen: since === 'unbekannt' },
    known: all + unknown > 0 ? all / (all + unknown) : null
  };
}

/** How many began in these years, both included. */
export function startedIn({ from, counts }: Facets['years'], first: number, last: number): number {
  return sum(counts, first - from, last - from);
}

/** Sum of the entries from `start` to `end`, both included; positions outside count nothing. */
function sum(counts: readonly number[], start: number, end: number): number {
  let total = 0;
  for (let i = Math.max(0, start); i <= Math.min(end, counts.length - 1); i++) total += counts[i]!;
  return total;
}
