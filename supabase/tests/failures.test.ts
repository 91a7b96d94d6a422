/**
 * The database fails: down, slow, read-only, full, or its process is killed in the middle.
 *
 * Promise held here: nothing is ever half written, the last published snapshot serves meanwhile
 * without waiting, and afterwards everything works again without a restart.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { importBatch } from '../../src/lib/data/importing.ts';
import { toBatch, type Batch } from '../../src/lib/import/batch.ts';
import { openLedger } from '../../src/lib/import/ids.ts';
import { prepare } from '../../src/lib/import/prepare.ts';
import { Disk } from '../../src/lib/server/disk.ts';
import { feed } from '../../src/lib/server/feed.ts';
import { publish } from '../../src/lib/server/publish.ts';
import { databaseSource } from '../../src/lib/server/source.ts';
import { SnapshotStore, SnapshotWithdrawn } from '../../src/lib/server/store.ts';
import { readIdsFile, readMergesFile, readSeed } from '../../tools/seed.ts';
import { command, fragile, type Fragile } from './failures.ts';
import { fillUp } from './failuresfull.ts';
import { ROWS } from './publishrows.ts';

let db: Fragile;
let batch: Batch;
let dir = '';
let store: SnapshotStore;
const SNAPSHOTS = ['snapshot', 'snapshot_part', 'snapshot_number'];
const RECORDS = ['source', 'authority', 'partner', 'partnership', 'source_record'];
const NOTHING = [0, 0, 0, 0, 0];

beforeAll(async () => {
  db = await fragile();
  batch = toBatch(prepare(readSeed()), openLedger(readIdsFile(), readMergesFile()));
});
afterAll(() => (db as Fragile | undefined)?.close());
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dir, { recursive: true, force: true });
});
beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  dir = await mkdtemp(join(tmpdir(), 'atlas-serving-'));
  await empty();
  for (const [table, rows] of ROWS) {
    const { error } = await db.service.from(table).insert(rows);
    expect(error, table).toBeNull();
  }
  expect(await publish(db.service)).toEqual({ version: 1, changed: true });
  store = openStore();
  expect(await served()).toBe(1);
});

const openStore = () =>
  new SnapshotStore({
    source: databaseSource(db.stack.url, db.stack.publishableKey),
    disk: new Disk(dir),
    every: 10,
    listEvery: 0
  });
/** Reading may have started a look, which a change comes too late for: the one after it sees all. */
const lookAnew = async () => {
  await store.refresh();
  await store.refresh();
};
const served = async () => (await store.current()).manifest.version;
const change = (since_year: number) =>
  db.sql(`update public.partnership set since_year = $1 where id = 't1'`, [since_year]);
const empty = () =>
  db.sql(`do $$ begin execute (select 'truncate ' || string_agg(format('public.%I', tablename), ', ')
    || ' cascade' from pg_tables where schemaname = 'public'); end $$`);
/** Nothing of a second publication, and the first one whole. */
const onlyTheFirst = async () => {
  expect(await db.rows(...SNAPSHOTS)).toEqual([1, 4, 1]);
  expect(await served()).toBe(1);
};

it('down: the last snapshot serves, writing refuses, and all recovers', async () => {
  await db.stack.stopDatabase();
  try {
    await store.refresh();
    expect(await store.current()).toMatchObject({ stale: true, manifest: { version: 1 } });
    expect(await store.health()).toEqual({ database: 'down', snapshot: 1 });
    expect(await store.at(1)).not.toBeNull();
    expect((await openStore().current()).manifest.version).toBe(1);
    await expect(publish(db.service)).rejects.toThrow();
    await expect(importBatch(db.service, batch)).rejects.toThrow();
  } finally {
    await db.stack.startDatabase();
  }
  await vi.waitFor(async () => expect((await store.health()).database).toBe('up'), 20_000);
  await change(1989);
  expect(await publish(db.service)).toEqual({ version: 2, changed: true });
  await store.refresh();
  expect(await store.current()).toMatchObject({ stale: false, manifest: { version: 2 } });
}, 60_000);

