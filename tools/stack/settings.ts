/**
 * What a stack's folder remembers between starts: secrets and ports.
 *
 * Contract: secrets are made once, readable by their owner only, and stay the same, so that keys in
 * a colleague's `.env` keep working; ports stay the same as long as they are free.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { StackError, reason } from './errors.ts';

export interface Secrets {
  adminPassword: string;
  databasePassword: string;
  authenticatorPassword: string;
  jwtSecret: string;
  publishableKey: string;
  secretKey: string;
}

export interface Ports {
  gateway: number;
  postgres: number;
  postgrest: number;
}

export interface Places {
  dir: string;
  store: string;
  newStore: string;
  secrets: string;
  ports: string;
  parts: string;
  postgrestConf: string;
  postgresLog: string;
  postgrestLog: string;
}

/** Makes the folder and names what lies in it. */
export function places(dir: string): Places {
  try {
    mkdirSync(dir, { recursive: true });
  } catch (cause) {
    throw new StackError(`The folder ${dir} could not be made: ${reason(cause)}`, cause);
  }
  const root = realpathSync(dir);
  return {
    dir: root,
    store: join(root, 'pg'),
    newStore: join(root, 'pg.new'),
    secrets: join(root, 'secrets.json'),
    ports: join(root, 'ports.json'),
    parts: join(root, 'parts.json'),
    postgrestConf: join(root, 'postgrest.conf'),
    postgresLog: join(root, 'postgres.log'),
    postgrestLog: join(root, 'postgrest.log')
  };
}

/** A parsed JSON file, undefined where there is none or it was cut off. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Write a file only its owner can read. */
export function writePrivate(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 });
  chmodSync(path, 0o600);
}

/** The folder's secrets; made when the folder has none. */
export function secretsOf(place: Places): Secrets {
  const kept = readJson(place.secrets) as Secrets | undefined;
  if (kept?.secretKey) return kept;
  const secret = (): string => randomBytes(24).toString('base64url');
  // The form of the platform's own keys, so that supabase-js treats them alike.
  const made: Secrets = {
    adminPassword: secret(),
    databasePassword: secret(),
    authenticatorPassword: secret(),
    jwtSecret: randomBytes(48).toString('base64url'),
    publishableKey: `sb_publishable_${secret()}`,
    secretKey: `sb_secret_${secret()}`
  };
  try {
    writePrivate(place.secrets, JSON.stringify(made, null, 2));
  } catch (cause) {
    throw new StackError(`${place.secrets} could not be written: ${reason(cause)}`, cause);
  }
  return made;
}

/** The ports of the last start. */
export function keptPorts(place: Places): Partial<Ports> {
  return (readJson(place.ports) ?? {}) as Partial<Ports>;
}

/** Three free loopback ports, the remembered ones where they are still free. */
export async function portsOf(place: Places): Promise<Ports> {
  const kept = keptPorts(place);
  const taken = new Set<number>();
  const choose = async (wish: number | undefined): Promise<number> => {
    const port = wish && !taken.has(wish) && (await isFree(wish)) ? wish : await freePort();
    if (taken.has(port)) return choose(undefined);
    taken.add(port);
    return port;
  };
  const ports: Ports = {
    gateway: await choose(kept.gateway),
    postgres: await choose(kept.postgres),
    postgrest: await choose(kept.postgrest)
  };
  writeFileSync(place.ports, JSON.stringify(ports));
  return ports;
}

/** Whether a port of `host` can be listened on. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * A free port of 127.0.0.1, below the range from which systems take ports for outgoing connections:
 * a part that is restarted after a crash must find its port still free.
 */
export async function freePort(): Promise<number> {
  for (let trial = 0; trial < 200; trial += 1) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new StackError('No free port on 127.0.0.1 between 20000 and 32000.');
}
