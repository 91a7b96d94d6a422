/** What the words of a claim are made from, and lists within their bounds. */
import type { Dataset } from '../../domain/dataset.ts';
import { formatList } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';

/** Lists of the dataset that give codes their names. */
export type Names = Pick<
  Dataset,
  'countries' | 'regions' | 'laender' | 'kreise' | 'kreisGemeinden' | 'topics' | 'odaYear'
>;

export interface Say {
  names: Names;
  locale: Locale;
  /** Names a list may have; a longer one is counted instead. */
  most: number;
}

/** "A oder B"; '' for none. */
export const or = (items: string[], { locale }: Pick<Say, 'locale'>): string =>
  formatList(items, locale, 'or');

/** Names behind one "in" where none needs its own: "in Bayern und Hessen", "in Bayern und im Saarland". */
export function placesIn(
  phrases: readonly string[],
  type: 'and' | 'or',
  { locale }: Pick<Say, 'locale'>
): string {
  // English says "in Türkiye or the United States", German "in der Türkei oder in den USA".
  const own = locale === 'en' ? /^in (?!.* and )/ : /^in (?!(der|den) |.* und )/;
  const plain = phrases.every((phrase) => own.test(phrase));
  const items = plain
    ? phrases.map((phrase, i) => (i === 0 ? phrase : phrase.slice(3)))
    : [...phrases];
  return formatList(items, locale, type);
}
