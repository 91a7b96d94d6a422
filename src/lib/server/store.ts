/**
 * The server's snapshots: in memory, behind that on disk, behind that in the database.
 *
 * Contract: a request that can be served never waits for the database: what is in memory serves
 * while a refresh runs in the background (about every ten seconds when used, less often while it
 * fails). With the database gone the last good snapshot serves, and the next refresh that succeeds
 * takes over without a restart. Only sound parts get in: hash checked, all parts decoded first.
 */
import { createHash } from 'node:crypto';
import { SnapshotError } from '../snapshot/error.ts';
import type { Manifest, PartName } from '../snapshot/manifest.ts';
import { SnapshotUnavailable, SnapshotWithdrawn } from './absent.ts';
import { atMost } from './atmost.ts';
import type { Disk } from './disk.ts';
import { Encoded } from './encoded.ts';
import { loadSnapshot, type Loaded } from './load.ts';
import { Published } from './published.ts';
import { Recent } from './recent.ts';
import type { SnapshotSource, Withdrawn } from './source.ts';

export { SnapshotUnavailable, SnapshotWithdrawn } from './absent.ts';
export type { Loaded } from './load.ts';

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
  /** Milliseconds after which a withdrawn snapshot is noticed at the latest. */
  listEvery?: number;
}

const MAX_WAIT = 60_000;
/** Milliseconds that an answer waits for the database where it can do without. */
const BRIEF = 1000;
/** The same just after the start, while nobody knows yet which snapshots there are. */
const FIRST = 8000;
/** Older snapshots kept decoded, and parts as bytes; the least recently used goes first. */
const MAX_OLD = 4;
const MAX_PARTS = 12;

export class SnapshotStore {
  readonly #source: SnapshotSource;
  readonly #disk: Disk;
  readonly #every: number;
  readonly #patience: number;
  readonly #listEvery: number;
  readonly #published = new Published();
  readonly #parts = new Recent<string, Encoded>(MAX_PARTS);
  readonly #old = new Recent<number, Loaded>(MAX_OLD);
  /** Older snapshots on their way: many who ask at once ask once. */
  readonly #coming = new Map<number, Promise<Loaded>>();
  #loaded: Loaded | null = null;
  #stale = false;
  #failures = 0;
  #next = 0;
  #refreshing: Promise<void> | null = null;
  #starting: Promise<void> | null = null;
  #pinging: Promise<boolean> | null = null;
  #looked = 0;
  #listed = 0;

