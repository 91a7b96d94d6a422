/** One line of a comparison: who with whom, what differs, where it can be read. Pure. */
import type { KeptTie, Side } from '../../domain/delta.ts';
import { localise, type Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { sourceTitle } from '../labels.ts';
import { authorityMember, tieOf, type Member, type SourceLine } from '../ties.ts';
import { changeWords, listOf, type Names } from './words.ts';

/** A snapshot, and whether links into it must name it. */
export interface NamedSide extends Side {
  version: number;
  isCurrent: boolean;
}
export interface Sides {
  before: NamedSide;
  after: NamedSide;
}

export interface LinkedMember extends Member {
  href: string;
}

export interface DeltaItem {
  /** `t…`, or `a…` of a body. */
  id: string;
  german: LinkedMember[];
  partners: LinkedMember[];
  /** What differs, a sentence each. */
  notes: string[];
  sources: SourceLine[];
}

/** @param side the snapshot in which the partnership is shown */
export function tieItem(
  sides: Sides,
  side: keyof Sides,
  row: number,
  locale: Locale,
  kept?: KeptTie,
  names?: { before: Names; after: Names }
): DeltaItem {
  const { dataset, details } = sides[side];
  const tie = tieOf(dataset, details, row, locale);
  const linked = (member: Member) => ({
    ...member,
    href: placeLink(sides[side], member.id, locale)
  });
  return {
    id: tie.id,
    german: tie.german.map(linked),
    partners: tie.partners.map(linked),
    notes: kept && names ? notesOf(sides, kept, names, locale) : [],
    sources: tie.sources ?? []
  };
}

export function bodyItem(sides: Sides, side: keyof Sides, row: number, locale: Locale): DeltaItem {
  const member = authorityMember(sides[side].dataset, row);
  const href = placeLink(sides[side], member.id, locale);
  return { id: member.id, german: [{ ...member, href }], partners: [], notes: [], sources: [] };
}

/** The place in the snapshot that is meant: what is gone is only there. */
const placeLink = ({ version, isCurrent }: NamedSide, id: string, locale: Locale) =>
  localise(`/?ort=${id}${isCurrent ? '' : `&stand=${version}`}`, locale);

function notesOf(
  sides: Sides,
  kept: KeptTie,
  names: { before: Names; after: Names },
  locale: Locale
): string[] {
  const say = { locale };
  const notes = kept.changes.map((change) => changeWords(change, names, locale));
  if (kept.confirmedBy.length > 0) {
    const { sources } = sides.after.dataset;
    const titles = kept.confirmedBy.map((id) => {
      const title = sources.find((source) => source.id === id)?.title ?? id;
      return sourceTitle(title, locale).split(',')[0]!;
    });
    notes.push(m.delta_confirmed_by({ sources: listOf(titles, locale) }, say));
  }
  if (kept.fits === 'now') notes.push(m.delta_fits_now({}, say));
  if (kept.fits === 'no_longer') notes.push(m.delta_fits_no_longer({}, say));
  if (kept.merged.length > 0) notes.push(m.delta_merged({ ids: kept.merged.join(', ') }, say));
  return notes;
}
