/**
 * The embedded Supabase: a real Postgres and a real PostgREST behind one loopback address, without
 * Docker, for `npm start`, `npm run dev` and tests.
 *
 * Contract: `startStack` resolves when an unmodified supabase-js client can read and write; all
 * migrations are applied. The folder keeps data, secrets and ports between starts, and one stack at
 * a time uses it. Errors are StackErrors with a message for the person at the keyboard.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { accountFor } from './account.ts';
import { findBinaries } from './binaries.ts';
import { StackError } from './errors.ts';
import { startGateway, type Gateway } from './gateway.ts';
import { Keeping } from './keeping.ts';
import { askLock } from './lock.ts';
import { databaseUrl, migrate } from './migrate.ts';
import { endLeftover, postgrestMark, postgrestSpec } from './postgrest.ts';
import { keptPorts, places, portsOf, secretsOf, type Places } from './settings.ts';
import { postgresCommand, postmasterMark, prepareStore } from './store.ts';
import { signer, type Claims, type Role } from './tokens.ts';

export { StackError } from './errors.ts';
export type { Claims, Role } from './tokens.ts';

export interface Stack {
  /** Address for supabase-js. */
  url: string;
  publishableKey: string;
  secretKey: string;
  jwtSecret: string;
  /** For tools that need SQL; the role that runs migrations. */
  databaseUrl: string;
  /** A role token as Supabase Auth would sign it, valid for an hour unless `exp` is claimed. */
  sign(role: Role, claims?: Claims): Promise<string>;
  /** Process numbers of what runs. */
  parts(): Partial<Record<'keeper' | 'postgres' | 'postgrest', number>>;
  /** Stop Postgres alone, as if the database had gone away; PostgREST then answers 503. */
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** End everything; nothing is left running. */
  stop(): Promise<void>;
}

export interface StackOptions {
  dir: string;
  log?: (line: string) => void;
  /** Remove what the folder holds first. */
  fresh?: boolean;
  migrations?: string;
}

const MIGRATIONS = fileURLToPath(new URL('../../supabase/migrations', import.meta.url));

export async function startStack(options: StackOptions): Promise<Stack> {
  const log = options.log ?? (() => undefined);
  const place = places(options.dir);
  const keeping = new Keeping(
    place,
    { postgres: postmasterMark(place), postgrest: postgrestMark(place) },
    log
  );
  let gateway: Gateway | undefined;
  const stop = async (): Promise<void> => {
    await gateway?.close();
    await keeping.close();
  };
  try {
    await keeping.open();
    await endLeftover(place);
    if (options.fresh) rmSync(place.store, { recursive: true, force: true });
    const binaries = await findBinaries();
    const account = accountFor(place.store);
    const secrets = secretsOf(place);
    const { made } = await prepareStore(place, account, binaries, secrets);
    if (made) log('An empty Postgres store was made.');
    const ports = await portsOf(place);
    await keeping.start('postgres', {
      command: postgresCommand(place, account, binaries, ports.postgres),
      log: place.postgresLog,
      stop: 'SIGINT',
      ready: 'database system is ready to accept connections'
    });
    const applied = await migrate(ports.postgres, secrets, options.migrations ?? MIGRATIONS);
    if (applied > 0) log(`${applied} migration${applied === 1 ? '' : 's'} applied.`);
    await keeping.start('postgrest', postgrestSpec(place, account, binaries, ports, secrets));
    gateway = await startGateway(ports, secrets);
    keeping.announce(gateway.url);
    await answering(gateway.url, secrets.secretKey);
    return {
      ...access(place, gateway.url, ports.postgres),
      parts: () => keeping.pids,
      stopDatabase: () => keeping.halt('postgres'),
      startDatabase: () => keeping.resume('postgres'),
      stop
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The stack of a folder, whoever runs it: one that runs already is joined (then `stop` leaves it
 * running), else it is started. For one-off tools beside a running `npm start`.
 */
export async function openStack(options: StackOptions): Promise<Stack> {
  const place = places(options.dir);
  const holder = await askLock(place.dir);
  if (!holder?.url || holder.ending) return startStack(options);
  const notOurs = (): Promise<void> =>
    Promise.reject(new StackError(`The stack belongs to process ${holder.owner}.`));
  return {
    ...access(place, holder.url, keptPorts(place).postgres ?? 0),
    parts: () => ({ keeper: holder.keeper }),
    stopDatabase: notOurs,
    startDatabase: notOurs,
    stop: () => Promise.resolve()
  };
}

type Access = Omit<Stack, 'parts' | 'stop' | 'stopDatabase' | 'startDatabase'>;

function access(place: Places, url: string, port: number): Access {
  const { publishableKey, secretKey, jwtSecret, databasePassword } = secretsOf(place);
  return {
    url,
    publishableKey,
    secretKey,
    jwtSecret,
    databaseUrl: databaseUrl('postgres', databasePassword, port),
    sign: signer(jwtSecret)
  };
}

/** Wait until PostgREST has read the schema and answers through the gateway. */
async function answering(url: string, key: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  let last = '';
  while (Date.now() < deadline) {
    try {
      const answer = await fetch(`${url}/rest/v1/`, { method: 'HEAD', headers: { apikey: key } });
      if (answer.ok) return;
      last = `HTTP ${answer.status}`;
    } catch (error) {
      last = String(error);
    }
    await sleep(30);
  }
  throw new StackError(`PostgREST did not answer: ${last}`);
}