  constructor(options: StoreOptions) {
    const { source, disk, every = 10_000, patience = 500, listEvery = 300_000 } = options;
    this.#source = source;
    this.#disk = disk;
    this.#every = every;
    this.#patience = patience;
    this.#listEvery = listEvery;
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
   * A snapshot by its number. Waits for the database for a second at most, unless parts of an
   * older one are neither in memory nor on disk, or the list of all is not there yet.
   * @returns null when there never was one of this number
   * @throws {SnapshotWithdrawn} when there is none any more
   * @throws {SnapshotUnavailable} when nobody can be asked
   */
  async at(version: number): Promise<Loaded | null> {
    const now = await this.current();
    if (now.manifest.version === version) return now;
    // Newer than all we know of: it may have been published a moment ago.
    const justFailed = this.#stale && Date.now() - this.#looked < BRIEF;
    const patience = this.#published.list ? BRIEF : FIRST;
    if (version > this.#published.newest && !justFailed) await atMost(patience, this.refresh());
    if (this.#published.isWithdrawn(version)) throw new SnapshotWithdrawn(`Snapshot ${version}`);
    const manifest = this.#published.of(version);
    if (!manifest) {
      const unsure = this.#stale || this.#refreshing !== null;
      if (!this.#published.list || (unsure && version > this.#published.newest))
        throw new SnapshotUnavailable();
      return null;
    }
    const kept = this.#old.get(version);
    if (kept) return kept;
    const coming = this.#coming.get(version) ?? this.#fetch(manifest);
    this.#coming.set(version, coming);
    return coming;
  }

  /** An older snapshot, kept for the next who asks. Its bytes are packed only if they are asked for. */
  async #fetch(manifest: Manifest): Promise<Loaded> {
    const { version } = manifest;
    try {
      const { loaded } = await loadSnapshot(manifest, (name, hash) => this.#bytes(name, hash));
      if (this.#published.of(version)) this.#old.set(version, loaded);
      return loaded;
    } catch (error) {
      throw new SnapshotUnavailable(String(error));
    } finally {
      this.#coming.delete(version);
    }
  }

  /**
   * A part to serve, of the current snapshot or an older one.
   * @returns null when no snapshot has such a part, or it cannot be had now
   * @throws {SnapshotWithdrawn} when only withdrawn snapshots had it
   * @throws {SnapshotUnavailable} while there is no snapshot at all
   */
  async part(name: PartName, hash: string): Promise<Encoded | null> {
    await this.current();
    const key = `${name}/${hash}`;
    const kept = this.#parts.get(key);
    if (kept) return kept;
    // Asking the database for anything anybody makes up would be a lever against it.
    if (!this.#published.has(name, hash)) {
      if (this.#published.wasWithdrawn(hash)) throw new SnapshotWithdrawn(`The part ${name}`);
      return null;
    }
    const bytes = await this.#bytes(name, hash).catch(() => null);
    if (!bytes) return null;
    const part = new Encoded(bytes);
    this.#parts.set(key, part);
    return part;
  }

  /** All published snapshots, newest first; as of the last look at the database. */
  async list(): Promise<Manifest[]> {
    const { manifest } = await this.current();
    return this.#published.list ?? [manifest];
  }

  /**
   * All that was published, and what was taken back; as of the last look at the database.
   * @throws {SnapshotUnavailable} while the database could not be asked even once
   */
  async history(): Promise<{ manifests: Manifest[]; withdrawn: Withdrawn[] }> {
    await this.current();
    if (!this.#published.list) await atMost(FIRST, this.refresh());
    const { list, withdrawn } = this.#published;
    if (!list) throw new SnapshotUnavailable();
    return { manifests: list, withdrawn };
  }

  /** Changes when a snapshot is published or withdrawn, as far as this server has noticed. */
  get known(): string {
    return this.#published.key;
  }

  /** Looks at the database now; one look at a time. Never rejects. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#look().finally(() => (this.#refreshing = null));
    return this.#refreshing;
  }

  /** For health checks: answers within about two seconds. Never rejects. */
  async health(): Promise<{ database: 'up' | 'down'; snapshot: number | null }> {
    // Many checks at a time are one question: a slow database is not made slower.
    this.#pinging ??= this.#source
      .ping()
      .then(
        () => true,
        () => false
      )
      .finally(() => (this.#pinging = null));
    const [up] = await Promise.all([
      this.#pinging,
      atMost(
        BRIEF,
        this.current().catch(() => undefined)
      )
    ]);
    // The database is back: no need to sit out the wait after failures.
    if (up && this.#failures > 0) await atMost(BRIEF, this.refresh());
    return { database: up ? 'up' : 'down', snapshot: this.#loaded?.manifest.version ?? null };
  }

  async #start(): Promise<void> {
    for (const manifest of await this.#disk.readManifests()) {
      this.#loaded = await this.#load(manifest, true).catch(() => null);
      if (!this.#loaded) continue;
      this.#stale = true;
      break;
    }
    const first = this.refresh();
    if (!this.#loaded) return first;
    await atMost(this.#patience, first);
  }

  async #look(): Promise<void> {
    try {
      const manifest = await this.#source.latest();
      if (!manifest) throw new SnapshotUnavailable('Nothing is published yet.');
      const now = this.#loaded?.manifest;
      if (now?.hash !== manifest.hash || now.version !== manifest.version) {
        this.#loaded = await this.#load(manifest);
        // One older than ours: ours was withdrawn, and must not come back from the disk.
        await this.#disk.writeManifest(
          manifest,
          now !== undefined && now.version < manifest.version
        );
        this.#listed = 0;
      }
      if (Date.now() - this.#listed >= this.#listEvery) {
        await this.#published.look(this.#source);
        this.#listed = Date.now();
        this.#forgetWithdrawn();
      }
      this.#failures = 0;
      this.#stale = false;
    } catch (error) {
      if (this.#failures++ === 0) console.warn(`Snapshot not refreshed: ${String(error)}`);
      this.#stale = true;
    }
    this.#looked = Date.now();
    const wait = this.#every * 2 ** Math.min(this.#failures, 5);
    this.#next = Date.now() + Math.min(wait, Math.max(MAX_WAIT, this.#every));
  }

  async #load(manifest: Manifest, diskOnly = false): Promise<Loaded> {
    const { loaded, parts } = await loadSnapshot(manifest, (name, hash) =>
      diskOnly ? this.#disk.readPart(hash) : this.#bytes(name, hash)
    );
    for (const [key, bytes] of parts)
      if (!this.#parts.has(key)) this.#parts.set(key, new Encoded(bytes));
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

  /** What was withdrawn is not served from memory either. */
  #forgetWithdrawn(): void {
    for (const version of this.#old.keys())
      if (!this.#published.of(version)) this.#old.delete(version);
    for (const key of this.#parts.keys()) {
      const [name, hash] = key.split('/') as [PartName, string];
      if (!this.#published.has(name, hash)) this.#parts.delete(key);
    }
  }
}
