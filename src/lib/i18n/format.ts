/** Numbers, shares, dates and lists as Germans and the British write them. Pure. */
import type { Locale } from './locale.ts';

const TAG: Record<Locale, string> = { de: 'de-DE', en: 'en-GB' };

/** `6280` -> `6.280` / `6,280`. */
export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(TAG[locale], { useGrouping: 'always' }).format(value);
}

/** A share 0..1 as per cent; below one per cent one digit, and never `0 %` for something. */
export function formatShare(share: number, locale: Locale): string {
  const small = share > 0 && share < 0.01;
  const shown = small ? Math.max(share, 0.001) : share;
  return new Intl.NumberFormat(TAG[locale], {
    style: 'percent',
    maximumFractionDigits: small ? 1 : 0
  }).format(shown);
}

/** ISO date or timestamp -> `22.11.2026` / `22/11/2026`, in German time. */
export function formatDate(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(TAG[locale], {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'Europe/Berlin'
  }).format(new Date(iso));
}

/** `['Bayern', 'Hessen']` -> `Bayern oder Hessen`. */
export function formatList(items: string[], locale: Locale, type: 'or' | 'and' = 'or'): string {
  const list = { or: 'disjunction', and: 'conjunction' } as const;
  return new Intl.ListFormat(TAG[locale], { type: list[type] }).format(items);
}

/** Comparison of names in the order of the language's dictionary. */
export function collator(locale: Locale): Intl.Collator {
  return new Intl.Collator(TAG[locale], { sensitivity: 'base', numeric: true });
}
