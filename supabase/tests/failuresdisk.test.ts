/**
 * The server's disk fails: files corrupt, cut off, empty, exchanged or unreadable, the folder not
 * writable. Each is fetched anew from the database, and meanwhile nothing wrong is ever served.
 */
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  truncate,
  writeFile
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { Disk } from '../../src/lib/server/disk.ts';
import { publish, sha256 } from '../../src/lib/server/publish.ts';
import { databaseSource, noSource } from '../../src/lib/server/source.ts';
import { SnapshotStore } from '../../src/lib/server/store.ts';
import { testStack, type TestStack } from './access.ts';
import { ROWS } from './publishrows.ts';

let stack: TestStack;
let dir = '';
let core = '';
beforeAll(async () => {
  stack = await testStack();
  await stack.empty();
  for (const [table, rows] of ROWS) await stack.service.from(table).insert(rows);
  await publish(stack.service);
});
afterAll(() => stack.empty());

const open = (offline = false) =>
  new SnapshotStore({
    source: offline ? noSource() : databaseSource(stack.url, stack.publishableKey),
    disk: new Disk(dir),
    every: 60_000
  });
const versionOf = async (store: SnapshotStore) => (await store.current()).manifest.version;

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  dir = await mkdtemp(join(tmpdir(), 'atlas-disk-'));
  const { manifest } = await open().current();
  core = join(dir, `${manifest.parts.core!.hash}.json`);
  expect(await versionOf(open(true))).toBe(1);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dir, { recursive: true, force: true });
});

const FAULTS: [string, () => Promise<unknown>][] = [
  ['cut off', () => truncate(core, 100)],
  ['empty', () => truncate(core, 0)],
  ['gone', () => rm(core)],
  ['with one wrong bit', async () => writeFile(core, flip(await readFile(core)))],
  ['whole, but another content than its hash', () => writeFile(core, '{"format":1,"part":"core"}')]
];
const flip = (bytes: Buffer) => ((bytes[bytes.length >> 1]! ^= 1), bytes);

it.each(FAULTS)('a part %s is fetched anew and mended', async (_what, spoil) => {
  const running = open();
  await running.current();
  await spoil();
  // What is in memory already goes on serving.
  expect(await versionOf(running)).toBe(1);
  await expect(versionOf(open(true))).rejects.toThrow('No snapshot');
  expect(await versionOf(open())).toBe(1);
  expect(sha256(await readFile(core))).toBe(core.slice(-69, -5));
  expect(await versionOf(open(true))).toBe(1);
});

it.each(['', '{"version":', '{}', '[]', 'null'])('a manifest that is %j', async (text) => {
  await writeFile(join(dir, 'manifest.json'), text);
  expect(await versionOf(open())).toBe(1);
  expect(await versionOf(open(true))).toBe(1);
});

it('a part that may not be read is fetched anew', async () => {
  await unprivileged(async () => {
    await chmod(core, 0);
    expect(await versionOf(open())).toBe(1);
    expect((await stat(core)).mode & 0o400).toBe(0o400);
  });
});

it('a folder that may not be written to does no harm', async () => {
  await rm(core);
  await unprivileged(async () => {
    await chmod(dir, 0o500);
    try {
      expect(await versionOf(open())).toBe(1);
      await expect(stat(core)).rejects.toThrow('ENOENT');
      expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('EACCES'));
    } finally {
      await chmod(dir, 0o700);
    }
  });
});

it('a path that can not be a folder does no harm', async () => {
  await mkdir(join(dir, 'x'));
  await writeFile(join(dir, 'x', 'file'), '');
  dir = join(dir, 'x', 'file');
  expect(await versionOf(open())).toBe(1);
  dir = join(dir, '..', '..');
});

/** Root may read and write everything: there the test is run as another user. */
async function unprivileged(act: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return act();
  const nobody = 65_534;
  for (const path of [dir, join(dir, 'manifest.json'), core])
    await chown(path, nobody, nobody).catch(() => undefined);
  process.setegid!(nobody);
  process.seteuid!(nobody);
  try {
    await act();
  } finally {
    process.seteuid!(0);
    process.setegid!(0);
  }
}
