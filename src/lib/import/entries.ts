/**
 * Rows of the further lists (memberships, examples, requests, actors, funding, goals under review,
 * territorial changes) in one common form, each with what became of it.
 *
 * Contract: pure. Every row comes out exactly once: imported, merged (an equal row came before) or
 * quarantined with a reason. Keys are made of the content, so that a row is found again.
 */
import { readTable, type Format } from './table.ts';
import { faultOf } from './ties.ts';

export type EntryKind =
  | 'membership'
  | 'good_example'
  | 'partner_request'
  | 'actor'
  | 'funding_instrument'
  | 'un_review'
  | 'authority_change';

export interface Entry<T> {
  kind: EntryKind;
  source: string;
  file: string;
  /** Natural key of the entity, and of the row in its source. */
  key: string;
  row: number;
  raw: Record<string, string>;
  url: string;
  note: string;
  since: number | null;
  outcome: 'imported' | 'merged' | 'quarantined';
  reason: string;
  /** What was looked for and found. */
  detail: string;
  /** null when quarantined; the first row's where merged. */
  value: T | null;
}

/** What a row says, or why it can't be taken. */
export type Read<T> = { value: T; detail: string } | { reason: string; detail: string };

interface Shape<C extends string> extends Format<C> {
  kind: EntryKind;
  source: string;
  /** Column of the year that belongs to the record itself. */
  year?: C;
  note?: C;
  key(cells: Record<C, string>): string[];
}

const LINK = /^https?:\/\/[^\s/@]+(\/\S*|\?\S*|#\S*)?$/;

/**
 * Reads a list; `read` sees only rows that are whole and name their page.
 * @throws {InputError} when the file as a whole can't be read
 */
export function readEntries<C extends string, T>(
  text: string,
  shape: Shape<C | 'source_url'>,
  read: (cells: Record<C | 'source_url', string>) => Read<T>
): Entry<T>[] {
  const first = new Map<string, Entry<T>>();
  const counts = new Map<string, number>();
  return readTable(text, shape).map((row) => {
    const { cells } = row;
    const own = [shape.kind, ...shape.key(cells)].join('|').replace(/[\t\n\r]/g, ' ');
    const count = (counts.get(own) ?? 0) + 1;
    counts.set(own, count);
    const fault = faultOf(row);
    const answer: Read<T> = fault
      ? { reason: `row_${fault}`, detail: own }
      : LINK.test(cells.source_url)
        ? read(cells)
        : { reason: 'row_no_source', detail: cells.source_url };
    const before = first.get(own);
    const entry: Entry<T> = {
      kind: shape.kind,
      source: shape.source,
      file: shape.file,
      key: count === 1 ? own : `${own}#${count}`,
      row: row.number,
      raw: row.raw,
      url: LINK.test(cells.source_url) ? cells.source_url : '',
      note: shape.note ? cells[shape.note] : '',
      since: shape.year ? yearOf(cells[shape.year]) : null,
      outcome: 'value' in answer ? (before ? 'merged' : 'imported') : 'quarantined',
      reason: 'value' in answer ? (before ? 'same_row' : '') : answer.reason,
      detail: answer.detail,
      value: 'value' in answer ? (before?.value ?? answer.value) : null
    };
    if (entry.outcome === 'imported') first.set(own, entry);
    return entry;
  });
}

/** Four digits between 1100 and 2100; everything else is no year. */
export function yearOf(cell: string): number | null {
  const year = /^\d{4}$/.test(cell) ? Number(cell) : 0;
  return year >= 1100 && year <= 2100 ? year : null;
}

/** `2022-2023` or `2019` -> both ends; nulls for anything else. */
export function periodOf(cell: string): [from: number | null, to: number | null] {
  const found = /^(\d{4})(?:[-–/](\d{4}))?$/.exec(cell);
  return found ? [yearOf(found[1]!), yearOf(found[2] ?? found[1]!)] : [null, null];
}

/** A year, a month or a day; '' and everything else is not known. */
export const dateOf = (cell: string): string | null =>
  /^\d{4}(-\d{2}(-\d{2})?)?$/.test(cell) ? cell : null;

export const numberOf = (cell: string): number | null =>
  cell !== '' && Number.isFinite(Number(cell)) ? Number(cell) : null;
