/** What is known of a place beside its partnerships: networks, good examples, civil society. */
import type { Details } from '../domain/detail.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';

export interface ExtraLine {
  key: string;
  title: string;
  /** Year, partner, kind: what stands beside the title. */
  about: string;
  text: string;
  /** What the reader must know before believing it. */
  caveat: string;
  url: string;
}

export interface PlaceExtrasView {
  memberships: ExtraLine[];
  examples: ExtraLine[];
  actors: ExtraLine[];
}

/** @returns null when nothing is known, or the details are not here yet */
export function extrasOf(
  details: Details | null,
  id: string,
  locale: Locale
): PlaceExtrasView | null {
  const extras = details?.extras;
  if (!extras) return null;
  const say = { locale };
  const memberships = extras.memberships
    .filter((line) => line.authority === id)
    .map((line, i): ExtraLine => ({
      key: `m${i}`,
      title: line.programme,
      about: line.year || m.extras_year_unknown({}, say),
      text: '',
      caveat: caveatOf(line.caveat, locale),
      url: line.url
    }));
  const examples = extras.examples
    .filter((line) => line.authority === id)
    .map((line): ExtraLine => ({
      key: line.id,
      title: line.title,
      about: line.partnerName,
      text: line.summary,
      caveat: '',
      url: line.url
    }));
  const actors = extras.actors
    .filter((line) => line.authority === id || line.partner === id)
    .map((line): ExtraLine => ({
      key: line.id,
      title: line.name,
      about: [actorKind(line.kind, locale), line.partnerName, line.since ? String(line.since) : '']
        .filter(Boolean)
        .join(', '),
      text: '',
      caveat: line.note,
      url: line.url
    }));
  return memberships.length + examples.length + actors.length > 0
    ? { memberships, examples, actors }
    : null;
}

function caveatOf(code: string, locale: Locale): string {
  const say = { locale };
  if (code === 'draft_only') return m.extras_caveat_draft({}, say);
  if (code === 'report_or_statement') return m.extras_caveat_report({}, say);
  if (code === 'accompanied') return m.extras_caveat_accompanied({}, say);
  return code;
}

/** @returns '' for a kind that nobody has a word for */
export function actorKind(kind: string, locale: Locale): string {
  const say = { locale };
  switch (kind) {
    case 'partnerschaftsverein':
      return m.actor_partnerschaftsverein({}, say);
    case 'freundeskreis':
      return m.actor_freundeskreis({}, say);
    case 'eine_welt_verein':
      return m.actor_eine_welt_verein({}, say);
    case 'schule':
      return m.actor_schule({}, say);
    case 'kommunales_unternehmen':
      return m.actor_kommunales_unternehmen({}, say);
    case 'hochschule':
      return m.actor_hochschule({}, say);
    case 'krankenhaus':
      return m.actor_krankenhaus({}, say);
    case 'kirchengemeinde':
      return m.actor_kirchengemeinde({}, say);
    default:
      return '';
  }
}
