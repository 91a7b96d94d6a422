/**
 * The seed in the database, and the snapshot made of it.
 *
 * Contract: after `ensureData` the seed of this checkout is imported and published. Nothing is done
 * when neither the seed nor the code that reads it has changed; the database itself remembers, in
 * the table in which the Supabase CLI keeps the hashes of its seed files.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { connect, type Client } from '../../src/lib/data/client.ts';
import type { Stack } from '../stack/index.ts';
import { ROOT } from './child.ts';
import { fingerprint } from './fingerprint.ts';

const SEED = 'supabase/seed';
const READERS = [
  'supabase/migrations',
  'tools/import.ts',
  'src/lib/server/publish.ts',
  ...['import', 'domain', 'data', 'snapshot'].map((room) => `src/lib/${room}`)
];
/** Importing and publishing move all rows in a few long requests. */
const PATIENCE = 300_000;

/** @returns closing words for the progress line */
export async function ensureData(stack: Stack, say: (words: string) => void): Promise<string> {
  const hash = fingerprint(ROOT, [SEED, ...READERS], /\.test\.ts$/);
  const database = new pg.Client({ connectionString: stack.databaseUrl });
  await database.connect();
  try {
    if ((await kept(database)) === hash) return 'up to date';
    const code = await readers();
    if (!code) return 'SKIPPED: tools/import.ts or src/lib/server/publish.ts is not there yet';
    const { importSeed, publish } = code;
    const client = connect(stack.url, stack.secretKey, PATIENCE);
    const { rows, changed, quarantined } = await importSeed(client, say);
    const { version } = await publish(client);
    await database.query(
      `insert into supabase_migrations.seed_files (path, hash) values ($1, $2)
       on conflict (path) do update set hash = excluded.hash`,
      [SEED, hash]
    );
    return `${rows} rows read, ${changed} changed, ${quarantined} in quarantine; snapshot ${version}`;
  } finally {
    await database.end();
  }
}

async function kept(database: pg.Client): Promise<string | undefined> {
  await database.query(
    'create table if not exists supabase_migrations.seed_files (path text primary key, hash text not null)'
  );
  const { rows } = await database.query<{ hash: string }>(
    'select hash from supabase_migrations.seed_files where path = $1',
    [SEED]
  );
  return rows[0]?.hash;
}

interface Readers {
  importSeed(
    client: Client,
    log: (line: string) => void
  ): Promise<{ rows: number; changed: number; quarantined: number }>;
  publish(client: Client): Promise<{ version: number; changed: boolean }>;
}

/** To be replaced by plain imports as soon as both modules are there. */
async function readers(): Promise<Readers | null> {
  const paths = ['tools/import.ts', 'src/lib/server/publish.ts'].map((path) => join(ROOT, path));
  if (!paths.every((path) => existsSync(path))) return null;
  const [first, second] = await Promise.all(paths.map((path) => import(path)));
  return { ...(first as object), ...(second as object) } as Readers;
}
