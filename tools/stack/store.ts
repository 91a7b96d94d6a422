/**
 * The Postgres data folder: made once, checked at each start.
 *
 * Contract: after `prepareStore` the folder is a whole Postgres 17 cluster that no other postmaster
 * uses. It is made beside its place and then renamed, so an interrupted first start leaves nothing
 * half done. fsync stays on: `kill -9` must not cost data.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Account, Command } from './account.ts';
import type { Binaries } from './binaries.ts';
import { StackError } from './errors.ts';
import { end, isOurs } from './processes.ts';
import { writePrivate, type Places, type Secrets } from './settings.ts';

/** The cluster's superuser, named as on the platform; `postgres` is not one there either. */
export const ADMIN = 'supabase_admin';
const MAJOR = '17';

export async function prepareStore(
  place: Places,
  account: Account,
  binaries: Binaries,
  secrets: Secrets
): Promise<{ made: boolean }> {
  if (existsSync(place.store)) {
    checkVersion(place);
    await clearLeftover(place);
    return { made: false };
  }
  rmSync(place.newStore, { recursive: true, force: true });
  const passwords = join(place.dir, 'initdb.pw');
  writePrivate(passwords, `${secrets.adminPassword}\n`);
  mkdirSync(place.newStore, { mode: 0o700 });
  account.give(passwords);
  account.give(place.newStore);
  try {
    const command = account(binaries.initdb, [
      ...['-D', place.newStore, '-U', ADMIN, '--pwfile', passwords],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      // Small log segments keep an empty store near 30 MB.
      ...['--wal-segsize=4', '--no-instructions']
    ]);
    await run(command);
  } finally {
    rmSync(passwords, { force: true });
  }
  renameSync(place.newStore, place.store);
  return { made: true };
}

/** How the server runs: loopback only, small, quick to start, safe. */
export function postgresCommand(
  place: Places,
  account: Account,
  binaries: Binaries,
  port: number
): Command {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 40,
    shared_buffers: '64MB',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '256MB',
    max_parallel_workers_per_gather: 0,
    jit: 'off',
    timezone: 'UTC',
    lc_messages: 'C',
    fsync: 'on'
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return account(binaries.postgres, ['-D', place.store, ...args]);
}

/** What marks a postmaster of this store on its command line. */
export function postmasterMark(place: Places): string {
  return `-D ${place.store} `;
}

function checkVersion(place: Places): void {
  const file = join(place.store, 'PG_VERSION');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'unknown';
  if (version === MAJOR) return;
  throw new StackError(
    `${place.store} is not a Postgres ${MAJOR} store (version: ${version}). Move it away to start with an empty one, or dump it with that version's own tools.`
  );
}

/** End a postmaster that outlived its keeper; forget a number that now belongs to another process. */
async function clearLeftover(place: Places): Promise<void> {
  const file = join(place.store, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (isOurs(pid, postmasterMark(place))) {
    await end(pid, postmasterMark(place), 'SIGINT');
  } else {
    unlinkSync(file);
  }
}

function run(command: Command): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command.file, command.args, {
      uid: command.uid,
      gid: command.gid,
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe']
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', (cause) =>
      reject(
        new StackError(
          `initdb could not be started (${cause.message}).${hint('Permission denied')}`,
          cause
        )
      )
    );
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new StackError(`initdb failed (${code}):\n${said.trim()}${hint(said)}`));
    });
  });
}

/** What to do where even the capability does not open the folders on the way. */
function hint(said: string): string {
  return process.getuid?.() === 0 && said.includes('Permission denied')
    ? '\nPostgres does not run as root, and the account it runs as can not enter this folder: start as an ordinary user, or put the clone where other users may enter (not below /root).'
    : '';
}
