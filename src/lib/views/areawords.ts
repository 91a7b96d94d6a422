/**
 * Areas in words: the sentence above the picture, the lines of a tooltip, the legend.
 *
 * Contract: counts before rates, "x of N" before per cent, never a rate under five Gemeinden, and
 * never a "no" where nothing is recorded.
 */
import { STEPS, SHADES, type Shade } from '../domain/areashade.ts';
import { isFiltered, type Filters } from '../domain/filters.ts';
import { STATES, type State } from '../domain/states.ts';
import { formatList, formatNumber, formatShare } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { AreaRow, AreasView } from './areas.ts';
import type { Atlas } from './atlas.ts';
import { sentenceOf } from './sentence.ts';

type Words = (inputs?: object, options?: { locale?: Locale }) => string;

export const stateWords: Record<State, Words> = {
  match: m.state_match,
  recorded_other: m.state_other,
  attribute_unknown: m.state_unknown,
  confirmed_none: m.state_none,
  no_record: m.state_no_record
};

/** Whether partnerships of a certain kind are asked for, not only places. */
export const asksTies = (filters: Filters): boolean =>
  isFiltered({ ...filters, laender: [], kreise: [], sizes: [], inland: false });

/** The view in words, whatever it shows. */
export const viewSentence = (atlas: Atlas, locale: Locale): string =>
  atlas.areas ? areasSentence(atlas.areas, atlas.filters, locale) : sentenceOf(atlas, locale);

/** "Bei 398 von 2.056 Gemeinden ist eine Partnerschaft erfasst (19 %). Über die übrigen …" */
export function areasSentence(
  view: Pick<AreasView, 'missing' | 'n' | 'counts' | 'shares'>,
  filters: Filters,
  locale: Locale
): string {
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const { n, counts, shares } = view;
  if (view.missing) return m.areas_missing({}, say);
  if (n === 0) return m.areas_nobody({}, say);
  const share = shares ? ` (${formatShare(shares.rate, locale)})` : '';
  const inputs = { match: number(counts.match), count: n, n: number(n), share };
  const asked = asksTies(filters);
  const first = asked ? m.areas_sentence_asked(inputs, say) : m.areas_sentence(inputs, say);
  const parts = (['recorded_other', 'attribute_unknown', 'confirmed_none', 'no_record'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => rest[state]({ n: number(counts[state]) }, say));
  if (parts.length === 0) return first;
  if (counts.match + counts.no_record === n)
    return `${first} ${m.areas_rest_only({ n: number(counts.no_record) }, say)}`;
  const list = m.areas_rest({ list: formatList(parts, locale, 'and') }, say);
  const upper = asked && shares && shares.upper > shares.rate;
  const limit = upper && m.areas_upper({ share: upperWords(shares.upper, locale) }, say);
  return [first, list, limit].filter(Boolean).join(' ');
}

const rest = {
  recorded_other: m.areas_rest_other,
  attribute_unknown: m.areas_rest_unknown,
  confirmed_none: m.areas_rest_none,
  no_record: m.areas_rest_no_record
};

/** An upper bound below the whole is never written as 100 %. */
export const upperWords = (share: number, locale: Locale): string =>
  share < 1 && share > 0.99 ? m.areas_nearly_all({}, { locale }) : formatShare(share, locale);

/** What stands on the map itself: name and share; null where there is no share to give. */
export function areaTag({ label, rate }: AreaRow, locale: Locale): [string, string] | null {
  return rate === null ? null : [label, formatShare(rate, locale)];
}

/** One line: for a title, for the accessible name. */
export function areaLine(row: AreaRow, locale: Locale): string {
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  if (row.n === 1) return `${row.label}: ${stateWords[stateOfOne(row)]({}, say)}`;
  const share = row.rate === null ? '' : ` (${formatShare(row.rate, locale)})`;
  const words = m.areas_line(
    { count: row.n, match: number(row.counts.match), n: number(row.n), share },
    say
  );
  return `${row.label}: ${words}`;
}

/** The tooltip: name and share, bounds, the five states, the body itself. */
export function areaLines(row: AreaRow, locale: Locale): string[] {
  const say = { locale };
  const lines = [areaLine(row, locale)];
  if (row.upper !== null && row.coverage !== null)
    lines.push(
      m.areas_bounds(
        { upper: upperWords(row.upper, locale), coverage: formatShare(row.coverage, locale) },
        say
      )
    );
  if (row.n > 1)
    for (const state of STATES)
      lines.push(`${stateWords[state]({}, say)}: ${formatNumber(row.counts[state], locale)}`);
  if (row.body) lines.push(bodyLine(row, row.body, locale));
  return lines;
}

function bodyLine({ code }: AreaRow, body: State, locale: Locale): string {
  const state = stateWords[body]({}, { locale });
  return code.length === 2
    ? m.areas_body_land({ state }, { locale })
    : m.areas_body_kreis({ state }, { locale });
}

/** The state of an area with a single Gemeinde. */
export const stateOfOne = ({ counts }: AreaRow): State =>
  STATES.find((state) => counts[state] > 0) ?? 'no_record';

/** Words of the legend, e.g. "10 bis unter 20 %". */
export function shadeWords(shade: Shade, locale: Locale): string {
  const say = { locale };
  const step = SHADES.indexOf(shade);
  const percent = (at: number) => String(Math.round(STEPS[at]! * 100));
  if (step === 0) return m.areas_step_first({ to: percent(1) }, say);
  if (step === STEPS.length - 1) return m.areas_step_last({ from: percent(step) }, say);
  if (step < STEPS.length) return m.areas_step({ from: percent(step), to: percent(step + 1) }, say);
  return {
    few: m.areas_few,
    few_other: m.areas_few_other,
    confirmed: m.areas_confirmed,
    empty: m.areas_empty
  }[shade as 'few']({}, say);
}
