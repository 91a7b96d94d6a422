/**
 * Publishing through PostgREST: one version per content, all or nothing, and the public sees the
 * snapshot but never the records.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  latestManifest,
  listManifests,
  listWithdrawn,
  readPart
} from '../../src/lib/data/snapshots.ts';
import { NO_FILTERS } from '../../src/lib/domain/filters.ts';
import { select } from '../../src/lib/domain/selection.ts';
import { WIKIDATA_2017 } from '../../src/lib/server/editions.ts';
import { publish, sha256 } from '../../src/lib/server/publish.ts';
import { decodeCore } from '../../src/lib/snapshot/core.ts';
import { decodeDetail } from '../../src/lib/snapshot/detail.ts';
import type { Manifest } from '../../src/lib/snapshot/manifest.ts';
import { decodeSearch } from '../../src/lib/snapshot/search.ts';
import { testStack, type TestStack } from './access.ts';
import { ROWS } from './publishrows.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await testStack();
});
afterAll(() => stack.empty());

beforeEach(async () => {
  await stack.empty();
  for (const [table, rows] of ROWS) {
    const { error } = await stack.service.from(table).insert(rows);
    expect(error, table).toBeNull();
  }
});

test('the public reads what was published, whole and by hash', async () => {
  expect(await publish(stack.service)).toEqual({ version: 1, changed: true });
  const manifest = (await latestManifest(stack.anon))!;
  expect(manifest).toMatchObject({
    version: 1,
    format: 1,
    counts: {
      ...{ partnerships: 1, partnerships_inland: 0, authorities: 2, partners: 1, countries: 1 },
      ...{ authorities_with_partnership: 1, with_year: 1, with_topic: 1, quarantined: 1 },
      sdg_tags: { source: 1, editor: 0, programme: 1, topic: 1 }
    }
  });
  const texts: Record<string, string> = {};
  for (const name of ['core', 'detail', 'search'] as const) {
    const { hash, bytes } = manifest.parts[name]!;
    const body = (await readPart(stack.anon, name, hash))!;
    expect(sha256(body)).toBe(hash);
    expect(body.length).toBe(bytes);
    texts[name] = body.toString('utf8');
  }
  const core = decodeCore(texts.core, { version: 1, publishedAt: manifest.published_at });
  expect(core.odaYear).toBe('2024');
  const found = select(core, {
    ...NO_FILTERS,
    goals: [6, 13],
    goalsAll: true,
    programmes: ['klimapartnerschaft']
  });
  expect(found.rows).toHaveLength(1);
  // The record names a commune that was merged since: its successor holds the tie.
  expect(core.authorities.id).toEqual(['a2']);
  expect(core.partners.lon[0]).toBeNaN();
  expect(
    decodeDetail(texts.detail)
      .get('t1')!
      .sources.map((line) => line.source)
  ).toEqual(['facts-2026', 'wikidata-2017']);
  expect(decodeSearch(texts.search).map((entry) => entry.id)).toEqual(['a2', 'a10']);
});

test('no change makes no version, a change makes one', async () => {
  await publish(stack.service);
  expect(await publish(stack.service)).toEqual({ version: 1, changed: false });
  await stack.service.from('partnership').update({ since_year: 1989 }).eq('id', 't1');
  expect(await publish(stack.service)).toEqual({ version: 2, changed: true });
  expect((await listManifests(stack.anon)).map((one) => one.version)).toEqual([2, 1]);
});

test('publishers at the same moment make one version', async () => {
  const all = await Promise.all([1, 2, 3, 4].map(() => publish(stack.service)));
  expect(all.map((one) => one.version)).toEqual([1, 1, 1, 1]);
  expect(all.filter((one) => one.changed)).toHaveLength(1);
});

test('a number is never given twice', async () => {
  await publish(stack.service);
  await stack.service.from('snapshot').delete().eq('version', 1);
  expect(await publish(stack.service)).toEqual({ version: 2, changed: true });
});

test('a withdrawn snapshot stays known by its number and its hashes', async () => {
  await publish(stack.service);
  const { parts, published_at } = (await latestManifest(stack.anon))!;
  expect(await listWithdrawn(stack.anon)).toEqual([]);
  await stack.service.from('snapshot').delete().eq('version', 1);
  const hashes = Object.values(parts).map(({ hash }) => hash);
  expect(await listWithdrawn(stack.anon)).toEqual([
    {
      ...{ version: 1, hashes: hashes.sort(), publishedAt: published_at, edition: null },
      withdrawnAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/)
    }
  ]);
});

const PART = { hash: sha256('{}'), bytes: 2, body: 'e30=' };
test.each([
  ['a part is missing', { core: PART, detail: PART }],
  ['a hash is wrong', { core: PART, detail: PART, search: { ...PART, hash: 'f'.repeat(64) } }],
  ['a size is wrong', { core: PART, detail: PART, search: { ...PART, bytes: 3 } }],
  ['a part has no known name', { core: PART, detail: PART, search: PART, extra: PART }]
])('nothing is left when %s', async (_what, parts) => {
  const { error } = await stack.service.rpc('publish_snapshot', {
    ...{ p_format: 1, p_hash: 'a'.repeat(64), p_manifest: {}, p_parts: parts }
  });
  expect(error).not.toBeNull();
  const tables = ['snapshot', 'snapshot_part', 'snapshot_number'];
  for (const table of tables)
    expect(await stack.sql(`select * from public.${table}`), table).toEqual([]);
});

test('a record that cannot be read publishes nothing', async () => {
  // A tie whose members are not there yet is half a record.
  await stack.sql(`delete from public.partnership_member where partnership_id = 't1'`);
  await expect(publish(stack.service)).rejects.toThrow();
  expect(await latestManifest(stack.anon)).toBeNull();
});

test('the public neither reads records nor publishes', async () => {
  await publish(stack.service);
  for (const client of [stack.anon, stack.authenticated]) {
    for (const table of ['authority', 'partnership', 'source_record'])
      expect((await client.from(table).select('*')).data ?? [], table).toEqual([]);
    expect((await client.rpc('publishable_records')).error).not.toBeNull();
    const forged = { p_format: 1, p_hash: 'a'.repeat(64), p_manifest: {}, p_parts: {} };
    expect((await client.rpc('publish_snapshot', forged)).error).not.toBeNull();
  }
  expect(await listManifests(stack.anon)).toHaveLength(1);
});

test('an edition of one layer is published once, before the whole, and is never the current one', async () => {
  expect(await publish(stack.service, [WIKIDATA_2017])).toEqual({ version: 2, changed: true });
  const [whole, edition] = (await listManifests(stack.anon)) as [Manifest, Manifest];
  expect((await latestManifest(stack.anon))!.version).toBe(2);
  expect([whole.edition, edition.edition]).toEqual([undefined, WIKIDATA_2017]);
  expect(edition.counts).toMatchObject({ partnerships: 1, with_year: 0, with_topic: 0 });
  expect(edition.licences.map(({ source }) => source)).toEqual(['dac', 'wikidata-2017']);
  const { hash } = edition.parts.core!;
  const core = decodeCore((await readPart(stack.anon, 'core', hash))!.toString('utf8'), {
    version: 1,
    publishedAt: ''
  });
  expect(core.partnerships).toMatchObject({ id: ['t1'] });
  expect([...core.partnerships.layers, ...core.partnerships.form]).toEqual([1, 0]);

  // Neither its own content nor what is published after it makes another one.
  expect(await publish(stack.service, [WIKIDATA_2017])).toEqual({ version: 2, changed: false });
  await stack.service.from('partnership').update({ since_year: 1989 }).eq('id', 't1');
  expect(await publish(stack.service, [WIKIDATA_2017])).toEqual({ version: 3, changed: true });
  expect((await listManifests(stack.anon)).map((one) => one.edition?.id)).toEqual([
    undefined,
    undefined,
    'wikidata-2017'
  ]);
});

test('an edition published later is not the current one either', async () => {
  await publish(stack.service);
  expect(await publish(stack.service, [WIKIDATA_2017])).toEqual({ version: 1, changed: false });
  expect((await listManifests(stack.anon)).map((one) => one.version)).toEqual([2, 1]);
  expect((await latestManifest(stack.anon))!.version).toBe(1);
});
