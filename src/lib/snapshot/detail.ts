/**
 * Part `detail`, format 1: sources, notes, topics and goal tags behind every partnership.
 *
 * Contract: `decodeDetail(encodeDetail(details))` equals the details. All texts (addresses, notes,
 * ids) stand once in `strings`; columns hold positions in it.
 */
import type { Detail, DetailSource, DetailTag, Details } from '../domain/detail.ts';
import { BASES, RELEVANCES } from '../domain/model.ts';
import { idSteps, openPart, type Table } from './columns.ts';
import { decodeExtras } from './extras.ts';

/** @param details sorted by id (`t1`, `t2`, …) */
export function encodeDetail(details: Details): string {
  const strings: string[] = [];
  const positions = new Map<string, number>();
  const at = (text: string) => {
    let position = positions.get(text);
    if (position === undefined) positions.set(text, (position = strings.push(text) - 1));
    return position;
  };
  const all = [...details.values()];
  const group = <T>(lists: T[][], columns: Record<string, (entry: T) => number>) => ({
    count: lists.map((list) => list.length),
    ...Object.fromEntries(
      Object.entries(columns).map(([name, read]) => [name, lists.flatMap((list) => list.map(read))])
    )
  });
  const columns = {
    id: idSteps([...details.keys()]),
    sources: group<DetailSource>(
      all.map((detail) => detail.sources),
      {
        source: (s) => at(s.source),
        url: (s) => at(s.url),
        note: (s) => at(s.note),
        confidence: (s) => at(s.confidence),
        since: (s) => s.since ?? 0
      }
    ),
    topics: group<string>(
      all.map((detail) => detail.topics),
      { id: at }
    ),
    programmes: group<string>(
      all.map((detail) => detail.programmes),
      { id: at }
    ),
    tags: group<DetailTag>(
      all.map((detail) => detail.tags),
      {
        goal: (tag) => tag.goal,
        target: (tag) => at(tag.target),
        relevance: (tag) => RELEVANCES.indexOf(tag.relevance),
        basis: (tag) => BASES.indexOf(tag.basis),
        by: (tag) => at(tag.by)
      }
    )
  };
  const { extras } = details;
  return JSON.stringify({ format: 1, part: 'detail', ...columns, strings, extras });
}

/** @throws {SnapshotError} */
export function decodeDetail(input: unknown): Details {
  const part = openPart(input, 'detail');
  const ids = part.ids('id', 't');
  const strings = part.texts('strings');
  const text = (table: Table, column: string, length: number) =>
    table.integers(column, length, 0, strings.length - 1).map((position) => strings[position]!);

  /** Lists per partnership, built by `make` from row numbers within the group. */
  function lists<T>(name: string, read: (table: Table, length: number) => (row: number) => T) {
    const table = part.table(name);
    const starts = table.starts('count', ids.length, 0);
    const make = read(table, starts[ids.length]!);
    return ids.map((_, row) =>
      Array.from({ length: starts[row + 1]! - starts[row]! }, (_, i) => make(starts[row]! + i))
    );
  }
  const sources = lists<DetailSource>('sources', (table, length) => {
    const source = text(table, 'source', length);
    const url = text(table, 'url', length);
    const note = text(table, 'note', length);
    const confidence = text(table, 'confidence', length);
    const since = table.integers('since', length, 0, 2100);
    return (row) => ({
      source: source[row]!,
      url: url[row]!,
      note: note[row]!,
      confidence: confidence[row]!,
      since: since[row] || null
    });
  });
  const names = (name: string) =>
    lists<string>(name, (table, length) => {
      const id = text(table, 'id', length);
      return (row) => id[row]!;
    });
  const topics = names('topics');
  const programmes = names('programmes');
  const tags = lists<DetailTag>('tags', (table, length) => {
    const goal = table.integers('goal', length, 1, 17);
    const target = text(table, 'target', length);
    const relevance = table.integers('relevance', length, 0, RELEVANCES.length - 1);
    const basis = table.integers('basis', length, 0, BASES.length - 1);
    const by = text(table, 'by', length);
    return (row) => ({
      goal: goal[row]!,
      target: target[row]!,
      relevance: RELEVANCES[relevance[row]!]!,
      basis: BASES[basis[row]!]!,
      by: by[row]!
    });
  });
  const found = new Map<string, Detail>(
    ids.map((id, row) => [
      id,
      {
        sources: sources[row]!,
        topics: topics[row]!,
        programmes: programmes[row]!,
        tags: tags[row]!
      }
    ])
  );
  const extras = part.optional('extras');
  return extras === undefined ? found : Object.assign(found, { extras: decodeExtras(extras) });
}
