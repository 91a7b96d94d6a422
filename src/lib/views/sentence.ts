/** The view in one sentence, with denominators: for the heading, search engines and readers. */
import { formatNumber } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { Atlas } from './atlas.ts';

type Seen = Pick<Atlas, 'counts' | 'denominator' | 'filters'>;

/**
 * e.g. "12 Partnerschaften mit 11 Orten in 7 Staaten. Erfasst bei 10 von 96 Gemeinden und 2
 * Landkreisen." Gemeinden, Landkreise and Länder are never added up.
 */
export function sentenceOf({ counts, denominator, filters }: Seen, locale: Locale): string {
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  if (counts.partnerships === 0) return m.sentence_none({}, say);
  const ties =
    counts.partners > 0
      ? m.sentence_ties(
          {
            count: counts.partnerships,
            shown: number(counts.partnerships),
            partnerCount: counts.partners,
            partners: number(counts.partners),
            countryCount: counts.countries,
            countries: number(counts.countries)
          },
          say
        )
      : m.sentence_ties_only(
          { count: counts.partnerships, shown: number(counts.partnerships) },
          say
        );
  const bodies: string[] = [];
  if (counts.gemeinden > 0 || filters.sizes.length > 0) {
    bodies.push(
      denominator === null
        ? m.sentence_gemeinden({ count: counts.gemeinden, shown: number(counts.gemeinden) }, say)
        : m.sentence_gemeinden_of(
            { of: denominator, shown: number(counts.gemeinden), all: number(denominator) },
            say
          )
    );
  }
  if (counts.kreise > 0)
    bodies.push(m.sentence_kreise({ count: counts.kreise, shown: number(counts.kreise) }, say));
  if (counts.laender > 0)
    bodies.push(m.sentence_laender({ count: counts.laender, shown: number(counts.laender) }, say));
  if (counts.others > 0)
    bodies.push(m.sentence_others({ count: counts.others, shown: number(counts.others) }, say));
  const { inland } = counts;
  const within =
    counts.partners > 0 && inland > 0
      ? `${m.sentence_inland({ count: inland, shown: number(inland) }, say)} `
      : '';
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(bodies);
  return `${ties} ${within}${m.sentence_bodies({ list }, say)}`;
}
