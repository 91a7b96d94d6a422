/**
 * Global setup of the browser tests: the build, a database with the published seed, the server.
 *
 * Contract: E2E_URL is the site all tests share; its database stays up. A test that takes the
 * database away asks control.ts for a site of its own (E2E_CONTROL), made from a copy of the store.
 */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connect } from '../../src/lib/data/client.ts';
import { publish } from '../../src/lib/server/publish.ts';
import { ensureBuild } from '../../tools/run/build.ts';
import { run } from '../../tools/run/child.ts';
import { ensureData } from '../../tools/run/data.ts';
import { siteEnv, startSite, type Site } from '../../tools/run/site.ts';
import { startStack, type Stack } from '../../tools/stack/index.ts';
import { freePort } from '../../tools/stack/settings.ts';

const log = (line: string): void => console.log(line);

type Database = Pick<Stack, 'url' | 'publishableKey'>;
/** Nobody listens there. */
const NOWHERE: Database = { url: 'http://127.0.0.1:9', publishableKey: 'none' };

/** Pictures a minute: as many as the tests want, and on sites of their own few enough to run out. */
const DRAWINGS = { shared: '0', own: '5' };

interface Place {
  /** null = it never had a database. */
  stack: Stack | null;
  site: Site;
}

export default async function setup(): Promise<() => Promise<void>> {
  const root = mkdtempSync(join(tmpdir(), 'atlas-e2e-'));
  const template = join(root, 'template');
  const places = new Map<string, Place>();
  const closeAll = async (): Promise<void> => {
    await Promise.all([...places.values()].map(close));
    rmSync(root, { recursive: true, force: true });
  };
  try {
    const [, shared] = await Promise.all([ensureBuild(), seeded(join(root, 'shared'), template)]);
    const site = await serve(shared, join(root, 'shared'), DRAWINGS.shared);
    places.set('shared', { stack: shared, site });
    process.env.E2E_URL = site.url;
  } catch (error) {
    await closeAll();
    throw error;
  }
  const control = await controlServer(async (verb, id) => {
    const dir = join(root, id);
    if (verb === 'open' || verb === 'open-empty') {
      const stack = verb === 'open' ? await copied(template, dir) : null;
      const place = { stack, site: await serve(stack ?? NOWHERE, dir, DRAWINGS.own) };
      places.set(id, place);
      return place.site.url;
    }
    const place = places.get(id);
    if (!place) throw new Error(`There is no site ${id}.`);
    if (verb === 'close') {
      places.delete(id);
      await close(place);
      return '';
    }
    if (!place.stack) throw new Error(`The site ${id} has no database.`);
    if (verb === 'stop-database') await place.stack.stopDatabase();
    else if (verb === 'start-database') await place.stack.startDatabase();
    else if (verb === 'publish') return String(await publishLess(place.stack));
    else if (verb === 'withdraw') await withdrawNewest(place.stack);
    else throw new Error(`Unknown verb ${verb}.`);
    return '';
  });
  process.env.E2E_CONTROL = control.url;
  return async () => {
    control.close();
    await closeAll();
  };
}

async function close({ site, stack }: Place): Promise<void> {
  await site.stop();
  await stack?.stop();
}

async function copied(template: string, dir: string): Promise<Stack> {
  await copyStore(template, dir);
  return startStack({ dir, log });
}

/** A stack with the published seed; its store is copied to `template` while Postgres rests. */
async function seeded(dir: string, template: string): Promise<Stack> {
  const stack = await startStack({ dir, log });
  try {
    log(`Data: ${await ensureData(stack, () => undefined)}`);
    await stack.stopDatabase();
    await copyStore(dir, template);
    await stack.startDatabase();
    return stack;
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

/** By `cp`, which keeps the owner Postgres insists on. */
async function copyStore(from: string, to: string): Promise<void> {
  mkdirSync(to, { recursive: true });
  cpSync(join(from, 'secrets.json'), join(to, 'secrets.json'));
  const { code, output } = await run('cp', ['-a', join(from, 'pg'), join(to, 'pg')]);
  if (code !== 0) throw new Error(output);
}

async function serve(database: Database, dataDir: string, drawings: string): Promise<Site> {
  const port = await freePort();
  const env = { ...siteEnv({ ...database, host: '127.0.0.1', port, dataDir }), ORIGIN: '' };
  // Tests wait for what the server learns from the database: let it look often.
  return startSite({
    env: {
      ...env,
      SNAPSHOT_POLL_MS: '500',
      OPERATOR_MAIL: 'atlas@example.org',
      OPERATOR_ENFORCEMENT: 'Ombudsstelle|40219 Düsseldorf',
      DRAWINGS_PER_MINUTE: drawings,
      // Tests can be many readers.
      ADDRESS_HEADER: 'x-forwarded-for'
    },
    log
  });
}

/** Workers are other processes: they ask over loopback, by an address nobody can guess. */
async function controlServer(
  act: (verb: string, id: string) => Promise<string>
): Promise<{ url: string; close(): void }> {
  const secret = randomBytes(16).toString('hex');
  const server = createServer((request, answer) => {
    const [, given, verb = '', id = ''] = (request.url ?? '').split('/');
    const done = (status: number, text: string): void => void answer.writeHead(status).end(text);
    if (given !== secret || !/^[\w-]+$/.test(id)) return done(404, '');
    act(verb, id).then(
      (text) => done(200, text),
      (error: Error) => done(500, error.message)
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/${secret}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    }
  };
}

/** A new snapshot that has fewer partnerships than the one before. @returns its number */
async function publishLess(stack: Stack): Promise<number> {
  const database = new pg.Client({ connectionString: stack.databaseUrl });
  await database.connect();
  try {
    // What is only begun does not count.
    await database.query(`update public.partnership set initiated = true
      where id in (select id from public.partnership where not initiated order by id limit 400)`);
  } finally {
    await database.end();
  }
  return (await publish(connect(stack.url, stack.secretKey, 120_000))).version;
}

async function withdrawNewest(stack: Stack): Promise<void> {
  const client = connect(stack.url, stack.secretKey);
  const newest = await client.from('snapshot').select('version').order('version').limit(1000);
  const version: unknown = newest.data?.at(-1)?.version;
  const { error } = await client.from('snapshot').delete().eq('version', version);
  if (error) throw new Error(error.message);
}
