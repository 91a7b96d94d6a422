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

  /** The manifest last kept; null when there is none or it is no manifest. */
  async readManifest(): Promise<Manifest | null> {
    try {
      return parseManifest(JSON.parse(await readFile(join(this.#dir, 'manifest.json'), 'utf8')));
    } catch {
      return null;
    }
  }

  writePart(hash: string, bytes: Uint8Array): Promise<void> {
    return this.#write(`${hash}.json`, bytes);
  }

  /** Written last: a manifest on disk has its parts beside it. */
  async writeManifest(manifest: Manifest): Promise<void> {
    await this.#write('manifest.json', JSON.stringify(manifest));
    await this.#prune(manifest);
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

  /** Removes the oldest parts, never those of the manifest. */
  async #prune(manifest: Manifest): Promise<void> {
    try {
      const used = new Set(Object.values(manifest.parts).map((part) => `${part.hash}.json`));
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
