/** The ties of a place in one sentence: how many, where, since when, how well attested. Pure. */
import { formatNumber } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { Tie } from './ties.ts';

/**
 * @param inside ties that fit the filters
 * @param outside number of the others
 * @param side of the place: a partner abroad is told by its German bodies
 * @returns '' for a place without any tie
 */
export function summaryOf(
  inside: readonly Tie[],
  outside: number,
  side: 'authority' | 'partner',
  locale: Locale
): string {
  const say = { locale };
  if (inside.length === 0) return outside > 0 ? m.place_none_inside({}, say) : '';
  const plural = (count: number) => ({ count, shown: formatNumber(count, locale) });
  const countries = new Set(inside.flatMap((tie) => tie.partners.map((partner) => partner.where)));
  const german = new Set(inside.flatMap((tie) => tie.german.map((body) => body.id)));
  const where =
    side === 'partner'
      ? m.place_sum_german(plural(german.size), say)
      : countries.size > 0
        ? m.place_sum_countries(plural(countries.size), say)
        : '';
  const years = inside.flatMap((tie) => tie.since ?? []);
  const oldest =
    years.length > 1 ? m.place_sum_oldest({ year: String(Math.min(...years)) }, say) : '';
  const confirmed = inside.filter((tie) => tie.confirmed).length;
  const ties = [m.place_sum(plural(inside.length), say), where].filter(Boolean).join(' ');
  const sentence = `${[ties, oldest].filter(Boolean).join(', ')}.`;
  const bulk = inside.length - confirmed;
  // Where all are of one kind, the heading above them says so.
  if (confirmed === 0 || bulk === 0) return sentence;
  const shown = { confirmed: formatNumber(confirmed, locale), bulk: formatNumber(bulk, locale) };
  return `${sentence} ${m.place_sum_evidence(shown, say)}.`;
}
