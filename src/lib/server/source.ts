/** Where snapshots come from: the database, or nothing where none is configured. */
import { connect } from '../data/client.ts';
import {
  latestManifest,
  listManifests,
  listWithdrawn,
  readPart,
  type Withdrawn
} from '../data/snapshots.ts';
import type { Manifest, PartName } from '../snapshot/manifest.ts';

export type { Withdrawn } from '../data/snapshots.ts';

/** Every method rejects when the database cannot be asked. */
export interface SnapshotSource {
  latest(): Promise<Manifest | null>;
  list(): Promise<Manifest[]>;
  withdrawn(): Promise<Withdrawn[]>;
  part(name: PartName, hash: string): Promise<Buffer | null>;
  /** Answers within about a second, or rejects. */
  ping(): Promise<void>;
}

/** @param key the publishable key: the server never needs more to serve */
export function databaseSource(url: string, key: string): SnapshotSource {
  const client = connect(url, key, 10_000);
  const quick = connect(url, key, 1_000);
  return {
    latest: () => latestManifest(client),
    list: () => listManifests(client),
    withdrawn: () => listWithdrawn(client),
    part: (name, hash) => readPart(client, name, hash),
    ping: async () => void (await latestManifest(quick))
  };
}

export function noSource(): SnapshotSource {
  const never = () => Promise.reject(new Error('PUBLIC_SUPABASE_URL is not set.'));
  return { latest: never, list: never, withdrawn: never, part: never, ping: never };
}
