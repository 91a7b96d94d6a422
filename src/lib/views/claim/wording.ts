/**
 * A figure as one sentence: "12 von 96 Mittelstädten in Sachsen haben eine erfasste Partnerschaft in
 * Namibia (Stand 22.11.2026, Abdeckung 54 %)."
 *
 * Contract: pure; complete by itself, with Stand and coverage, so that it can be cited alone. Under
 * five Gemeinden counts stand in place of shares. Shorter than MOST_LETTERS: long lists of names are
 * counted instead, and where that is not enough the filters are no longer spelled out.
 */
import { knownOf, type Figure } from '../../domain/figure.ts';
import { NO_FILTERS, type Filters } from '../../domain/filters.ts';
import { formatDate, formatNumber } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { upperWords } from '../areawords.ts';
import { anyObject, basesWords, objectOf } from './asked.ts';
import { bodiesOf, townOf, type Form } from './bodies.ts';
import type { Names, Say } from './names.ts';
import { isAbroadOnly } from './where.ts';

export const MOST_LETTERS = 400;

export interface Wording {
  /** With a full stop. */
  sentence: string;
  /** The sentence again, its beginning apart: "12 von 96" and the rest with its blank. */
  lead: string;
  rest: string;
}

/** The snapshot that is cited. */
export interface Stand {
  /** ISO timestamp. */
  publishedAt: string;
  /** Title of a snapshot of some sources only; null = all of them. */
  edition: string | null;
}

export function wordingOf(
  figure: Figure,
  filters: Filters,
  names: Names,
  locale: Locale,
  stand: Stand
): Wording {
  for (const most of [4, 2, 1, 0]) {
    const found = worded(figure, filters, { names, locale, most }, stand);
    if (found.sentence.length < MOST_LETTERS) return found;
  }
  return worded(figure, filters, { names, locale, most: 0 }, stand, true);
}

/** @param short the filters are not spelled out */
function worded(figure: Figure, filters: Filters, say: Say, stand: Stand, short = false): Wording {
  const words = { locale: say.locale };
  const notes = notesOf(figure, short ? NO_FILTERS : filters, say, stand);
  if (figure.of === 0) {
    const bodies = bodiesOf(filters, 'one', say);
    return { sentence: m.claim_nobody({ bodies, notes }, words), lead: '', rest: '' };
  }
  const town = figure.of === 1 ? townOf(filters, say) : null;
  const { lead, form } = town === null ? leadOf(figure, say.locale) : { lead: town, form: null };
  const only = figure.of === 1;
  const some = !only || figure.match > 0;
  const sentence = m
    .claim_sentence(
      {
        lead,
        bodies: form === null ? '' : bodiesOf(filters, form, say),
        verb: m.claim_verb({ count: only ? 1 : Math.max(1, figure.match) }, words),
        object: short ? anyObject(some, say) : objectOf(filters, some, say),
        notes
      },
      words
    )
    .replace(/ {2,}/g, ' ');
  return { sentence, lead, rest: sentence.slice(lead.length) };
}

/** How it begins, and the case that follows. */
function leadOf({ match, of }: Figure, locale: Locale): { lead: string; form: Form } {
  const say = { locale };
  const number = { match: formatNumber(match, locale), of: formatNumber(of ?? 0, locale) };
  if (of === null) {
    if (match === 0) return { lead: m.claim_lead_open_none({}, say), form: 'one' };
    if (match === 1) return { lead: m.claim_lead_open_one({}, say), form: 'one' };
    return { lead: number.match, form: 'many' };
  }
  if (of === 1) return { lead: m.claim_lead_only({}, say), form: 'one' };
  if (of === 2) {
    if (match === 0) return { lead: m.claim_lead_two_none({}, say), form: 'many' };
    if (match === 1) return { lead: m.claim_lead_two_one({}, say), form: 'many' };
    return { lead: m.claim_lead_two_all({}, say), form: 'many' };
  }
  if (match === 0) return { lead: m.claim_lead_none(number, say), form: 'many' };
  if (match === of) return { lead: m.claim_lead_all(number, say), form: 'many' };
  if (match === 1) return { lead: m.claim_lead_one(number, say), form: 'of' };
  return { lead: m.claim_lead_some(number, say), form: 'of' };
}

/** What stands in brackets: what narrows the goals, what "ODA" means, of which sources, Stand, coverage. */
function notesOf(figure: Figure, filters: Filters, say: Say, cited: Stand): string {
  const { names, locale } = say;
  const words = { locale };
  const stand = m.claim_note_stand({ date: formatDate(cited.publishedAt, locale) }, words);
  const { edition } = cited;
  const only = edition === null ? '' : m.claim_note_edition({ title: edition }, words);
  if (figure.of === 0) return [only, stand].filter(Boolean).join('; ');
  const oda = filters.south ? m.claim_note_oda({ year: names.odaYear }, words) : '';
  const coverage = coverageOf(figure, locale);
  const abroad = figure.of !== null && filters.inland && isAbroadOnly(filters);
  const known = abroad ? m.claim_note_inland({ coverage }, words) : coverage;
  return [basesWords(filters, say), oda, only, `${stand}, ${known}`].filter(Boolean).join('; ');
}

function coverageOf({ of, states, coverage }: Figure, locale: Locale): string {
  const say = { locale };
  if (of === null) return m.claim_note_open({}, say);
  if (coverage !== null) return m.claim_note_coverage({ share: upperWords(coverage, locale) }, say);
  const number = (value: number) => formatNumber(value, locale);
  return m.claim_note_coverage_few({ known: number(knownOf(states)), of: number(of) }, say);
}
