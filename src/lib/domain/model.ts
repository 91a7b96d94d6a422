/**
 * Vocabulary of the domain: the codes used in the database, in the published snapshot and in URLs.
 *
 * Contract: the ORDER of every list is part of the snapshot format (codes are stored as positions),
 * so new codes are appended, never inserted. Labels live in the message files.
 */

/** Kinds of German bodies that can hold a partnership. `bezirk`: Berlin and Hamburg boroughs. */
export const AUTHORITY_KINDS = [
  'gemeinde',
  'landkreis',
  'land',
  'verbandsgemeinde',
  'bezirk'
] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

/** Formalisation after the RGRE database's definitions. */
export const FORMS = [
  'unbekannt',
  'partnerschaft',
  'freundschaft',
  'kontakt',
  'projektpartnerschaft'
] as const;
export type Form = (typeof FORMS)[number];

/** Programme kinds (SKEW); a partnership has several or none. */
export const PROGRAMMES = [
  'klimapartnerschaft',
  'nachhaltigkeitspartnerschaft',
  'solidaritaetspartnerschaft',
  'betreiberpartnerschaft',
  'laenderpartnerschaft'
] as const;
export type Programme = (typeof PROGRAMMES)[number];

export const STATUSES = ['unbekannt', 'in_anbahnung', 'aktiv', 'ruhend', 'beendet'] as const;
export type Status = (typeof STATUSES)[number];

/** Why a goal is attached: named by the cited page, by a person, by programme rule, by topic rule. */
export const BASES = ['source', 'editor', 'programme', 'topic'] as const;
export type Basis = (typeof BASES)[number];

/** EU/DAC wording. */
export const RELEVANCES = ['main', 'significant'] as const;
export type Relevance = (typeof RELEVANCES)[number];

/** The layers that can attest a partnership; the position is the bit of the licence mask. */
export const LAYERS = ['wikidata-2017', 'wikipedia-2026', 'facts-2026'] as const;
export type Layer = (typeof LAYERS)[number];

/** Population classes, smallest first; `grossstadt-500` from 500,000. Gemeinden only. */
export const SIZE_CLASSES = [
  { id: 'landgemeinde', from: 0 },
  { id: 'kleinstadt', from: 5_000 },
  { id: 'mittelstadt', from: 20_000 },
  { id: 'grossstadt', from: 100_000 },
  { id: 'grossstadt-500', from: 500_000 }
] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number]['id'];

/**
 * Size class of a Gemeinde.
 * @param population inhabitants; null when not known
 * @returns the class, or null when the population is not known
 */
export function sizeClassOf(population: number | null): SizeClass | null {
  if (population === null || Number.isNaN(population)) return null;
  return SIZE_CLASSES.findLast((size) => population >= size.from)?.id ?? null;
}

export const GOALS = Array.from({ length: 17 }, (_, i) => i + 1);
