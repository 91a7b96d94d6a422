/**
 * The server's snapshots: in memory, behind that on disk, behind that in the database.
 *
 * Contract: a request that can be served never waits for the database: what is in memory serves
 * while a refresh runs in the background (about every ten seconds when used, less often while it
 * fails). With the database gone the last good snapshot serves, and the next refresh that succeeds
 * takes over without a restart. Only sound parts get in: hash checked, all parts decoded first.
 */
import { createHash } from 'node:crypto';
import type { Dataset } from '../domain/dataset.ts';
import type { Details } from '../domain/detail.ts';
import type { Register, RegisterEntry } from '../domain/register.ts';
import { decodeCore } from '../snapshot/core.ts';
import { decodeDetail } from '../snapshot/detail.ts';
import { SnapshotError } from '../snapshot/error.ts';
import type { Manifest, PartName } from '../snapshot/manifest.ts';
import { decodeSearch } from '../snapshot/search.ts';
import type { Disk } from './disk.ts';
import { Encoded } from './encoded.ts';
import type { SnapshotSource } from './source.ts';

/** No snapshot in memory, on disk or in the database: answer 503 with a friendly page. */
export class SnapshotUnavailable extends Error {
  constructor(message = 'No snapshot can be served yet.') {
    super(message);
    this.name = 'SnapshotUnavailable';
  }
}

export interface Loaded {
  manifest: Manifest;
  dataset: Dataset;
  details: Details;
  register: Register;
  registerById: ReadonlyMap<string, RegisterEntry>;
}

export interface Current extends Loaded {
  /** The database could not be asked lately: there may be a newer one. */
  stale: boolean;
}

export interface StoreOptions {
  source: SnapshotSource;
  disk: Disk;
  /** Milliseconds between looks at the database. */
  every?: number;
  /** Milliseconds the very first request waits for the database when the disk could serve. */
  patience?: number;
}

const MAX_WAIT = 60_000;
/** Milliseconds after which a withdrawn snapshot is noticed at the latest. */
const LIST_EVERY = 300_000;
/** Older snapshots and parts kept in memory. */
const MAX_OLD = 4;

export class SnapshotStore {
  readonly #source: SnapshotSource;
  readonly #disk: Disk;
  readonly #every: number;
  readonly #patience: number;
  readonly #parts = new Map<string, Encoded>();
  readonly #old = new Map<number, Loaded>();
  #loaded: Loaded | null = null;
  #stale = false;
  #failures = 0;
  #next = 0;
  #refreshing: Promise<void> | null = null;
  #starting: Promise<void> | null = null;
  /** All published ones, newest first; null until the database could be asked. */
  #published: Manifest[] | null = null;
  #listed = 0;

  constructor({ source, disk, every = 10_000, patience = 500 }: StoreOptions) {
    this.#source = source;
    this.#disk = disk;
    this.#every = every;
    this.#patience = patience;
  }

