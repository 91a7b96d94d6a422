/** The table twin: the same partnerships as the picture, sorted and cut into pages. */
import type { Dataset } from '../domain/dataset.ts';
import type { Details } from '../domain/detail.ts';
import type { Selection } from '../domain/selection.ts';
import { collator } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { SORT_KEYS, type SortKey, type TieSort, type ViewState } from '../url/codec.ts';
import { authorityMember, partnerMember, tieOf, type Tie } from './ties.ts';

export const PAGE_SIZE = 50;

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
  const rows = sorted(dataset, selection, sort, locale);
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

function sorted(dataset: Dataset, selection: Selection, sort: TieSort, locale: Locale): number[] {
  const key = sort.replace('-', '') as SortKey;
  const down = sort.startsWith('-') ? -1 : 1;
  const { compare } = collator(locale);
  const entries = Array.from(selection.rows, (row) => ({ row, ...sortKeys(dataset, row, locale) }));
  const text = { kommune: 'german', partner: 'partner', staat: 'country' } as const;
  entries.sort((a, b) => {
    if (key === 'seit') {
      // Unknown years stand at the end in both directions: they are neither early nor late.
      if (!a.since || !b.since) return Number(!a.since) - Number(!b.since) || tie(a, b);
      return down * (a.since - b.since) || tie(a, b);
    }
    return down * compare(a[text[key]], b[text[key]]) || tie(a, b);
  });
  return entries.map((entry) => entry.row);

  function tie(a: { german: string; partner: string }, b: { german: string; partner: string }) {
    return compare(a.german, b.german) || compare(a.partner, b.partner);
  }
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
