/**
 * The snapshot this process serves: one store, set up from the environment.
 *
 * Environment: PUBLIC_SUPABASE_URL and PUBLIC_SUPABASE_PUBLISHABLE_KEY (without them only the disk
 * serves), SNAPSHOT_DIR (default `.data/snapshots`), SNAPSHOT_POLL_MS (default 10000).
 */
import type { Register } from '../domain/register.ts';
import { searchOf, type Search } from '../domain/search.ts';
import { Disk } from './disk.ts';
import { databaseSource, noSource } from './source.ts';
import { SnapshotStore, type Current, type Loaded } from './store.ts';

export { SnapshotUnavailable, SnapshotWithdrawn, type Current, type Loaded } from './store.ts';

let made: SnapshotStore | null = null;

export function store(): SnapshotStore {
  if (made) return made;
  const env = process.env;
  const { PUBLIC_SUPABASE_URL: url, PUBLIC_SUPABASE_PUBLISHABLE_KEY: key } = env;
  made = new SnapshotStore({
    source: url && key ? databaseSource(url, key) : noSource(),
    disk: new Disk(env.SNAPSHOT_DIR || '.data/snapshots'),
    every: Number(env.SNAPSHOT_POLL_MS) || 10_000
  });
  return made;
}

/** The snapshot to serve. Waits only while nothing at all is loaded. @throws {SnapshotUnavailable} */
export const current = (): Promise<Current> => store().current();

/** Names what is served now, for caches of what was made of it; null while there is nothing. */
export async function servedKey(): Promise<string | null> {
  const now = await current().catch(() => null);
  return now && `${now.manifest.version} ${now.manifest.hash} ${now.stale} ${store().known}`;
}

const searches = new WeakMap<Register, Search>();

/** Finds places by name in a snapshot; its index is made when first asked for. */
export function searchIn({ dataset, register }: Pick<Loaded, 'dataset' | 'register'>): Search {
  const known = searches.get(register);
  if (known) return known;
  const made = searchOf(dataset, register);
  searches.set(register, made);
  return made;
}
