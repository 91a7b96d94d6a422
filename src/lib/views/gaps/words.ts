/**
 * A cell of the gap matrix in words: in the cell, in its link, in its tooltip.
 *
 * Contract: pure. Counts before rates, "x von N" before per cent, no rate under five Gemeinden.
 */
import type { GapMeasure } from '../../domain/gaps.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { upperWords } from '../areawords.ts';
import type { Head, Mark } from './marks.ts';

/** 0.034 -> `0,03`, 3.4 -> `3,4`, 34 -> `34`; never 0 for something */
export function formatDensity(value: number, locale: Locale): string {
  if (value > 0 && value < 0.005) return `<\u202f${formatDensity(0.01, locale)}`;
  const digits = value >= 10 ? 0 : value >= 1 || value === 0 ? 1 : 2;
  return value.toLocaleString(locale === 'de' ? 'de-DE' : 'en-GB', {
    minimumFractionDigits: value === 0 ? 0 : digits,
    maximumFractionDigits: digits
  });
}

/** The two lines in a cell. */
export function linesOf(
  mark: Mark,
  measure: GapMeasure,
  roomy: boolean,
  locale: Locale
): [string, string] {
  const { n, match, partnerships, rate, value } = mark;
  const number = (count: number) => formatNumber(count, locale);
  const share = (part: number | null) => (part === null ? '' : formatShare(part, locale));
  if (n === 0) return ['–', ''];
  const count = roomy
    ? m.gap_count_of({ match: number(match), n: number(n) }, { locale })
    : number(match);
  switch (measure) {
    case 'anteil':
      return match === 0 && !roomy ? ['0', ''] : [count, share(rate)];
    case 'partnerschaften':
      return [number(partnerships), ''];
    case 'je100000':
      return value === null ? ['–', ''] : [formatDensity(value, locale), ''];
    case 'einwohner':
      return value === null ? ['–', ''] : [share(value), ''];
  }
}

/** "Bayern, Osteuropa: 125 von 2.056 Gemeinden (6 %)" */
export function nameOf(mark: Mark, row: Head, column: Head, measure: GapMeasure, locale: Locale) {
  const say = { locale };
  return m.gap_cell(
    { row: titleOf(row), column: titleOf(column), words: figuresOf(mark, measure, locale) },
    say
  );
}

/** The name of a position, with the goal's number. */
export const titleOf = ({ label, goal }: Pick<Head, 'label' | 'goal'>): string =>
  goal === null ? label : `SDG\u00a0${goal} ${label}`;

function figuresOf(mark: Mark, measure: GapMeasure, locale: Locale): string {
  const say = { locale };
  const number = (count: number) => formatNumber(count, locale);
  const { n, match, rate, partnerships, value } = mark;
  if (n === 0) return m.gap_no_gemeinde({}, say);
  const share = rate === null ? '' : ` (${formatShare(rate, locale)})`;
  const bodies = m.areas_line({ count: n, match: number(match), n: number(n), share }, say);
  if (measure === 'anteil') return bodies;
  const ties = m.net_ties({ count: partnerships, shown: number(partnerships) }, say);
  if (measure === 'partnerschaften') return `${ties}, ${bodies}`;
  if (value === null) return bodies;
  const own =
    measure === 'je100000'
      ? m.gap_per({ value: formatDensity(value, locale) }, say)
      : m.gap_people({ share: formatShare(value, locale) }, say);
  return `${own}, ${bodies}`;
}

/** The same with bounds and what would be expected. */
export function tellOf(mark: Mark, name: string, locale: Locale): string {
  const { upper, coverage, expected } = mark;
  const say = { locale };
  const bounds =
    upper !== null && coverage !== null
      ? m.areas_bounds(
          { upper: upperWords(upper, locale), coverage: formatShare(coverage, locale) },
          say
        )
      : '';
  const compared =
    expected &&
    m.gap_expected_short(
      {
        value: formatExpected(expected.value, locale),
        verdict: verdictOf(expected.striking, locale)
      },
      say
    );
  return [name, bounds, compared].filter(Boolean).join('. ');
}

/** 93.24 -> `93`, 3.24 -> `3,2` */
export const formatExpected = (value: number, locale: Locale): string =>
  value >= 10 ? formatNumber(Math.round(value), locale) : formatDensity(value, locale);

export function verdictOf(striking: 'fewer' | 'more' | null, locale: Locale): string {
  const words = striking === 'fewer' ? m.gap_fewer : striking === 'more' ? m.gap_more : null;
  return (words ?? m.gap_verdict_none)({}, { locale });
}
