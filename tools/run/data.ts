/**
 * The seed in the database, and the snapshot made of it.
 *
 * Contract: after `ensureData` the seed of this checkout is imported and published. Nothing is done
 * when neither the seed nor the code that reads it has changed; the database itself remembers, in
 * the table in which the Supabase CLI keeps the hashes of its seed files.
 */
import pg from 'pg';
import { connect } from '../../src/lib/data/client.ts';
import { WIKIDATA_2017 } from '../../src/lib/server/editions.ts';
import { publish } from '../../src/lib/server/publish.ts';
import { IMPORT_TIMEOUT, importSeed } from '../import.ts';
import type { Stack } from '../stack/index.ts';
import { ROOT } from './child.ts';
import { fingerprint } from './fingerprint.ts';

const SEED = 'supabase/seed';
const READERS = [
  'supabase/migrations',
  'tools/import.ts',
  'tools/seed.ts',
  ...['import', 'domain', 'data', 'snapshot', 'network', 'server'].map((room) => `src/lib/${room}`)
];

/** @returns closing words for the progress line */
export async function ensureData(stack: Stack, say: (words: string) => void): Promise<string> {
  const hash = fingerprint(ROOT, [SEED, ...READERS], /\.test\.ts$/);
  const database = new pg.Client({ connectionString: stack.databaseUrl });
  await database.connect();
  try {
    if ((await kept(database)) === hash) return 'up to date';
    const client = connect(stack.url, stack.secretKey, IMPORT_TIMEOUT);
    const { rows, changed, quarantined } = await importSeed(client, say);
    const { version } = await publish(client, [WIKIDATA_2017]);
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
