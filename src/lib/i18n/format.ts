/** Numbers, shares, dates and lists as Germans and the British write them. Pure. */
import type { Locale } from './locale.ts';

const TAG: Record<Locale, string> = { de: 'de-DE', en: 'en-GB' };

/** Making one of these costs far more than using it: a page formats thousands of numbers. */
function once<T>(make: (tag: string) => T): (locale: Locale) => T {
  const made: Partial<Record<Locale, T>> = {};
  return (locale) => (made[locale] ??= make(TAG[locale]));
}

const whole = once((tag) => new Intl.NumberFormat(tag, { useGrouping: 'always' }));
const percent = [0, 1].map((maximumFractionDigits) =>
  once((tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits }))
);
const lists = {
  or: once((tag) => new Intl.ListFormat(tag, { type: 'disjunction' })),
  and: once((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }))
};
const day = once(
  (tag) =>
    new Intl.DateTimeFormat(tag, {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      timeZone: 'Europe/Berlin'
    })
);

/** `6280` -> `6.280` / `6,280`. */
export function formatNumber(value: number, locale: Locale): string {
  return whole(locale).format(value);
}

/** A share 0..1 as per cent; below one per cent one digit, and never `0 %` for something. */
export function formatShare(share: number, locale: Locale): string {
  const small = share > 0 && share < 0.01;
  const shown = small ? Math.max(share, 0.001) : share;
  return percent[small ? 1 : 0]!(locale).format(shown);
}

/** ` (4 %)` behind "x of N"; '' where N is under 5: a share would say more than is known. */
export const shareNote = (part: number, whole: number, locale: Locale): string =>
  whole < 5 ? '' : ` (${formatShare(part / whole, locale)})`;

/** ISO date or timestamp -> `22.11.2026` / `22/11/2026`, in German time. */
export function formatDate(iso: string, locale: Locale): string {
  return day(locale).format(new Date(iso));
}

/** `['Bayern', 'Hessen']` -> `Bayern oder Hessen`. */
export function formatList(items: string[], locale: Locale, type: 'or' | 'and' = 'or'): string {
  return lists[type](locale).format(items);
}

/** Comparison of names in the order of the language's dictionary. */
export const collator = once(
  (tag) => new Intl.Collator(tag, { sensitivity: 'base', numeric: true })
);

/** The day in Germany, `2026-11-22`: what is valid "today" does not follow the reader's clock zone. */
export const dayInGermany = (moment: Date = new Date()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(moment);

/** A day, month or year of the data: `2026-06-30` -> `30.06.2026`, `2026-06` -> `06/2026`, `2026`. */
export function formatPartialDate(date: string, locale: Locale): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return formatDate(date, locale);
  const [year, month] = date.split('-');
  return month ? `${month}/${year}` : year!;
}

/** Quotation marks for words that stand in quotation marks already. */
export const innerQuotes = (words: string): string =>
  words.replace(/„([^“]*)“/g, '‚$1‘').replace(/“([^”]*)”/g, '‘$1’');