it('slow: behind a lock pages do not wait, health stays quick, statements time out', async () => {
  const holder = await db.hold('lock table public.snapshot, public.snapshot_part');
  try {
    // One look is under way all the time and hangs until the statement's limit.
    let hangs = true;
    const look = store.refresh().finally(() => (hangs = false));
    const health = store.health();
    const unknown = expect(store.at(99)).rejects.toThrow('No snapshot');
    expect(await served()).toBe(1);
    expect(await health).toEqual({ database: 'down', snapshot: 1 });
    await unknown;
    expect(hangs).toBe(true); // nobody waited for it
    const [{ error }] = await Promise.all([db.anon.from('snapshot').select('version'), look]);
    expect(error?.code).toBe('57014'); // ended by the database's own limit, not by us
    expect(await store.current()).toMatchObject({ stale: true, manifest: { version: 1 } });
  } finally {
    await holder.release();
  }
  await vi.waitFor(async () => expect((await store.health()).database).toBe('up'), 20_000);
  expect((await store.current()).stale).toBe(false);
}, 60_000);

it('read-only: publishing and importing refuse in words, nothing is written', async () => {
  await change(1989);
  await db.configure('default_transaction_read_only', 'on');
  try {
    await expect(publish(db.service)).rejects.toThrow(/read-only.*nothing was written/);
    await expect(importBatch(db.service, batch)).rejects.toThrow(/read-only.*nothing was written/);
    const { error } = await db.service.from('land').insert({ code: '06', name: 'Hessen' });
    expect(error?.code).toBe('25006');
    expect(await db.rows('land', 'authority')).toEqual([1, 3]);
    const told = await command('publish', db.stack).ended;
    expect(told).toMatchObject({ code: 1 });
    expect(told.output).toContain('Nothing was published: The database is set read-only');
    await store.refresh();
    expect(await store.current()).toMatchObject({ stale: false, manifest: { version: 1 } });
    await onlyTheFirst();
  } finally {
    await db.configure('default_transaction_read_only', null);
  }
  expect(await publish(db.service)).toEqual({ version: 2, changed: true });
}, 60_000);

it('full: publishing stops with a clear message and leaves nothing', async ({ annotate }) => {
  // So much that it does not fit into what is left of the last block.
  await db.sql(`update public.source_record set note =
    (select string_agg(md5(i::text), '') from generate_series(1, 4000) i)`);
  const disk = await fillUp(db);
  try {
    await annotate(disk.how);
    await expect(publish(db.service)).rejects.toMatchObject({
      code: '53100',
      message: expect.stringMatching(/No space left on device|disk is full/)
    });
    await store.refresh();
    await onlyTheFirst();
  } finally {
    await disk.free();
  }
  expect(await publish(db.service)).toEqual({ version: 2, changed: true });
}, 60_000);

