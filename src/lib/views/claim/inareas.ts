/**
 * Länder and Kreise behind "in", in the case and with the article they need.
 *
 * Contract: pure; headings and sentences say them alike. A code without a name stays a code.
 */
import { formatList } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { placesIn, type Names } from './names.ts';

interface Saying {
  names: Pick<Names, 'kreise' | 'kreisGemeinden'>;
  locale: Locale;
}

/** "in Sachsen oder Bayern", "im Saarland oder in Bayern"; a code without a name stays a code. */
export function inLaender(
  codes: readonly string[],
  type: 'and' | 'or',
  { names, locale }: { names: Pick<Names, 'laender'>; locale: Locale }
): string {
  const phrases = codes.map((code) =>
    code === '10'
      ? m.claim_in_saarland({}, { locale })
      : m.claim_in({ name: nameOf(names.laender, code) }, { locale })
  );
  return placesIn(phrases, type, { locale });
}

/** "im Kreis Zwickau", "in den Kreisen Dachau oder München", "in der Stadt Chemnitz und im Landkreis Rostock" */
export function inKreise(kreise: readonly string[], type: 'and' | 'or', say: Saying): string {
  const { locale } = say;
  const plain = kreise.map((code) => plainName(code, say.names));
  if (plain.length > 1 && plain.every((name) => name !== null))
    return m.claim_kreise({ names: formatList(plain, locale, type) }, { locale });
  return formatList(
    kreise.map((code) => kreisPhrase(code, say)),
    locale,
    type
  );
}

/** The name that stands behind "Kreis"; null where the name says itself what it is. */
function plainName(code: string, names: Saying['names']): string | null {
  const name = nameOf(names.kreise, code);
  return townName(code, names) !== null || /region|kreis/i.test(name) ? null : name;
}

function kreisPhrase(code: string, { names, locale }: Saying): string {
  const town = townName(code, names);
  if (town !== null) return m.claim_town({ name: town }, { locale });
  const name = nameOf(names.kreise, code);
  if (/region/i.test(name)) return kreisOwn(name, locale === 'de' && !/verband/i.test(name));
  if (!/kreis/i.test(name)) return m.claim_kreis({ name }, { locale });
  // "Märkischer Kreis" is declined: "im Märkischen Kreis".
  return kreisOwn(locale === 'de' ? name.replace(/er Kreis$/, 'en Kreis') : name, false);

  function kreisOwn(own: string, feminine: boolean): string {
    return feminine
      ? m.claim_kreis_region({ name: own }, { locale })
      : m.claim_kreis_own({ name: own }, { locale });
  }
}

/** Name of a kreisfreie Stadt without its title; null for Kreise of several Gemeinden. */
export function townName(code: string, { kreise, kreisGemeinden }: Saying['names']): string | null {
  const at = kreise.findIndex((kreis) => kreis.code === code);
  const name = kreise[at]?.name ?? '';
  const count = kreisGemeinden?.[at]?.reduce((sum, n) => sum + n, 0);
  const alone = count === undefined ? name.includes(', ') : count === 1;
  return alone ? name.replace(/, .*/, '') : null;
}

export const nameOf = (list: readonly { code: string; name: string }[], code: string): string =>
  list.find((one) => one.code === code)?.name ?? code;