  /**
   * The snapshot to serve.
   * @throws {SnapshotUnavailable} when nothing at all can be had
   */
  async current(): Promise<Current> {
    if (!this.#loaded) await (this.#starting ??= this.#start());
    if (Date.now() >= this.#next) void this.refresh();
    if (!this.#loaded) {
      this.#starting = null;
      throw new SnapshotUnavailable();
    }
    return { ...this.#loaded, stale: this.#stale };
  }

  /**
   * A snapshot by its number.
   * @returns null when there is none of this number (any more)
   * @throws {SnapshotUnavailable} when nobody can be asked
   */
  async at(version: number): Promise<Loaded | null> {
    const now = await this.current();
    if (now.manifest.version === version) return now;
    // Newer than all we know of: it may have been published a moment ago.
    if (version > (this.#published?.[0]?.version ?? 0)) await this.refresh();
    const known = this.#published;
    if (known && !known.some((manifest) => manifest.version === version)) {
      if (this.#stale && version > known[0]!.version) throw new SnapshotUnavailable();
      return null;
    }
    const kept = this.#old.get(version);
    if (kept) return kept;
    try {
      const manifest = await this.#source.at(version);
      if (!manifest) return null;
      const loaded = await this.#load(manifest);
      this.#remember(this.#old, version, loaded);
      return loaded;
    } catch (error) {
      throw new SnapshotUnavailable(String(error));
    }
  }

  /**
   * A part to serve, of the current snapshot or an older one.
   * @returns null when no snapshot has such a part, or it cannot be had now
   * @throws {SnapshotUnavailable} while there is no snapshot at all
   */
  async part(name: PartName, hash: string): Promise<Encoded | null> {
    await this.current();
    const key = `${name}/${hash}`;
    const kept = this.#parts.get(key);
    if (kept) return kept;
    // Asking the database for anything anybody makes up would be a lever against it.
    if (!this.#isPublished(name, hash)) return null;
    const bytes = await this.#bytes(name, hash).catch(() => null);
    if (!bytes) return null;
    const part = new Encoded(bytes);
    this.#remember(this.#parts, key, part, 3 * MAX_OLD);
    return part;
  }

  /** All published snapshots, newest first; as of the last look at the database. */
  async list(): Promise<Manifest[]> {
    const { manifest } = await this.current();
    return this.#published ?? [manifest];
  }

  /** Looks at the database now; one look at a time. Never rejects. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#look().finally(() => (this.#refreshing = null));
    return this.#refreshing;
  }

  /** For health checks. Never rejects. */
  async health(): Promise<{ database: 'up' | 'down'; snapshot: number | null }> {
    const [database] = await Promise.all([
      this.#source.ping().then(
        () => 'up' as const,
        () => 'down' as const
      ),
      this.current().catch(() => undefined)
    ]);
    // The database is back: no need to sit out the wait after failures.
    if (database === 'up' && this.#failures > 0) await this.refresh();
    return { database, snapshot: this.#loaded?.manifest.version ?? null };
  }

  async #start(): Promise<void> {
    const manifest = await this.#disk.readManifest();
    if (manifest) {
      this.#loaded = await this.#load(manifest, true).catch(() => null);
      if (this.#loaded) this.#stale = true;
    }
    const first = this.refresh();
    if (!this.#loaded) return first;
    const patience = new Promise<void>((resolve) => setTimeout(resolve, this.#patience).unref());
    await Promise.race([first, patience]);
  }

  async #look(): Promise<void> {
    try {
      const manifest = await this.#source.latest();
      if (!manifest) throw new SnapshotUnavailable('Nothing is published yet.');
      const now = this.#loaded?.manifest;
      if (now?.hash !== manifest.hash || now.version !== manifest.version) {
        this.#loaded = await this.#load(manifest);
        await this.#disk.writeManifest(manifest);
        this.#listed = 0;
      }
      if (Date.now() - this.#listed > LIST_EVERY) {
        this.#published = await this.#source.list();
        this.#listed = Date.now();
      }
      this.#failures = 0;
      this.#stale = false;
    } catch (error) {
      if (this.#failures++ === 0) console.warn(`Snapshot not refreshed: ${String(error)}`);
      this.#stale = true;
    }
    const wait = this.#every * 2 ** Math.min(this.#failures, 5);
    this.#next = Date.now() + Math.min(wait, Math.max(MAX_WAIT, this.#every));
  }

  async #load(manifest: Manifest, diskOnly = false): Promise<Loaded> {
    const texts = new Map<string, string>();
    const parts: [string, Uint8Array][] = [];
    for (const [name, { hash }] of Object.entries(manifest.parts)) {
      const bytes = diskOnly
        ? await this.#disk.readPart(hash)
        : await this.#bytes(name as PartName, hash);
      if (!bytes) throw new SnapshotError('shape', `The part ${name} is missing.`);
      texts.set(name, bytes.toString('utf8'));
      parts.push([`${name}/${hash}`, bytes]);
    }
    const { version, published_at: publishedAt } = manifest;
    const register = decodeSearch(texts.get('search'));
    const loaded: Loaded = {
      manifest,
      dataset: decodeCore(texts.get('core'), { version, publishedAt }),
      details: decodeDetail(texts.get('detail')),
      register,
      registerById: new Map(register.map((entry) => [entry.id, entry]))
    };
    for (const [key, bytes] of parts)
      if (!this.#parts.has(key)) this.#remember(this.#parts, key, new Encoded(bytes), 3 * MAX_OLD);
    return loaded;
  }

  /** Bytes of a part with the hash checked: from disk, else from the database, then kept. */
  async #bytes(name: PartName, hash: string): Promise<Buffer | null> {
    const kept = await this.#disk.readPart(hash);
    if (kept) return kept;
    const bytes = await this.#source.part(name, hash);
    if (!bytes) return null;
    if (createHash('sha256').update(bytes).digest('hex') !== hash)
      throw new SnapshotError('hash', `The part ${name} is not what its hash says.`);
    await this.#disk.writePart(hash, bytes);
    return bytes;
  }

  #isPublished(name: PartName, hash: string): boolean {
    return this.#published?.some(({ parts }) => parts[name]?.hash === hash) ?? false;
  }

  #remember<K, V>(map: Map<K, V>, key: K, value: V, limit = MAX_OLD): void {
    map.set(key, value);
    while (map.size > limit) map.delete(map.keys().next().value as K);
  }
}
