/** The table twin: the same partnerships as the picture, sorted and cut into pages. */
import type { Dataset } from '../domain/dataset.ts';
import type { Details } from '../domain/detail.ts';
import type { Selection } from '../domain/selection.ts';
import { collator } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { SORT_KEYS, type SortKey, type TieSort, type ViewState } from '../url/codec.ts';
import { authorityMember, partnerMember, tieOf, type Tie } from './ties.ts';

/** Rows on a page of the site. Pictures begin where these pages do. */
export const PAGE_SIZE = 50;
/** Rows on a page of the embed: about a screen of a phone. `seite` counts these there. */
export const EMBED_PAGE_SIZE = 10;

/** The page of the site that holds the first row of a page of the embed. */
export const sitePageOf = (embedPage: number): number =>
  Math.floor(((embedPage - 1) * EMBED_PAGE_SIZE) / PAGE_SIZE) + 1;

/** The page of the embed that begins with the first row of a page of the site. */
export const embedPageOf = (sitePage: number): number =>
  ((sitePage - 1) * PAGE_SIZE) / EMBED_PAGE_SIZE + 1;

export interface Table {
  rows: Tie[];
  total: number;
  page: number;
  pages: number;
  /** Rows on a page. */
  size: number;
  sort: TieSort;
}

export const DEFAULT_SORT: TieSort = 'kommune';

/** One page of the selection; a page beyond the last one gives the last one. @param size rows on it */
export function tableOf(
  dataset: Dataset,
  details: Details | null,
  selection: Selection,
  view: ViewState,
  locale: Locale,
  size = PAGE_SIZE
): Table {
  const sort = tieSortOf(view.sort);
  const rows = inOrder(selection.rows, orderOf(dataset, sort, locale));
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(Math.max(1, view.page), pages);
  return {
    rows: rows
      .slice((page - 1) * size, page * size)
      .map((row) => tieOf(dataset, details, row, locale)),
    total: rows.length,
    page,
    pages,
    size,
    sort
  };
}

/** The order asked for, where it is one of partnerships. */
function tieSortOf(sort: string | null): TieSort {
  const found = SORT_KEYS.find((key) => sort === key || sort === `-${key}`);
  return found ? (sort as TieSort) : DEFAULT_SORT;
}

/** The rows of a selection as they stand in the order of all. */
function inOrder(rows: Uint32Array, order: readonly number[]): number[] {
  const asked = new Uint8Array(order.length);
  for (const row of rows) asked[row] = 1;
  return order.filter((row) => asked[row] === 1);
}

const orders = new WeakMap<Dataset, Map<string, readonly number[]>>();

/** All rows in that order: comparing names takes long, so it is done once, whatever is selected. */
function orderOf(dataset: Dataset, sort: TieSort, locale: Locale): readonly number[] {
  let known = orders.get(dataset);
  if (!known) orders.set(dataset, (known = new Map()));
  const which = `${locale} ${sort}`;
  let order = known.get(which);
  if (!order) known.set(which, (order = sorted(dataset, sort, locale)));
  return order;
}

function sorted(dataset: Dataset, sort: TieSort, locale: Locale): number[] {
  const key = sort.replace('-', '') as SortKey;
  const down = sort.startsWith('-') ? -1 : 1;
  const rows = Array.from({ length: dataset.partnerships.length }, (_, row) => row);
  const keys = rows.map((row) => sortKeys(dataset, row, locale));
  const since = keys.map((one) => one.since);
  const by = (name: 'german' | 'partner' | 'country') =>
    ranks(
      keys.map((one) => one[name]),
      locale
    );
  const german = by('german');
  const partner = by('partner');
  const first = { kommune: german, partner, staat: by('country'), seit: since }[key];
  const tie = (a: number, b: number) => german[a]! - german[b]! || partner[a]! - partner[b]!;
  return rows.sort((a, b) => {
    if (key !== 'seit') return down * (first[a]! - first[b]!) || tie(a, b);
    // Unknown years stand at the end in both directions: they are neither early nor late.
    if (!since[a] || !since[b]) return Number(!since[a]) - Number(!since[b]) || tie(a, b);
    return down * (since[a] - since[b]) || tie(a, b);
  });
}

/** The place of each name in the dictionary; what it takes for the same has the same place. */
function ranks(names: readonly string[], locale: Locale): number[] {
  const { compare } = collator(locale);
  const places = new Map<string, number>();
  let before: string | null = null;
  let place = 0;
  for (const name of [...new Set(names)].sort(compare)) {
    if (before !== null && compare(before, name) !== 0) place++;
    places.set(name, place);
    before = name;
  }
  return names.map((name) => places.get(name)!);
}

function sortKeys(dataset: Dataset, row: number, locale: Locale) {
  const { members, memberStart, since } = dataset.partnerships;
  const [first = 0, second = first] = members.subarray(memberStart[row]!, memberStart[row + 1]!);
  const german = first >= 0 ? first : second;
  const other = first >= 0 ? second : first;
  const partner =
    other >= 0 ? authorityMember(dataset, other) : partnerMember(dataset, ~other, locale);
  return {
    german: dataset.authorities.name[german] ?? '',
    partner: partner.name,
    country: other >= 0 ? '' : partner.where,
    since: since[row]!
  };
}
