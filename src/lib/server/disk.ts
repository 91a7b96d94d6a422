/**
 * The last good snapshots on the server's disk.
 *
 * Contract: a file is whole or not there (written aside, then renamed); a part is given back only
 * if its bytes have the hash in its name. Nothing here throws: a disk that is full, read-only or
 * corrupt means "not there", and the snapshot is fetched again.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseManifest } from '../data/snapshots.ts';
import type { Manifest } from '../snapshot/manifest.ts';

/** Parts kept: about ten snapshots. */
const KEEP = 30;
const NEWEST = 'manifest.json';
/** The one before: it serves where a part of the newest is corrupt and the database is down. */
const PREVIOUS = 'previous.json';

export class Disk {
  readonly #dir: string;
  #count = 0;

  constructor(dir: string) {
    this.#dir = dir;
  }

  async readPart(hash: string): Promise<Buffer | null> {
    const path = join(this.#dir, `${hash}.json`);
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) return null;
    if (createHash('sha256').update(bytes).digest('hex') === hash) return bytes;
    await rm(path, { force: true }).catch(() => undefined);
    return null;
  }

  /** The manifests kept, the newest first; those that are none are left out. */
  async readManifests(): Promise<Manifest[]> {
    const found: Manifest[] = [];
    for (const name of [NEWEST, PREVIOUS]) {
      try {
        found.push(parseManifest(JSON.parse(await readFile(join(this.#dir, name), 'utf8'))));
      } catch {
        // Not there, or cut off: the other one may do.
      }
    }
    return found;
  }

  writePart(hash: string, bytes: Uint8Array): Promise<void> {
    return this.#write(`${hash}.json`, bytes);
  }

  /**
   * Written last: a manifest on disk has its parts beside it.
   * @param keep whether the one before stays as what to fall back to; a withdrawn one must not
   */
  async writeManifest(manifest: Manifest, keep = true): Promise<void> {
    const all = await this.readManifests();
    const previous = keep ? all.find(({ hash }) => hash !== manifest.hash) : undefined;
    if (previous) await this.#write(PREVIOUS, JSON.stringify(previous));
    else await rm(join(this.#dir, PREVIOUS), { force: true }).catch(() => undefined);
    await this.#write(NEWEST, JSON.stringify(manifest));
    await this.#prune(previous ? [manifest, previous] : [manifest]);
  }

  async #write(name: string, content: Uint8Array | string): Promise<void> {
    const aside = join(this.#dir, `.${name}.${process.pid}.${this.#count++}`);
    try {
      await mkdir(this.#dir, { recursive: true });
      await writeFile(aside, content);
      await rename(aside, join(this.#dir, name));
    } catch (error) {
      console.warn(`The snapshot could not be kept on disk: ${String(error)}`);
      await rm(aside, { force: true }).catch(() => undefined);
    }
  }

  /** Removes the oldest parts, never those of the manifests kept. */
  async #prune(manifests: Manifest[]): Promise<void> {
    try {
      const used = new Set(
        manifests.flatMap(({ parts }) => Object.values(parts).map((part) => `${part.hash}.json`))
      );
      const names = await readdir(this.#dir);
      const parts = names.filter((name) => /^[0-9a-f]{64}\.json$/.test(name) && !used.has(name));
      const aged = await Promise.all(
        parts.map(async (name) => ({ name, at: (await stat(join(this.#dir, name))).mtimeMs }))
      );
      aged.sort((a, b) => b.at - a.at);
      for (const { name } of aged.slice(KEEP)) await rm(join(this.#dir, name), { force: true });
    } catch {
      // Another server of the same machine may be tidying up too.
    }
  }
}
