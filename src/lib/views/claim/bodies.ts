/**
 * Who is asked, in the case the sentence needs: "Klein- und Mittelstädten in Bayern und Hessen".
 *
 * Contract: pure. The Gemeinden of several classes or areas are one population: "und" in the plural,
 * "oder" where one is spoken of.
 */
import { CITY_STATES } from '../../domain/areas.ts';
import type { Filters } from '../../domain/filters.ts';
import { SIZE_CLASSES } from '../../domain/model.ts';
import { formatList } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { inKreise, inLaender, nameOf, townName } from './inareas.ts';
import type { Say } from './names.ts';

/** `many`: Mittelstädte; `of`: Mittelstädten; `one`: Mittelstadt. */
export type Form = 'many' | 'of' | 'one';

const BODY = {
  gemeinde: m.claim_body_gemeinde,
  landgemeinde: m.claim_body_landgemeinde,
  kleinstadt: m.claim_body_kleinstadt,
  mittelstadt: m.claim_body_mittelstadt,
  gross: m.claim_body_gross,
  grossstadt: m.claim_body_grossstadt,
  'grossstadt-500': m.claim_body_grossstadt_500
};
type Body = keyof typeof BODY;

/** What a class may be joined to by a hyphen: "Klein- und Mittelstädte". */
const NEXT: Partial<Record<Body, Body>> = { kleinstadt: 'mittelstadt', mittelstadt: 'gross' };

export function bodiesOf(filters: Filters, form: Form, say: Say): string {
  const type = form === 'one' ? 'or' : 'and';
  const classes = classesOf(filters);
  const qualified = classes.some((one) => one.startsWith('grossstadt'));
  const stemForm = form === 'one' ? 'stem_one' : 'stem';
  const words = classes.map((one, i) => {
    const stem = !qualified && NEXT[one] !== undefined && NEXT[one] === classes[i + 1];
    return BODY[one]({ form: stem ? stemForm : form }, { locale: say.locale });
  });
  return `${formatList(words, say.locale, type)} ${placeOf(filters, type, say)}`;
}

/** The name of the only Gemeinde there is: a kreisfreie Stadt or a city state; null where several. */
export function townOf({ laender, kreise }: Filters, { names }: Say): string | null {
  const [kreis, ...more] = kreise;
  if (kreis !== undefined) return more.length === 0 ? townName(kreis, names) : null;
  const land = laender.length === 1 && CITY_STATES.includes(laender[0]!) ? laender[0]! : null;
  const own = land === null ? [] : names.kreise.filter(({ code }) => code.startsWith(land));
  return own.length === 1 ? nameOf(names.laender, land!) : null;
}

function classesOf({ sizes }: Filters): Body[] {
  if (sizes.length === 0 || sizes.length === SIZE_CLASSES.length) return ['gemeinde'];
  const cities = sizes.filter((size) => size.startsWith('grossstadt'));
  const rest = sizes.filter((size) => !size.startsWith('grossstadt'));
  return cities.length === 2 ? [...rest, 'gross'] : [...rest, ...cities];
}

function placeOf({ laender, kreise }: Filters, type: 'and' | 'or', say: Say): string {
  const own = kreise.filter((code) => laender.length === 0 || laender.includes(code.slice(0, 2)));
  if (kreise.length === 0) return laenderWords(laender, type, say);
  if (own.length > 0) return kreiseWords(own, type, say);
  const [one, other] = [kreiseWords(kreise, type, say), laenderWords(laender, type, say)];
  return m.claim_both({ one, other }, { locale: say.locale });
}

function laenderWords(laender: string[], type: 'and' | 'or', say: Say): string {
  const { names, locale, most } = say;
  if (laender.length === 0 || laender.length === names.laender.length)
    return m.claim_in_germany({}, { locale });
  if (laender.length > Math.max(1, most))
    return m.claim_laender_many({ count: laender.length }, { locale });
  return inLaender(laender, type, say);
}

function kreiseWords(kreise: string[], type: 'and' | 'or', say: Say): string {
  const { locale, most } = say;
  return kreise.length > Math.max(1, most)
    ? m.claim_kreise_many({ count: kreise.length }, { locale })
    : inKreise(kreise, type, say);
}
