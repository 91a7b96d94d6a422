import type { Dataset } from '../domain/dataset.ts';
import type { Details } from '../domain/detail.ts';
import type { Register, RegisterEntry } from '../domain/register.ts';
import type { Manifest } from '../snapshot/manifest.ts';

export interface Current {
  dataset: Dataset;
  manifest: Manifest;
  /** The database could not be asked lately: this may not be the newest one. */
  stale: boolean;
}

/** No snapshot in memory, on disk or in the database: answer 503 with a friendly page. */
export class SnapshotUnavailable extends Error {}

/** The snapshot to serve. Waits only when nothing at all is loaded yet. @throws {SnapshotUnavailable} */
export async function current(): Promise<Current> {
  throw new SnapshotUnavailable('not yet');
}
/** Sources, notes and goal tags per partnership id, of the current snapshot. */
export async function details(): Promise<Details> {
  throw new SnapshotUnavailable('not yet');
}
/** All bodies, of the current snapshot. */
export async function register(): Promise<Register> {
  throw new SnapshotUnavailable('not yet');
}
/** One body by id. */
export async function registerEntry(_id: string): Promise<RegisterEntry | undefined> {
  throw new SnapshotUnavailable('not yet');
}
