/**
 * What the commands read from the environment and their arguments.
 *
 * Contract: a wrong value is refused in words before anything is started.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StackError } from '../stack/index.ts';
import { isFree } from '../stack/settings.ts';
import { ROOT } from './child.ts';

export interface Hosted {
  url: string;
  publishableKey: string;
}

export interface Settings {
  host: string;
  port: number;
  /** A hosted or self-hosted project that is used instead of the embedded stack. */
  hosted: Hosted | null;
  /** Begin with an empty store. */
  fresh: boolean;
}

/** Where `npm start` and `npm run dev` keep their data: DATA_DIR, or `.data` in the clone. */
export function dataDir(): string {
  return resolve(ROOT, process.env.DATA_DIR || '.data');
}

/** The embedded stack's folder in there. */
export function stackDir(): string {
  return join(dataDir(), 'stack');
}

export async function readSettings(defaultPort: number): Promise<Settings> {
  const file = join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const unknown = process.argv.slice(2).filter((word) => word !== '--fresh');
  if (unknown.length > 0) {
    throw new StackError(`Unknown argument ${unknown[0]}. Known: --fresh (empty the store first).`);
  }
  const host = process.env.HOST || '127.0.0.1';
  const port = Number(process.env.PORT || defaultPort);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StackError(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
  }
  if (!(await isFree(port, host))) {
    throw new StackError(
      `${host}:${port} can't be listened on: something else uses it. Stop that, or choose another: PORT=${port + 1} npm start`
    );
  }
  return { host, port, hosted: readHosted(), fresh: process.argv.includes('--fresh') };
}

function readHosted(): Hosted | null {
  const url = process.env.PUBLIC_SUPABASE_URL;
  const publishableKey = process.env.PUBLIC_SUPABASE_PUBLISHABLE_KEY;
  if (!url) return null;
  if (!URL.canParse(url) || !publishableKey) {
    throw new StackError(
      'PUBLIC_SUPABASE_URL is set, so PUBLIC_SUPABASE_PUBLISHABLE_KEY must be set too, and the URL must be one. Leave both empty to use the embedded stack.'
    );
  }
  return { url, publishableKey };
}
