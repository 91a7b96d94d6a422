/**
 * Platform parts and migrations.
 *
 * Contract: after `migrate` the database has the platform's roles and all migrations of the folder,
 * each applied in a transaction of its own and recorded where the Supabase CLI records them. A
 * migration that changed after it was applied is an error: nothing is guessed about kept data.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { StackError, reason } from './errors.ts';
import { ADMIN } from './store.ts';
import type { Secrets } from './settings.ts';

export interface Migration {
  version: string;
  name: string;
  sql: string;
}

/** The migrations of a folder in order. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d+_.*\.sql$/.test(file))
    .sort()
    .map((file) => {
      const cut = file.indexOf('_');
      return {
        version: file.slice(0, cut),
        name: file.slice(cut + 1, -'.sql'.length),
        sql: readFileSync(join(folder, file), 'utf8')
      };
    });
}

/** Address of the database for a role. */
export function databaseUrl(user: string, password: string, port: number): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

/** @returns how many migrations were applied now */
export async function migrate(port: number, secrets: Secrets, folder: string): Promise<number> {
  await withClient(databaseUrl(ADMIN, secrets.adminPassword, port), async (client) => {
    await client.query('begin');
    await client.query(readFileSync(new URL('./bootstrap.sql', import.meta.url), 'utf8'));
    for (const [role, password] of [
      ['postgres', secrets.databasePassword],
      ['authenticator', secrets.authenticatorPassword]
    ] as const) {
      await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`);
    }
    await client.query('commit');
  });
  return withClient(databaseUrl('postgres', secrets.databasePassword, port), (client) =>
    applyAll(client, readMigrations(folder))
  );
}

async function applyAll(client: pg.Client, migrations: Migration[]): Promise<number> {
  const { rows } = await client.query<{ version: string; statements: string[] | null }>(
    'select version, statements from supabase_migrations.schema_migrations'
  );
  const applied = new Map(rows.map((row) => [row.version, row.statements?.join('') ?? null]));
  let count = 0;
  for (const migration of migrations) {
    const before = applied.get(migration.version);
    if (before !== undefined) {
      if (before !== null && before !== migration.sql) throw changed(migration);
      continue;
    }
    await apply(client, migration);
    count += 1;
  }
  if (count > 0) await client.query(`notify pgrst, 'reload schema'`);
  return count;
}

async function apply(client: pg.Client, { version, name, sql }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      'insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)',
      [version, name, [sql]]
    );
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new StackError(`Migration ${version}_${name} failed: ${explain(cause, sql)}`, cause);
  }
}

/** Message of a database error with the line it points at. */
function explain(cause: unknown, sql: string): string {
  const position = cause instanceof pg.DatabaseError ? Number(cause.position) : Number.NaN;
  const line = position > 0 ? ` (line ${sql.slice(0, position).split('\n').length})` : '';
  return `${reason(cause)}${line}`;
}

function changed({ version, name }: Migration): StackError {
  return new StackError(
    `Migration ${version}_${name} was changed after it was applied to this store. Put the change into a new migration, or start with an empty store: add --fresh (all data in the store is lost; the seed is imported again).`
  );
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A server that goes away in between is told by the query that fails.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
