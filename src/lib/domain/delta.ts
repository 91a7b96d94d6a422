/**
 * What differs between two snapshots under the same question.
 *
 * Contract: pure; linear in the sizes of both. It compares two states of the DATA: what is new here
 * was recorded since, which says nothing about when it began. Partnerships are the same by id; an id
 * that was merged into another one is not gone (`Dataset.moved` of either side leads to it). Every
 * partnership that fits in either snapshot is in exactly one of `added`, `gone`, `ended` and `kept`.
 */
import type { Dataset } from './dataset.ts';
import { differences, type FieldChange } from './deltafields.ts';
import type { Details } from './detail.ts';
import { derived } from './derived.ts';
import type { Filters } from './filters.ts';
import { STATUSES } from './model.ts';
import { select, type Selection } from './selection.ts';

const ENDED = STATUSES.indexOf('beendet');

/** A partnership in both snapshots, by its rows. */
export interface KeptTie {
  id: string;
  before: number;
  after: number;
  changes: FieldChange[];
  /** Sources that attest it since, e.g. a further layer or another page: their ids, each once. */
  confirmedBy: string[];
  /** It fits the question only now, or no longer: its own data changed, not its existence. */
  fits: 'both' | 'now' | 'no_longer';
  /** Ids of before that were merged into it since. */
  merged: string[];
}

export interface BodyChange {
  id: string;
  /** Row in the snapshot in which it has a partnership that fits. */
  row: number;
}

export interface Delta {
  /** Rows of `after` that `before` does not have at all. */
  added: number[];
  /** Rows of `before` that `after` does not have: gone from the data, whatever became of them. */
  gone: number[];
  /** Recorded as ended since. */
  ended: KeptTie[];
  /** In both, not ended since; with nothing in `changes` and `confirmedBy` they are as they were. */
  kept: KeptTie[];
  /** Bodies with a first partnership that fits, and those that lost the last one. */
  first: BodyChange[];
  last: BodyChange[];
  before: Selection;
  after: Selection;
}

/** One side: the data, and the sources behind it where they are known. */
export interface Side {
  dataset: Dataset;
  details: Details | null;
}

/** Leads every id of either snapshot to the one both share. */
export type Canon = (id: string) => string;

/** @param filters one question, asked of both */
export function deltaOf(before: Side, after: Side, filters: Filters): Delta {
  const canon = canonOf(before.dataset, after.dataset);
  const selected = {
    before: select(before.dataset, filters),
    after: select(after.dataset, filters)
  };
  const rows = { before: rowsById(before.dataset, canon), after: rowsById(after.dataset, canon) };
  const fits = {
    before: idsOf(before.dataset, selected.before, canon),
    after: idsOf(after.dataset, selected.after, canon)
  };
  const delta: Delta = {
    added: [],
    gone: [],
    ended: [],
    kept: [],
    first: [],
    last: [],
    ...selected
  };
  for (const id of new Set([...fits.before, ...fits.after])) {
    const [old = [], now = []] = [rows.before.get(id), rows.after.get(id)];
    if (old.length === 0) delta.added.push(...now);
    else if (now.length === 0) delta.gone.push(...old);
    else {
      const tie = keptTie({ id, before, after, old, now, canon });
      tie.fits = !fits.before.has(id) ? 'now' : fits.after.has(id) ? 'both' : 'no_longer';
      (endedSince(before.dataset, after.dataset, tie) ? delta.ended : delta.kept).push(tie);
    }
  }
  const bodies = {
    before: bodiesOf(before.dataset, selected.before, canon),
    after: bodiesOf(after.dataset, selected.after, canon)
  };
  delta.first = onlyIn(bodies.after, bodies.before);
  delta.last = onlyIn(bodies.before, bodies.after);
  return delta;
}

export const isChanged = ({ changes }: KeptTie): boolean => changes.length > 0;
export const isConfirmed = ({ confirmedBy }: KeptTie): boolean => confirmedBy.length > 0;

/** Mergers known to either side; the later one first, in case both know the id. */
export function canonOf(before: Dataset, after: Dataset): Canon {
  const next = (id: string) => after.moved.get(id) ?? before.moved.get(id);
  return (id) => {
    let last = id;
    // Chains are resolved at publishing; a few steps more when the two sides know one each.
    for (let step = 0; step < 4; step++) {
      const to = next(last);
      if (to === undefined || to === last) break;
      last = to;
    }
    return last;
  };
}

function rowsById({ partnerships }: Dataset, canon: Canon): Map<string, number[]> {
  const found = new Map<string, number[]>();
  partnerships.id.forEach((id, row) => {
    const shared = canon(id);
    const list = found.get(shared);
    if (!list) found.set(shared, [row]);
    // The one that bears the shared id speaks for those merged into it.
    else if (id === shared) list.unshift(row);
    else list.push(row);
  });
  return found;
}

const idsOf = ({ partnerships }: Dataset, { rows }: Selection, canon: Canon): Set<string> =>
  new Set(Array.from(rows, (row) => canon(partnerships.id[row]!)));

interface Pair {
  id: string;
  before: Side;
  after: Side;
  old: number[];
  now: number[];
  canon: Canon;
}

function keptTie({ id, before, after, old, now, canon }: Pair): KeptTie {
  const [was, is] = [old[0]!, now[0]!];
  return {
    id,
    before: was,
    after: is,
    changes: differences(before.dataset, was, after.dataset, is, canon),
    confirmedBy: confirmations(before, old, after, now),
    fits: 'both',
    merged: old.slice(1).map((row) => before.dataset.partnerships.id[row]!)
  };
}

/** Sources of lines that were not there before; without details, the layers' bits tell. */
function confirmations(before: Side, old: number[], after: Side, now: number[]): string[] {
  const lines = ({ dataset, details }: Side, rows: number[]) =>
    rows.flatMap((row) => details?.get(dataset.partnerships.id[row]!)?.sources ?? []);
  const known = new Set(lines(before, old).map(({ source, url }) => `${source} ${url}`));
  const found = new Set(
    lines(after, now)
      .filter(({ source, url }) => !known.has(`${source} ${url}`))
      .map(({ source }) => source)
  );
  const bits = ({ dataset }: Side, rows: number[]) =>
    rows.reduce((all, row) => all | dataset.partnerships.layers[row]!, 0);
  const gained = bits(after, now) & ~bits(before, old);
  for (const { id, layer } of after.dataset.sources)
    if (layer >= 0 && gained & (1 << layer)) found.add(id);
  return [...found].sort();
}

function endedSince(before: Dataset, after: Dataset, tie: KeptTie): boolean {
  return derived(after).status[tie.after] === ENDED && derived(before).status[tie.before] !== ENDED;
}

function bodiesOf({ authorities }: Dataset, selection: Selection, canon: Canon) {
  const found = new Map<string, number>();
  for (const row of selection.authorities) found.set(canon(authorities.id[row]!), row);
  return found;
}

const onlyIn = (here: Map<string, number>, there: Map<string, number>): BodyChange[] =>
  [...here].filter(([id]) => !there.has(id)).map(([id, row]) => ({ id, row }));
