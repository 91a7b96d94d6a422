import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { randomDataset } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import type { Manifest, PartName } from '../snapshot/manifest.ts';
import { Disk } from './disk.ts';
import { build, type Built } from './publish.ts';
import type { SnapshotSource, Withdrawn } from './source.ts';
import { SnapshotStore, SnapshotUnavailable, SnapshotWithdrawn } from './store.ts';

/** A database that can go down, lie, and be published to. */
class FakeSource implements SnapshotSource {
  down = false;
  lie = false;
  asked = 0;
  readonly #all: (Built & { manifest: Manifest })[] = [];

  withdraw(version: number): void {
    const at = this.#all.findIndex(({ manifest }) => manifest.version === version);
    const [{ manifest }] = this.#all.splice(at, 1) as [Built & { manifest: Manifest }];
    this.gone.push({
      ...{ version, hashes: Object.values(manifest.parts).map(({ hash }) => hash) },
      ...{ withdrawnAt: '2026-11-23T00:00:00.000Z', publishedAt: manifest.published_at },
      edition: null
    });
  }
  publish(seed: number, format = 1): Built {
    const built = build(
      { dataset: randomDataset(random(seed), 12), details: new Map(), register: [] },
      0
    );
    const version = this.#all.length + 1;
    const published_at = `2026-11-22T00:00:0${version}.000Z`;
    const manifest = { version, published_at, format, hash: built.hash, ...built.content };
    this.#all.push({ ...built, manifest });
    return built;
  }
  async #up(): Promise<void> {
    this.asked++;
    if (this.down) throw new Error('down');
  }
  latest = async () => (await this.#up(), this.#all.at(-1)?.manifest ?? null);
  list = async () => (await this.#up(), this.#all.map((one) => one.manifest).reverse());
  withdrawn = async () => (await this.#up(), this.gone);
  gone: Withdrawn[] = [];
  ping = async () => this.#up();
  part = async (name: PartName, hash: string) => {
    await this.#up();
    const found = this.#all.find(({ content }) => content.parts[name]?.hash === hash);
    if (this.lie) return Buffer.from('{"format":1');
    return found ? Buffer.from(found.bodies[name]!) : null;
  };
}

let dir = '';
let source: FakeSource;
const open = (every = 60_000) =>
  new SnapshotStore({ source, disk: new Disk(dir), every, patience: 50 });

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'snapshots-'));
  source = new FakeSource();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dir, { recursive: true, force: true });
});

it('serves the newest and takes over a newer one without a restart', async () => {
  source.publish(1);
  const store = open();
  expect((await store.current()).manifest.version).toBe(1);
  source.publish(2);
  await store.refresh();
  const now = await store.current();
  expect(now).toMatchObject({ stale: false, dataset: { version: 2 } });
});

it('serves on while the database is down, and recovers', async () => {
  source.publish(1);
  const store = open();
  await store.current();
  source.down = true;
  await store.refresh();
  expect(await store.current()).toMatchObject({ stale: true, manifest: { version: 1 } });
  expect(await store.health()).toEqual({ database: 'down', snapshot: 1 });
  source.down = false;
  source.publish(2);
  expect(await store.health()).toEqual({ database: 'up', snapshot: 2 });
  expect((await store.current()).stale).toBe(false);
});

it('does not wait for a database that hangs', async () => {
  source.publish(1);
  const store = open(0);
  await store.current();
  source.latest = () => new Promise(() => undefined);
  for (let i = 0; i < 3; i++) expect((await store.current()).manifest.version).toBe(1);
});

it('looks for news by itself when used', async () => {
  source.publish(1);
  const store = open(5);
  await store.current();
  source.publish(2);
  await vi.waitFor(async () => expect((await store.current()).manifest.version).toBe(2));
});

it('starts from the disk with the database down', async () => {
  source.publish(1);
  await open().current();
  source.down = true;
  const store = open();
  expect(await store.current()).toMatchObject({ stale: true, manifest: { version: 1 } });
});

it('says clearly that there is nothing, and serves as soon as there is', async () => {
  source.down = true;
  const store = open();
  await expect(store.current()).rejects.toThrow(SnapshotUnavailable);
  expect(await store.health()).toEqual({ database: 'down', snapshot: null });
  source.down = false;
  await expect(store.current()).rejects.toThrow(SnapshotUnavailable);
  source.publish(1);
  expect((await store.current()).manifest.version).toBe(1);
});

it.each(['truncate', 'garbage'])('fetches again what is corrupt on disk: %s', async (how) => {
  const { content } = source.publish(1);
  await open().current();
  const path = join(dir, `${content.parts.core!.hash}.json`);
  const sound = await readFile(path);
  if (how === 'truncate') await truncate(path, 100);
  else
    await writeFile(
      path,
      sound.map((byte) => byte ^ 1)
    );
  expect((await open().current()).dataset.partnerships.length).toBe(12);
  expect(await readFile(path)).toEqual(sound);
  // With the database down as well there is honestly nothing.
  await truncate(path, 100);
  source.down = true;
  await expect(open().current()).rejects.toThrow(SnapshotUnavailable);
});

it('ignores a corrupt manifest on disk', async () => {
  source.publish(1);
  await open().current();
  await writeFile(join(dir, 'manifest.json'), '{"version":');
  expect((await open().current()).stale).toBe(false);
});

