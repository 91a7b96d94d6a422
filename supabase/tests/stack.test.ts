/**
 * The embedded stack itself, really started, killed and started again.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../src/lib/data/client.ts';
import { openStack, startStack, type Stack } from '../../tools/stack/index.ts';
import { commandLine } from '../../tools/stack/processes.ts';
import { runApart, type Apart } from './apart.ts';

const folders: string[] = [];
const running: (() => Promise<void>)[] = [];

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'atlas-stack-'));
  folders.push(dir);
  return dir;
}

async function start(dir: string, migrations?: string): Promise<Stack> {
  const stack = await startStack({ dir, migrations });
  running.push(stack.stop);
  return stack;
}

async function apart(dir: string): Promise<Apart> {
  const stack = await runApart(dir);
  running.push(stack.stop);
  return stack;
}

afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});
afterAll(() => {
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
});

type Access = Pick<Stack, 'url' | 'secretKey'>;

async function keep({ url, secretKey }: Access): Promise<void> {
  const { error } = await connect(url, secretKey)
    .from('land')
    .insert({ code: '09', name: 'Bayern' });
  expect(error).toBeNull();
}

/** Names of the rows, once the API answers again. */
async function kept({ url, secretKey }: Access, patience = 20_000): Promise<string[]> {
  const deadline = Date.now() + patience;
  for (;;) {
    const { data } = await connect(url, secretKey, 2000).from('land').select('name');
    if (data) return data.map((row) => String(row.name));
    if (Date.now() > deadline) throw new Error('The stack did not come back.');
    await sleep(50);
  }
}

const alive = (pid: number): boolean => commandLine(pid) !== '';

async function gone(pids: number[], patience = 12_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (pids.some(alive)) {
    if (Date.now() > deadline)
      throw new Error(`Still there: ${pids.filter(alive).map(commandLine)}`);
    await sleep(50);
  }
}

const pidsOf = (parts: ReturnType<Stack['parts']>): number[] => Object.values(parts);

describe('the gateway', () => {
  let stack: Stack;
  const dir = folder();
  beforeAll(async () => {
    stack = await startStack({ dir });
  });
  afterAll(() => stack.stop());

  const status = async (path: string, headers: Record<string, string>): Promise<number> =>
    (await fetch(`${stack.url}${path}`, { headers })).status;

  test('lets nobody in without a key', async () => {
    expect(await status('/rest/v1/land', {})).toBe(401);
    expect(await status('/rest/v1/land', { apikey: 'guess' })).toBe(401);
    const forged = `${await stack.sign('service_role')}x`;
    expect(await status('/rest/v1/land', { apikey: forged })).toBe(401);
  });
  test('a forged or expired token does not fall back to the key', async () => {
    const apikey = stack.publishableKey;
    const past = await stack.sign('authenticated', { exp: 1 });
    expect(await status('/rest/v1/land', { apikey, authorization: `Bearer ${past}` })).toBe(401);
    expect(await status('/rest/v1/land', { apikey, authorization: 'Bearer x.y.z' })).toBe(401);
  });
  test('a key sent as Bearer gives the role of the key', async () => {
    const key = stack.publishableKey;
    const headers = { apikey: key, authorization: `Bearer ${key}` };
    expect(await status('/rest/v1/land', headers)).toBe(200);
    expect(await status('/rest/v1/authority', headers)).toBe(401);
  });
  test('serves nothing else', async () => {
    expect(await status('/auth/v1/token', {})).toBe(501);
    expect(await status('/', {})).toBe(404);
  });
  test('claims reach the database', async () => {
    const sub = '00000000-0000-4000-8000-000000000007';
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: stack.databaseUrl });
    await client.connect();
    await client.query(`set request.jwt.claims = '{"sub": "${sub}", "role": "authenticated"}'`);
    const { rows } = await client.query('select auth.uid() as uid, auth.role() as role');
    await client.end();
    expect(rows).toEqual([{ uid: sub, role: 'authenticated' }]);
  });
  test('secrets are for their owner only', () => {
    for (const file of ['secrets.json', 'postgrest.conf']) {
      expect(statSync(join(dir, file)).mode & 0o077).toBe(0);
    }
    expect(statSync(join(dir, 'pg')).mode & 0o077).toBe(0);
  });
  test('Postgres asks for the password and listens on loopback only', async () => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({
      connectionString: stack.databaseUrl.replace(/:[^:@]+@/, ':x@')
    });
    await expect(client.connect()).rejects.toThrow(/password/);
    expect(commandLine(stack.parts().postgres ?? 0)).toContain('listen_addresses=127.0.0.1');
  });
  test('a second one on the folder is refused, a tool may join', async () => {
    await expect(startStack({ dir })).rejects.toThrow(/already in use by process/);
    const joined = await openStack({ dir });
    expect(joined.url).toBe(stack.url);
    await joined.stop();
    expect(await kept(stack)).toEqual([]);
  });
});

describe('a part is killed', () => {
  test.each(['postgres', 'postgrest', 'keeper'] as const)('%s', async (part) => {
    const stack = await start(folder());
    await keep(stack);
    const before = stack.parts()[part] ?? 0;
    process.kill(before, 'SIGKILL');
    await gone([before]);
    // The other parts may serve on for a moment after the keeper's death: wait for the new one.
    const renewed = (): boolean => ![undefined, before].includes(stack.parts()[part]);
    await expect.poll(renewed, { timeout: 20_000 }).toBe(true);
    expect(await kept(stack)).toEqual(['Bayern']);
  });
});

