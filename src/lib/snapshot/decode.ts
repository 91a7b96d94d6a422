/**
 * Which code reads which format: the one list of all formats ever published.
 *
 * Contract: a published format stays in the list, held by golden files (`golden.test.ts`). A format
 * that is not in it, e.g. written by a newer version of this software, is refused in words, and the
 * caller goes on with what it has.
 */
import type { Dataset } from '../domain/dataset.ts';
import type { Details } from '../domain/detail.ts';
import type { NetworkLayout } from '../domain/layout.ts';
import type { Register } from '../domain/register.ts';
import { decodeCore, type Stamp } from './core.ts';
import { decodeDetail } from './detail.ts';
import { SnapshotError } from './error.ts';
import { decodeLayout } from './layout.ts';
import type { PartName } from './manifest.ts';
import { decodeSearch } from './search.ts';

export interface Decoders {
  core(input: unknown, stamp: Stamp): Dataset;
  detail(input: unknown): Details;
  search(input: unknown): Register;
  layout(input: unknown, nodes: number): NetworkLayout;
}

const FORMATS: ReadonlyMap<number, Decoders> = new Map([
  [
    1,
    {
      core: decodeCore,
      detail: decodeDetail,
      search: decodeSearch,
      layout: decodeLayout
    }
  ]
]);

export const KNOWN_FORMATS: readonly number[] = [...FORMATS.keys()];

/** @throws {SnapshotError} when nothing here reads the format */
export function decodersOf(format: number): Decoders {
  const found = FORMATS.get(format);
  if (found) return found;
  const newest = Math.max(...KNOWN_FORMATS);
  throw new SnapshotError(
    'format',
    format > newest
      ? `Snapshot format ${format} is newer than this software reads (up to ${newest}): update it.`
      : `Snapshot format ${format} is not known here.`
  );
}

/** What a snapshot holds. */
export interface Decoded {
  dataset: Dataset;
  details: Details;
  register: Register;
  /** null in snapshots from before it was published. */
  layout: NetworkLayout | null;
}

/**
 * A snapshot from the texts of its parts; only `layout` may be missing.
 * @throws {SnapshotError} when a part is missing, corrupt, or the format is unknown
 */
export function decodeSnapshot(
  format: number,
  texts: ReadonlyMap<PartName, string>,
  stamp: Stamp
): Decoded {
  const decoders = decodersOf(format);
  const text = (name: PartName): string => {
    const found = texts.get(name);
    if (found === undefined) throw new SnapshotError('shape', `The part ${name} is missing.`);
    return found;
  };
  const dataset = decoders.core(text('core'), stamp);
  return {
    dataset,
    details: decoders.detail(text('detail')),
    register: decoders.search(text('search')),
    layout: texts.has('layout')
      ? decoders.layout(text('layout'), dataset.authorities.length + dataset.partners.length)
      : null
  };
}