describe('killed in the middle', () => {
  it("publish: the database's process", async () => {
    await change(1989);
    const gate = await db.closeGate('snapshot_part');
    const publishing = expect(publish(db.service)).rejects.toThrow();
    const pid = await gate.paused();
    await store.refresh();
    await onlyTheFirst();
    await gate.terminate(pid);
    await publishing;
    await gate.open();
    await onlyTheFirst();
    expect(await publish(db.service)).toEqual({ version: 2, changed: true });
  }, 60_000);

  it('publish: the command. What the database has got already ends whole', async () => {
    await change(1989);
    const gate = await db.closeGate('snapshot_part');
    const run = command('publish', db.stack);
    await gate.paused();
    await run.kill();
    await onlyTheFirst();
    await gate.open();
    expect(await db.rows(...SNAPSHOTS)).toEqual([2, 8, 2]);
    expect(await publish(db.service)).toEqual({ version: 2, changed: false });
    await store.refresh();
    expect(await served()).toBe(2);
  }, 60_000);

  it("import: the database's process", async () => {
    await empty();
    const gate = await db.closeGate('source_record');
    const importing = expect(importBatch(db.service, batch)).rejects.toThrow();
    const pid = await gate.paused();
    expect(await db.rows(...RECORDS)).toEqual(NOTHING);
    await gate.terminate(pid);
    await importing;
    await gate.open();
    expect(await db.rows(...RECORDS)).toEqual(NOTHING);
    expect(await served()).toBe(1);
  }, 60_000);

  it('import: the command. Nothing or everything, never a part', async () => {
    await empty();
    const gate = await db.closeGate('source_record');
    const run = command('import', db.stack);
    await gate.paused();
    await run.kill();
    expect(await db.rows(...RECORDS)).toEqual(NOTHING);
    await gate.open();
    // Merged ids keep their rows, so that they still lead somewhere.
    const merged = (kind: string) => batch.merged.filter((row) => row.kind === kind);
    const whole = [
      batch.source,
      [...batch.authority, ...merged('authority')],
      [...batch.partner, ...merged('partner')],
      [...batch.partnership, ...merged('partnership')],
      batch.source_record
    ].map((list) => list.length);
    expect(await db.rows(...RECORDS)).toEqual(whole);
  }, 90_000);
});

it('two publishers at once make one version, and the server takes it over', async () => {
  await change(1989);
  const both = await Promise.all([publish(db.service), publish(db.service)]);
  expect(both.map(({ version }) => version)).toEqual([2, 2]);
  expect(both.filter(({ changed }) => changed)).toHaveLength(1);
  await lookAnew();
  expect(await served()).toBe(2);
});

it('withdrawn is told from unknown, and the one before serves', async () => {
  const hash = (await store.current()).manifest.parts.core!.hash;
  await change(1989);
  await publish(db.service);
  await lookAnew();
  await db.service.from('snapshot').delete().eq('version', 1);
  await lookAnew();
  await expect(store.at(1)).rejects.toThrow(SnapshotWithdrawn);
  await expect(store.part('core', hash)).rejects.toThrow(SnapshotWithdrawn);
  expect(await store.at(3)).toBeNull();
  expect(await store.part('core', 'f'.repeat(64))).toBeNull();
});

it('the feed tells of a withdrawn one, and what the next is compared with since', async () => {
  for (const year of [1990, 1991]) {
    await change(year);
    await publish(db.service);
  }
  await lookAnew();
  const site = { origin: 'https://atlas.example', locale: 'de' as const };
  const read = () => feed(site, { name: '', mail: '' }, store);
  const entryOf = (text: string, id: string) =>
    text.split('<entry>').find((entry) => entry.includes(`:de/${id}</id>`)) ?? '';
  const updated = (entry: string) => /<updated>([^<]+)/.exec(entry)?.[1];
  const before = await read();
  expect(entryOf(before, 'stand/3')).toContain('<summary>Verglichen mit Nr. 2 vom');
  expect(entryOf(before, 'stand/3')).toMatch(/: 1990 → 1991/);
  expect(before).not.toContain('zurueckgezogen');

  await db.service.from('snapshot').delete().eq('version', 2);
  await lookAnew();
  const after = await read();
  expect(entryOf(after, 'stand/2')).toBe('');
  const gone = entryOf(after, 'stand/2/zurueckgezogen');
  expect(gone).toMatch(
    /<title>Datenstand Nr\. 2 vom \d\d\.\d\d\.\d{4} wurde zurückgezogen<\/title>/
  );
  expect(entryOf(after, 'stand/3')).toContain('<summary>Verglichen mit Nr. 1 vom');
  expect(updated(entryOf(after, 'stand/3'))).toBe(updated(gone));
  expect(entryOf(after, 'stand/1')).toBe(entryOf(before, 'stand/1'));
  expect(updated(after)).toBe(updated(gone));
});
