/**
 * A database of its own for tests that make it fail, and the means to do so.
 *
 * Contract: nothing here waits for a time; `paused` resolves when a statement stands still in the
 * middle of its transaction, which is seen in `pg_locks`. `close` ends and removes everything.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { vi } from 'vitest';
import { connect, type Client } from '../../src/lib/data/client.ts';
import { startStack, type Stack } from '../../tools/stack/index.ts';

/** Key of the advisory lock at which a paused statement stands. */
const GATE = 20_261_122;
const PATIENCE = { timeout: 30_000, interval: 20 };

export interface Fragile {
  stack: Stack;
  /** Folder of the Postgres data. */
  store: string;
  anon: Client;
  service: Client;
  /** As the cluster's superuser. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Number of rows of the tables. */
  rows(...tables: string[]): Promise<number[]>;
  /** From now on a statement that adds to the table stands still in the middle. */
  closeGate(table: string): Promise<Gate>;
  /** Runs a statement in a transaction that stays open, with the locks it took. */
  hold(statement: string): Promise<{ release(): Promise<void> }>;
  /** Sets a configuration value of the whole cluster for all new statements. */
  configure(name: string, value: string | null): Promise<void>;
  close(): Promise<void>;
}

export interface Gate {
  /** Process of the database that stands at the gate. */
  paused(): Promise<number>;
  /** Ends the database's process, as an administrator or a crash would. */
  terminate(pid: number): Promise<void>;
  /** Lets everybody through, and takes the gate down. */
  open(): Promise<void>;
}

export async function fragile(): Promise<Fragile> {
  const dir = mkdtempSync(join(tmpdir(), 'atlas-fragile-'));
  const stack = await startStack({ dir });
  const secrets = JSON.parse(readFileSync(join(dir, 'secrets.json'), 'utf8')) as Record<
    'adminPassword',
    string
  >;
  const address = new URL(stack.databaseUrl);
  address.username = 'supabase_admin';
  address.password = secrets.adminPassword;
  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: address.href });
    // The server may end the connection: that is what some tests do.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const sql = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) => {
    const client = await open();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    stack,
    store: join(dir, 'pg'),
    anon: connect(stack.url, stack.publishableKey),
    service: connect(stack.url, stack.secretKey, 120_000),
    sql,
    rows: async (...tables) => {
      const counts = tables.map((table) => `(select count(*)::int from public.${table})`);
      const [row] = await sql<{ n: number[] }>(`select array[${counts.join(', ')}] as n`);
      return row!.n;
    },
    closeGate: (table) => closeGate(table, open, sql),
    hold: async (statement) => {
      const client = await open();
      await client.query('begin');
      await client.query(statement);
      return { release: () => client.end() };
    },
    configure: async (name, value) => {
      await sql(
        value === null ? `alter system reset ${name}` : `alter system set ${name} = ${value}`
      );
      await sql('select pg_reload_conf()');
      await vi.waitUntil(async () => {
        const [row] = await sql<{ set: string }>(`select current_setting($1) as set`, [name]);
        return row!.set === (value ?? 'off');
      }, PATIENCE);
    },
    close: async () => {
      await stack.stop();
      rmSync(dir, { recursive: true, force: true });
    }
  };
}

async function closeGate(
  table: string,
  connectAdmin: () => Promise<pg.Client>,
  sql: Fragile['sql']
): Promise<Gate> {
  const keeper = await connectAdmin();
  await keeper.query('select pg_advisory_lock($1)', [GATE]);
  // After the rows were written: the middle of the transaction, not its beginning.
  await sql(`create function public.stand_at_gate() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock_shared(${GATE}); return null; end $$`);
  await sql(`create trigger zz_gate after insert on public.${table}
    for each statement execute function public.stand_at_gate()`);
  return {
    paused: async () => {
      let pid = 0;
      await vi.waitUntil(async () => {
        const [row] = await sql<{ pid: number }>(
          `select pid from pg_locks where locktype = 'advisory' and objid = ${GATE} and not granted`
        );
        pid = row?.pid ?? 0;
        return pid !== 0;
      }, PATIENCE);
      return pid;
    },
    terminate: async (pid) => {
      await sql('select pg_terminate_backend($1)', [pid]);
      await vi.waitUntil(async () => {
        const left = await sql('select from pg_stat_activity where pid = $1', [pid]);
        return left.length === 0;
      }, PATIENCE);
    },
    open: async () => {
      await keeper.end();
      await sql(`drop trigger zz_gate on public.${table}`); // waits for those in the middle
      await sql('drop function public.stand_at_gate()');
    }
  };
}

/** A command of `tools/` in a process of its own, to be killed. */
export function command(
  name: 'import' | 'publish',
  stack: Stack
): { kill(): Promise<void>; ended: Promise<{ code: number | null; output: string }> } {
  const script = fileURLToPath(new URL(`../../tools/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, [script], {
    env: {
      ...process.env,
      PUBLIC_SUPABASE_URL: stack.url,
      SUPABASE_SECRET_KEY: stack.secretKey
    },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output }))
  );
  return {
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    }
  };
}