it('keeps the last good one when the newest is broken', async () => {
  source.publish(1);
  const store = open();
  await store.current();
  source.publish(2);
  source.lie = true;
  await store.refresh();
  expect(await store.current()).toMatchObject({ stale: true, manifest: { version: 1 } });
});

it('leaves no half files behind', async () => {
  source.publish(1);
  await open().current();
  expect(
    (await readdir(dir)).every((name) => /^(manifest|previous|[0-9a-f]{64})\.json$/.test(name))
  ).toBe(true);
});

it('serves without a disk', async () => {
  source.publish(1);
  const store = new SnapshotStore({ source, disk: new Disk('/dev/null/nowhere'), every: 60_000 });
  expect((await store.current()).manifest.version).toBe(1);
});

it('gives parts of older snapshots, and asks nobody for made-up ones', async () => {
  const old = source.publish(1);
  const store = open();
  await store.current();
  source.publish(2);
  await store.refresh();
  const part = await store.part('core', old.content.parts.core!.hash);
  const { encoding, bytes } = await part!.best('gzip, br;q=0');
  expect(encoding).toBe('gzip');
  expect(bytes.length).toBeGreaterThan(0);
  expect((await part!.best(null)).bytes).toEqual(Buffer.from(old.bodies.core!));
  expect(await store.part('core', 'f'.repeat(64))).toBeNull();
  const { asked } = source;
  for (let i = 0; i < 20; i++) await store.part('core', String(i).padStart(64, '0'));
  expect(source.asked).toBe(asked);
});

it('loads a snapshot by its number', async () => {
  source.publish(1);
  source.publish(2);
  const store = open();
  expect((await store.at(1))!.dataset.version).toBe(1);
  expect((await store.at(2))!.dataset.version).toBe(2);
  expect(await store.at(3)).toBeNull();
  source.down = true;
  expect((await store.at(1))!.dataset.version).toBe(1);
  await expect(store.at(3)).rejects.toThrow(SnapshotUnavailable);
});

it('says what was withdrawn, and stops serving it', async () => {
  const old = source.publish(1);
  source.publish(2);
  const hash = old.content.parts.core!.hash;
  const store = new SnapshotStore({ source, disk: new Disk(dir), every: 60_000, listEvery: 0 });
  expect(await store.at(1)).not.toBeNull();
  source.withdraw(1);
  await store.refresh();
  await expect(store.at(1)).rejects.toThrow(SnapshotWithdrawn);
  await expect(store.part('core', hash)).rejects.toThrow(SnapshotWithdrawn);
  expect(await store.part('core', 'f'.repeat(64))).toBeNull();
});

it('never brings a withdrawn one back from the disk', async () => {
  source.publish(1);
  source.publish(2);
  const store = open();
  await store.current();
  source.withdraw(2);
  await store.refresh();
  expect((await store.current()).manifest.version).toBe(1);
  expect((await new Disk(dir).readManifests()).map(({ version }) => version)).toEqual([1]);
});

it('falls back to the snapshot before when the newest is corrupt and nobody can be asked', async () => {
  source.publish(1);
  const store = open();
  await store.current();
  const { content } = source.publish(2);
  await store.refresh();
  await truncate(join(dir, `${content.parts.core!.hash}.json`), 0);
  source.down = true;
  expect(await open().current()).toMatchObject({ stale: true, manifest: { version: 1 } });
});

it('goes on with what it has when a newer software has published', async () => {
  source.publish(1);
  const store = open();
  await store.current();
  source.publish(2, 99);
  await store.refresh();
  expect(await store.current()).toMatchObject({ stale: true, manifest: { version: 1 } });
  expect(console.warn).toHaveBeenCalledWith(expect.stringMatching(/newer than this software/));
});

it('decodes an older one once for many who ask, and keeps only the few asked for last', async () => {
  for (let seed = 1; seed <= 7; seed++) source.publish(seed);
  const store = open();
  const [one, same] = await Promise.all([store.at(1), store.at(1)]);
  expect(one).toBe(same);
  for (const version of [2, 3, 4]) await store.at(version);
  // Asked for again, the first is the last one to go.
  expect(await store.at(1)).toBe(one);
  const second = await store.at(2);
  await store.at(5);
  await store.at(6);
  expect(await store.at(1)).toBe(one);
  expect(await store.at(2)).toBe(second);
  const third = await store.at(3);
  expect(third!.dataset.version).toBe(3);
});

it('tells when the list of snapshots has changed', async () => {
  source.publish(1);
  source.publish(2);
  const store = new SnapshotStore({ source, disk: new Disk(dir), every: 60_000, listEvery: 0 });
  await store.at(1);
  const before = store.known;
  source.withdraw(1);
  await store.refresh();
  expect(store.known).not.toBe(before);
});

it('waits for the list of all just after the start, instead of denying an older one', async () => {
  source.publish(1);
  source.publish(2);
  const { promise, resolve } = Promise.withResolvers<void>();
  const list = source.list;
  source.list = async () => (await promise, list());
  const store = open();
  const first = store.current();
  await vi.waitFor(async () => expect((await store.health()).snapshot).toBe(2));
  const early = store.at(1);
  setTimeout(resolve, 1200);
  expect((await early)!.dataset.version).toBe(1);
  await first;
});
