/**
 * The view model of a comparison of two snapshots: sentence, counts, one list at a time, gaps.
 *
 * Contract: pure and plain. Every list is as long as its number says. It speaks of the data: "new" is
 * "recorded since", and "no longer in the data" is never called ended.
 */
import { isChanged, isConfirmed, type Delta } from '../../domain/delta.ts';
import { FIELDS, type FieldChange } from '../../domain/deltafields.ts';
import { collator, formatNumber } from '../../i18n/format.ts';
import { localise, type Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { serialise, type Parsed } from '../../url/codec.ts';
import { titleOf } from '../title.ts';
import { bodyItem, tieItem, type DeltaItem, type Sides } from './items.ts';
import { fieldWords, namesOf } from './words.ts';

export const LISTS = [
  'neu',
  'beendet',
  'entfallen',
  'bestaetigt',
  'geaendert',
  'erste',
  'letzte'
] as const;
export type ListId = (typeof LISTS)[number];

export const PER_PAGE = 50;

export interface DeltaCount {
  id: ListId;
  label: string;
  explained: string;
  count: number;
  href: string;
}

export interface DeltaView {
  /** What was asked for, in words; '' where nothing was. */
  title: string;
  sentence: string;
  counts: DeltaCount[];
  /** In both and as they were. */
  unchanged: number;
  /** How often which field was filled in, changed, or emptied. */
  fields: { label: string; filled: number; changed: number; emptied: number }[];
  list: { id: ListId; items: DeltaItem[]; total: number; page: number; pages: number };
}

/** Addresses of the page: the two snapshots and the filters stay. */
export type LinkTo = (own: Record<string, string | number>) => string;

export function linksOf(
  { von, bis }: { von: number; bis: number },
  { filters }: Parsed,
  axes: { zeile: string; spalte: string },
  locale: Locale
): LinkTo {
  return (own) => {
    const rest = serialise(filters);
    const query = new URLSearchParams({ von: String(von), bis: String(bis) });
    for (const [name, value] of Object.entries({ ...axes, ...own })) query.set(name, String(value));
    return localise(`/luecken/veraenderung?${query}${rest && `&${rest}`}`, locale);
  };
}

export function buildDelta(
  sides: Sides,
  delta: Delta,
  { filters, view }: Parsed,
  asked: { list: ListId | null; link: LinkTo; locale: Locale }
): DeltaView {
  const { link, locale } = asked;
  const say = { locale };
  const lists = listsOf(delta);
  const counts = LISTS.map((id): DeltaCount => ({
    id,
    label: labels[id]({}, say),
    explained: explained[id]({}, say),
    count: lists[id].length,
    href: `${link({ liste: id })}#liste`
  }));
  const id = asked.list ?? LISTS.find((one) => lists[one].length > 0) ?? 'neu';
  const { dataset } = sides.after;
  return {
    title: serialise(filters) === '' ? '' : titleOf(filters, dataset, locale),
    sentence: sentenceOf(lists, locale),
    counts,
    unchanged: delta.kept.filter((tie) => !isChanged(tie) && !isConfirmed(tie)).length,
    fields: fieldsOf(
      [...delta.kept, ...delta.ended].flatMap(({ changes }) => changes),
      locale
    ),
    list: pageOf(id, lists[id], sides, view.page, locale)
  };
}

const labels = {
  neu: m.delta_new,
  beendet: m.delta_ended,
  entfallen: m.delta_gone,
  bestaetigt: m.delta_confirmed,
  geaendert: m.delta_changed,
  erste: m.delta_first,
  letzte: m.delta_last
};
const explained = {
  neu: m.delta_new_text,
  beendet: m.delta_ended_text,
  entfallen: m.delta_gone_text,
  bestaetigt: m.delta_confirmed_text,
  geaendert: m.delta_changed_text,
  erste: m.delta_first_text,
  letzte: m.delta_last_text
};

export const listLabel = (id: ListId, locale: Locale): string => labels[id]({}, { locale });

type Entry =
  | { kind: 'after' | 'before'; row: number }
  | { kind: 'kept'; tie: Delta['kept'][number] }
  | { kind: 'body'; side: 'before' | 'after'; row: number };

/** Every list of the page; a partnership may have been confirmed and changed. */
export function listsOf(delta: Delta): Record<ListId, Entry[]> {
  const kept = (ties: Delta['kept']): Entry[] => ties.map((tie) => ({ kind: 'kept', tie }));
  return {
    neu: delta.added.map((row) => ({ kind: 'after', row })),
    beendet: kept(delta.ended),
    entfallen: delta.gone.map((row) => ({ kind: 'before', row })),
    bestaetigt: kept(delta.kept.filter(isConfirmed)),
    geaendert: kept(delta.kept.filter(isChanged)),
    erste: delta.first.map(({ row }) => ({ kind: 'body', side: 'after', row })),
    letzte: delta.last.map(({ row }) => ({ kind: 'body', side: 'before', row }))
  };
}

function sentenceOf(lists: Record<ListId, unknown[]>, locale: Locale): string {
  const say = { locale };
  const plural = (id: ListId) => ({
    count: lists[id].length,
    shown: formatNumber(lists[id].length, locale)
  });
  return [
    m.delta_sum_new(plural('neu'), say),
    m.delta_sum_ended(plural('beendet'), say),
    m.delta_sum_gone(plural('entfallen'), say),
    m.delta_sum_confirmed(plural('bestaetigt'), say),
    m.delta_sum_changed(plural('geaendert'), say),
    m.delta_sum_first(plural('erste'), say)
  ].join(' ');
}

function fieldsOf(changes: FieldChange[], locale: Locale): DeltaView['fields'] {
  return FIELDS.map((field) => {
    const own = changes.filter((change) => change.field === field);
    const count = (kind: FieldChange['kind']) => own.filter((one) => one.kind === kind).length;
    return {
      label: fieldWords[field]({}, { locale }),
      filled: count('filled'),
      changed: count('changed'),
      emptied: count('emptied')
    };
  }).filter(({ filled, changed, emptied }) => filled + changed + emptied > 0);
}

function pageOf(
  id: ListId,
  entries: Entry[],
  sides: Sides,
  asked: number,
  locale: Locale
): DeltaView['list'] {
  const { compare } = collator(locale);
  const named = entries
    .map((entry) => ({ entry, name: nameOf(entry, sides) }))
    .sort((a, b) => compare(a.name, b.name));
  const pages = Math.max(1, Math.ceil(named.length / PER_PAGE));
  const page = Math.min(asked, pages);
  const names = {
    before: namesOf(sides.before.dataset, locale),
    after: namesOf(sides.after.dataset, locale)
  };
  const items = named.slice((page - 1) * PER_PAGE, page * PER_PAGE).map(({ entry }) => {
    if (entry.kind === 'body') return bodyItem(sides, entry.side, entry.row, locale);
    if (entry.kind === 'kept')
      return tieItem(sides, 'after', entry.tie.after, locale, entry.tie, names);
    return tieItem(sides, entry.kind, entry.row, locale);
  });
  return { id, items, total: entries.length, page, pages };
}

/** Name of the first German member: the lists' order. */
function nameOf(entry: Entry, sides: Sides): string {
  if (entry.kind === 'body') return sides[entry.side].dataset.authorities.name[entry.row]!;
  const [side, row] =
    entry.kind === 'kept' ? ['after' as const, entry.tie.after] : [entry.kind, entry.row];
  const { partnerships: ties, authorities } = sides[side].dataset;
  const own = ties.members.subarray(ties.memberStart[row], ties.memberStart[row + 1]);
  return authorities.name[own.find((member) => member >= 0) ?? 0] ?? '';
}
