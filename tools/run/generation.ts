/**
 * Assets of the build before, kept for one generation: pages and embeds that are open or in a cache
 * name them, and go on working after a deployment.
 *
 * Contract: `putAside` before a build, with what the last one made itself; `bringBack` after it.
 * Between the two the build may empty its folder, or end: what was put aside stays until it is brought
 * back. What the new build made too is its own.
 */
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesBelow } from './fingerprint.ts';

export interface Folders {
  /** Hashed assets of the build. */
  assets: string;
  /** Where those of the build before wait. */
  aside: string;
}

/** Paths of all assets, from their folder. */
export const assetsIn = (folder: string): string[] =>
  filesBelow(folder).map((file) => relative(folder, file));

/** @param own what the last build made itself, without what it kept: older than that nothing is kept */
export function putAside({ assets, aside }: Folders, own: readonly string[]): void {
  for (const file of own) {
    if (existsSync(join(assets, file))) copy(join(assets, file), join(aside, file));
  }
}

export function bringBack({ assets, aside }: Folders): void {
  for (const file of assetsIn(aside)) {
    if (!existsSync(join(assets, file))) copy(join(aside, file), join(assets, file));
  }
  rmSync(aside, { recursive: true, force: true });
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}
