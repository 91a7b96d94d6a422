/**
 * The production build, made when what it is made of has changed.
 *
 * Contract: after `ensureBuild` the folder `build/` fits the sources. The hashed assets of the build
 * before stay (one generation), so that pages and embeds that are open or cached go on working.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from '../stack/lock.ts';
import { ROOT, runNode, script } from './child.ts';
import { fingerprint } from './fingerprint.ts';
import { assetsIn, bringBack, putAside, type Folders } from './generation.ts';

const BUILD = join(ROOT, 'build');
const FOLDERS: Folders = {
  assets: join(BUILD, 'client', '_app', 'immutable'),
  // The adapter empties build/.
  aside: join(ROOT, '.data', 'previous-assets')
};
/** Written last: a build that was interrupted has none. */
const STAMP = join(BUILD, 'stamp.json');
/** Made from other sources by the build itself, or no part of it. */
const SKIP = /\/i18n\/(paraglide\/|project\.inlang\/(cache\/|README|\.meta))|\.test\.ts$/;

interface Stamp {
  fingerprint: string;
  /** Assets this build made itself, without those it kept. */
  assets: string[];
}

function readStamp(): Stamp | undefined {
  return existsSync(STAMP) ? (JSON.parse(readFileSync(STAMP, 'utf8')) as Stamp) : undefined;
}

function sources(): string {
  const contents = ['src', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
  return fingerprint(ROOT, contents, SKIP, ['static']);
}

/** @returns closing words for the progress line */
export function ensureBuild(signal?: AbortSignal): Promise<string> {
  // Two builds at a time would write into the same folders.
  return alone(ROOT, () => build(signal));
}

async function build(signal?: AbortSignal): Promise<string> {
  const now = sources();
  const before = readStamp();
  if (before?.fingerprint === now) return 'up to date';
  putAside(FOLDERS, before?.assets ?? []);
  const { code, output } = await runNode([script('vite/bin/vite.js'), 'build'], {
    signal,
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' }
  });
  if (code !== 0) throw new Error(`The build failed:\n${output.trim()}`);
  const assets = assetsIn(FOLDERS.assets);
  bringBack(FOLDERS);
  writeFileSync(STAMP, JSON.stringify({ fingerprint: now, assets } satisfies Stamp));
  return `built, ${assets.length} assets`;
}
