/**
 * How PostgREST runs: loopback only, schema `public`, settings in a private file in the folder.
 */
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { databaseUrl } from './migrate.ts';
import { end } from './processes.ts';
import type { PartSpec } from './protocol.ts';
import { readJson, writePrivate, type Places, type Ports, type Secrets } from './settings.ts';

/** As `max_rows` in supabase/config.toml. */
const MAX_ROWS = 20_000;

export function postgrestSpec(
  place: Places,
  account: Account,
  binaries: Binaries,
  ports: Ports,
  secrets: Secrets
): PartSpec {
  const settings: Record<string, string | number | boolean> = {
    'db-uri': databaseUrl('authenticator', secrets.authenticatorPassword, ports.postgres),
    'db-schemas': 'public',
    'db-extra-search-path': 'public, extensions',
    'db-anon-role': 'anon',
    'db-max-rows': MAX_ROWS,
    'db-pool': 10,
    'db-pool-acquisition-timeout': 5,
    'db-config': false,
    'jwt-secret': secrets.jwtSecret,
    'server-host': '127.0.0.1',
    'server-port': ports.postgrest,
    'log-level': 'error'
  };
  const text = Object.entries(settings)
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`)
    .join('');
  writePrivate(place.postgrestConf, text);
  account.give(place.postgrestConf);
  return {
    command: account(binaries.postgrest, [place.postgrestConf]),
    log: place.postgrestLog,
    stop: 'SIGTERM',
    ready: 'Schema cache loaded'
  };
}

/** What marks our PostgREST on its command line. */
export function postgrestMark(place: Places): string {
  return place.postgrestConf;
}

/** End a PostgREST whose keeper and supervisor were both killed. */
export async function endLeftover(place: Places): Promise<void> {
  const pids = readJson(place.parts) as { postgrest?: number } | undefined;
  if (pids?.postgrest) await end(pids.postgrest, postgrestMark(place), 'SIGTERM');
}