describe('the supervisor is killed', () => {
  test('its parts end, and the store serves on', async () => {
    const dir = folder();
    const first = await apart(dir);
    await keep(first);
    process.kill(first.pid, 'SIGKILL');
    await gone(pidsOf(first.parts));
    expect(await kept(await start(dir))).toEqual(['Bayern']);
  });
  test('at once followed by the next start', async () => {
    const dir = folder();
    const first = await apart(dir);
    await keep(first);
    process.kill(first.pid, 'SIGKILL');
    expect(await kept(await start(dir))).toEqual(['Bayern']);
    await gone(pidsOf(first.parts));
  });
  test('together with its keeper: the next start ends what is left', async () => {
    const dir = folder();
    const first = await apart(dir);
    await keep(first);
    process.kill(first.pid, 'SIGKILL');
    process.kill(first.parts.keeper ?? 0, 'SIGKILL');
    expect(await kept(await start(dir))).toEqual(['Bayern']);
    await gone(pidsOf(first.parts));
  });
});

describe('stop and start', () => {
  test('stop leaves no process; data, keys and ports stay', async () => {
    const dir = folder();
    const first = await startStack({ dir });
    await keep(first);
    const pids = pidsOf(first.parts());
    expect(pids).toHaveLength(3);
    await first.stop();
    expect(pids.filter(alive)).toEqual([]);
    const second = await start(dir);
    expect(await kept(second)).toEqual(['Bayern']);
    expect([second.url, second.secretKey]).toEqual([first.url, first.secretKey]);
  });
  test('the database alone: 503 while it is away, answers when it is back', async () => {
    const stack = await start(folder());
    await keep(stack);
    await stack.stopDatabase();
    const { status } = await connect(stack.url, stack.secretKey).from('land').select('name');
    expect(status).toBe(503);
    await stack.startDatabase();
    expect(await kept(stack)).toEqual(['Bayern']);
  });
  test('fresh empties the store', async () => {
    const dir = folder();
    const first = await startStack({ dir });
    await keep(first);
    await first.stop();
    const second = await startStack({ dir, fresh: true });
    running.push(second.stop);
    expect(await kept(second)).toEqual([]);
  });
});

describe('a store that does not fit', () => {
  test('another major version is told, not touched', async () => {
    const dir = folder();
    await (await startStack({ dir })).stop();
    writeFileSync(join(dir, 'pg', 'PG_VERSION'), '16\n');
    await expect(startStack({ dir })).rejects.toThrow(/not a Postgres 17 store \(version: 16\)/);
  });
  test('a stale postmaster.pid with a number that now is another process', async () => {
    const dir = folder();
    await (await startStack({ dir })).stop();
    writeFileSync(join(dir, 'pg', 'postmaster.pid'), `${process.pid}\n${dir}/pg\n`);
    expect(await kept(await start(dir))).toEqual([]);
    expect(alive(process.pid)).toBe(true);
  });
  test('what an interrupted first start left', async () => {
    const dir = folder();
    const { mkdirSync } = await import('node:fs');
    mkdirSync(join(dir, 'pg.new'));
    writeFileSync(join(dir, 'pg.new', 'half'), '');
    expect(await kept(await start(dir))).toEqual([]);
    expect(existsSync(join(dir, 'pg.new'))).toBe(false);
  });
});

describe('migrations', () => {
  const one = 'create table public.one (id integer primary key);\n';
  const write = (dir: string, file: string, sql: string): void =>
    writeFileSync(join(dir, file), sql);
  const sql = async (stack: Stack, text: string): Promise<unknown[]> => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: stack.databaseUrl });
    await client.connect();
    const { rows } = await client.query(text);
    await client.end();
    return rows as unknown[];
  };

  test('are recorded as the Supabase CLI does, once', async () => {
    const [dir, migrations] = [folder(), folder()];
    write(migrations, '20260101000000_one.sql', one);
    await (await startStack({ dir, migrations })).stop();
    write(migrations, '20260102000000_two.sql', 'alter table public.one add two text;\n');
    const stack = await start(dir, migrations);
    expect(await sql(stack, 'select * from supabase_migrations.schema_migrations')).toEqual([
      { version: '20260101000000', name: 'one', statements: [one] },
      {
        version: '20260102000000',
        name: 'two',
        statements: ['alter table public.one add two text;\n']
      }
    ]);
  });
  test('one that fails leaves nothing and names its line', async () => {
    const [dir, migrations] = [folder(), folder()];
    write(migrations, '20260101000000_one.sql', `${one}select nonsense;\n`);
    await expect(startStack({ dir, migrations })).rejects.toThrow(
      /Migration 20260101000000_one failed: column "nonsense" does not exist \(line 2\)/
    );
    write(migrations, '20260101000000_one.sql', one);
    const stack = await start(dir, migrations);
    expect(await sql(stack, 'select * from public.one')).toEqual([]);
  });
  test('one that was changed after it was applied is told', async () => {
    const [dir, migrations] = [folder(), folder()];
    write(migrations, '20260101000000_one.sql', one);
    await (await startStack({ dir, migrations })).stop();
    write(migrations, '20260101000000_one.sql', `${one}-- more\n`);
    await expect(startStack({ dir, migrations })).rejects.toThrow(/changed after it was applied/);
    expect(readFileSync(join(dir, 'parts.json'), 'utf8')).toContain('postgres');
  });
});
