/**
 * How database tests reach the database: through PostgREST as each role, and by SQL where a test has
 * to look behind it.
 */
import pg from 'pg';
import { inject } from 'vitest';
import { connect, type Client } from '../../src/lib/data/client.ts';
import { signer } from '../../tools/stack/tokens.ts';

export interface TestAccess {
  url: string;
  publishableKey: string;
  secretKey: string;
  jwtSecret: string;
  databaseUrl: string;
}

export interface TestStack extends TestAccess {
  /** Not signed in. */
  anon: Client;
  /** Signed in as nobody in particular. */
  authenticated: Client;
  /** With the secret key. */
  service: Client;
  /** Empty all tables: each test file begins and ends with it, for all share one stack. */
  empty(): Promise<void>;
  /** Run SQL as the role that owns the tables. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
}

export async function testStack(): Promise<TestStack> {
  const access = inject('stack');
  const sign = signer(access.jwtSecret);
  const sql = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) => {
    const client = new pg.Client({ connectionString: access.databaseUrl });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  const token = await sign('authenticated', { sub: '00000000-0000-4000-8000-000000000001' });
  return {
    ...access,
    anon: connect(access.url, access.publishableKey),
    authenticated: connect(access.url, token),
    service: connect(access.url, access.secretKey),
    sql,
    empty: async () => {
      for (let trial = 1; ; trial += 1) {
        try {
          await sql(`do $$ begin execute (
            select 'truncate ' || string_agg(format('public.%I', tablename), ', ') || ' cascade'
            from pg_tables where schemaname = 'public'); end $$`);
          return;
        } catch (error) {
          // A request that a test gave up on may still hold its locks for a moment.
          if (!(error instanceof pg.DatabaseError && error.code === '40P01' && trial < 10))
            throw error;
        }
      }
    }
  };
}
