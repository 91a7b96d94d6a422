/**
 * What the feed tells of snapshots, in words: one that was published, one that was withdrawn.
 *
 * Contract: pure and plain. The same numbers and names as the page that compares the two; of long lists
 * the first CAP, and where the rest is. Corrections are what the data knows of them: statements that
 * changed, partnerships that ended or went, records that were merged.
 */
import type { Delta } from '../../domain/delta.ts';
import { formatDate, formatNumber } from '../../i18n/format.ts';
import { localise, type Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Parsed } from '../../url/codec.ts';
import { buildDelta, linksOf, type DeltaView, type ListId } from './delta.ts';
import type { DeltaItem, Sides } from './items.ts';
import { standOption, type StandLike } from './stands.ts';
import { namesOf } from './words.ts';

export interface FeedSection {
  title: string;
  lines: string[];
  /** Where all of them are; '' where these are all. */
  more: { label: string; href: string };
}

export interface FeedEntry {
  title: string;
  summary: string;
  /** What must be known to read it; '' = nothing. */
  note: string;
  /** e.g. "Neu in den Daten: 12". */
  counts: { label: string; href: string }[];
  sections: FeedSection[];
  /** Path of the page that says the same. */
  href: string;
}

const CAP = 30;
const CORRECTED: readonly ListId[] = ['geaendert', 'beendet', 'entfallen'];

/** A snapshot beside the one before it. @param asked nothing but defaults: all that is recorded */
export function comparedEntry(
  stands: { before: StandLike; after: StandLike },
  sides: Sides,
  delta: Delta,
  asked: Parsed,
  locale: Locale
): FeedEntry {
  const say = { locale };
  const { row: zeile, column: spalte } = asked.view.gaps;
  const numbers = { von: stands.before.version, bis: stands.after.version };
  const link = linksOf(numbers, asked, { zeile, spalte }, locale);
  const view = (list: ListId): DeltaView => buildDelta(sides, delta, asked, { list, link, locale });
  const { sentence, counts } = view('neu');
  const count = ({ label, count }: DeltaView['counts'][number]) =>
    m.feed_count({ label, count: formatNumber(count, locale) }, say);
  return {
    title: m.feed_entry({ stand: nameOf(stands.after, locale) }, say),
    summary: m.feed_compared({ stand: nameOf(stands.before, locale), sentence }, say),
    note: [noteOf(stands.after, locale), m.delta_lead({}, say)].filter(Boolean).join(' '),
    counts: counts.map((one) => ({ label: count(one), href: one.href })),
    sections: [
      ...CORRECTED.map((id): FeedSection => {
        const { label, href } = counts.find((one) => one.id === id)!;
        const { items, total } = view(id).list;
        const more = total > CAP ? m.feed_all({ count: formatNumber(total, locale) }, say) : '';
        const lines = items.slice(0, CAP).map(lineOf);
        return { title: label, lines, more: { label: more, href: more && href } };
      }),
      mergedSection(sides, locale)
    ].filter(({ lines }) => lines.length > 0),
    href: link({})
  };
}

/** A snapshot that nothing is compared with. @param partnerships how many it holds */
export function firstEntry(stand: StandLike, partnerships: number, locale: Locale): FeedEntry {
  const say = { locale };
  return {
    title: m.feed_entry({ stand: nameOf(stand, locale) }, say),
    summary: m.feed_first({ count: formatNumber(partnerships, locale) }, say),
    note: noteOf(stand, locale),
    ...{ counts: [], sections: [] },
    href: localise(`/?stand=${stand.version}`, locale)
  };
}

export interface WithdrawnStand {
  version: number;
  withdrawnAt: string;
  /** null = not known. */
  publishedAt: string | null;
  edition: StandLike['edition'] | null;
}

export function withdrawnEntry(gone: WithdrawnStand, locale: Locale): FeedEntry {
  const say = { locale };
  const { version, publishedAt, edition } = gone;
  const number = { version: String(version) };
  const stand = publishedAt
    ? nameOf({ version, published_at: publishedAt, edition: edition ?? undefined }, locale)
    : m.feed_number(number, say);
  return {
    title: m.feed_withdrawn_title({ stand }, say),
    summary: m.feed_withdrawn({ ...number, date: formatDate(gone.withdrawnAt, locale) }, say),
    ...{ note: '', counts: [], sections: [] },
    href: localise(`/?stand=${version}`, locale)
  };
}

/** e.g. "Nr. 2 vom 22.11.2026" */
const nameOf = (stand: StandLike, locale: Locale) => standOption(stand, 0, locale).label;
const noteOf = (stand: StandLike, locale: Locale) => standOption(stand, 0, locale).note;

const lineOf = ({ id, german, partners, notes }: DeltaItem): string => {
  const names = [...german, ...partners].map(({ name }) => name).join(' – ');
  return `${names} (${id})${notes.length > 0 ? `: ${notes.join('; ')}` : ''}`;
};

/** Ids of before that lead to another one since: places and partnerships. */
function mergedSection({ before, after }: Sides, locale: Locale): FeedSection {
  const say = { locale };
  const { members } = namesOf(after.dataset, locale);
  const merged = [...after.dataset.moved].filter(
    ([from, to]) => before.dataset.moved.get(from) !== to
  );
  const lines = merged
    .slice(0, CAP)
    .map(([from, to]) =>
      members.has(to)
        ? m.feed_merged_line({ from, to, name: members.get(to)! }, say)
        : m.feed_moved_line({ from, to }, say)
    );
  const rest = merged.length - lines.length;
  if (rest > 0) lines.push(m.feed_more({ count: formatNumber(rest, locale) }, say));
  return { title: m.feed_merged({}, say), lines, more: { label: '', href: '' } };
}
