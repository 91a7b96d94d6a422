/** Words for the codes of the domain, in the reader's language. */
import type { Goal } from '../domain/dataset.ts';
import type { Evidence } from '../domain/filters.ts';
import type { AuthorityKind, Basis, Form, Programme, SizeClass, Status } from '../domain/model.ts';
import type { FoundGroup } from './found.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';

type Words<K extends string> = Record<
  K,
  (inputs?: object, options?: { locale?: Locale }) => string
>;

export const formWords: Words<Form> = {
  partnerschaft: m.form_partnerschaft,
  freundschaft: m.form_freundschaft,
  kontakt: m.form_kontakt,
  projektpartnerschaft: m.form_projektpartnerschaft,
  unbekannt: m.form_unbekannt
};

export const programmeWords: Words<Programme | 'keine'> = {
  klimapartnerschaft: m.programme_klima,
  nachhaltigkeitspartnerschaft: m.programme_nachhaltigkeit,
  solidaritaetspartnerschaft: m.programme_solidaritaet,
  betreiberpartnerschaft: m.programme_betreiber,
  laenderpartnerschaft: m.programme_laender,
  keine: m.programme_keine
};

export const statusWords: Words<Status> = {
  aktiv: m.status_aktiv,
  ruhend: m.status_ruhend,
  beendet: m.status_beendet,
  in_anbahnung: m.status_in_anbahnung,
  unbekannt: m.status_unbekannt
};

export const basisWords: Words<Basis> = {
  source: m.basis_source,
  editor: m.basis_editor,
  programme: m.basis_programme,
  topic: m.basis_topic
};

export const sizeWords: Words<SizeClass> = {
  landgemeinde: m.size_landgemeinde,
  kleinstadt: m.size_kleinstadt,
  mittelstadt: m.size_mittelstadt,
  grossstadt: m.size_grossstadt,
  'grossstadt-500': m.size_grossstadt_500
};

/** As in "Partnerschaften von Mittelstädten". */
export const sizeTitleWords: Words<SizeClass> = {
  landgemeinde: m.size_title_landgemeinde,
  kleinstadt: m.size_title_kleinstadt,
  mittelstadt: m.size_title_mittelstadt,
  grossstadt: m.size_title_grossstadt,
  'grossstadt-500': m.size_title_grossstadt_500
};

export const kindWords: Words<AuthorityKind> = {
  gemeinde: m.kind_gemeinde,
  landkreis: m.kind_landkreis,
  land: m.kind_land,
  verbandsgemeinde: m.kind_verbandsgemeinde,
  bezirk: m.kind_bezirk
};

export const evidenceWords: Words<Evidence> = {
  belegt: m.evidence_belegt,
  unbestaetigt: m.evidence_unbestaetigt
};

/** Goals 1-17 in one word, for tiles. */
export const goalWords = [
  m.goal_word_1,
  m.goal_word_2,
  m.goal_word_3,
  m.goal_word_4,
  m.goal_word_5,
  m.goal_word_6,
  m.goal_word_7,
  m.goal_word_8,
  m.goal_word_9,
  m.goal_word_10,
  m.goal_word_11,
  m.goal_word_12,
  m.goal_word_13,
  m.goal_word_14,
  m.goal_word_15,
  m.goal_word_16,
  m.goal_word_17
] as const;

export const foundWords: Words<FoundGroup> = {
  authority: m.found_group_authority,
  partner: m.found_group_partner,
  country: m.found_group_country,
  postcode: m.found_group_postcode,
  alike: m.found_group_alike
};

/** Short name of a goal, without its number. */
export function goalName(goal: Goal, locale: Locale): string {
  return locale === 'de' ? goal.shortDe : goal.shortEn;
}

/** Whichever of the two names fits the language. */
export function named(thing: { nameDe: string; nameEn: string }, locale: Locale): string {
  return locale === 'de' ? thing.nameDe : thing.nameEn;
}

/** Licences that have no name of their own carry a code in the data. */
export function licenceName(licence: string, locale: Locale): string {
  if (licence === 'facts') return m.licence_facts({}, { locale });
  if (licence === 'attribution') return m.licence_attribution({}, { locale });
  return licence;
}

/** Titles that are ours stand in the data in both languages, German first. */
export function sourceTitle(title: string, locale: Locale): string {
  const [german, english] = title.split(' / ');
  return locale === 'en' && english ? english : german!;
}

/** Name of a Kreis as an area: most lack the word in the register. */
export function kreisName(name: string, locale: Locale): string {
  return name === '' || /kreis/i.test(name) ? name : m.kreis_named({ name }, { locale });
}
