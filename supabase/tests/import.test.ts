/**
 * The import as the database sees it: all or nothing, repeatable, stable ids, honest counts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Client } from '../../src/lib/data/client.ts';
import { changedBy, importBatch, type Imported } from '../../src/lib/data/importing.ts';
import { toBatch, type Batch } from '../../src/lib/import/batch.ts';
import { openLedger } from '../../src/lib/import/ids.ts';
import { MORE_TABLES } from '../../src/lib/import/morebatch.ts';
import { prepare } from '../../src/lib/import/prepare.ts';
import { IMPORT_TIMEOUT, importSeed } from '../../tools/import.ts';
import { readIdsFile, readMergesFile, readSeed } from '../../tools/seed.ts';
import { testStack, type TestStack } from './access.ts';

const TABLES = [
  'source',
  'land',
  'kreis',
  'country',
  'goal',
  'target',
  'topic',
  'topic_spelling',
  'programme_rule',
  'authority',
  'partner',
  'partnership',
  'partnership_member',
  'source_record',
  'partnership_programme',
  'partnership_topic',
  'sdg_tag',
  ...MORE_TABLES
] as const;

let stack: TestStack;
let client: Client;
let batch: Batch;
let first: Imported;

/** Number of rows and a digest of all row versions (xmin) of a table. */
async function state(version: boolean): Promise<Record<string, string>> {
  const parts = TABLES.map(
    (t) =>
      `select '${t}' as t, count(*) || ' ' || md5(string_agg(${version ? 'xmin::text || ctid::text' : 'r::text'}, '' order by r::text)) as s from public.${t} r`
  );
  const rows = await stack.sql<{ t: string; s: string }>(parts.join(' union all '));
  return Object.fromEntries(rows.map((row) => [row.t, row.s]));
}

const copy = (): Batch => structuredClone(batch);

beforeAll(async () => {
  stack = await testStack();
  await stack.empty();
  client = connect(stack.url, stack.secretKey, IMPORT_TIMEOUT);
  batch = toBatch(prepare(readSeed()), openLedger(readIdsFile(), readMergesFile()));
});

afterAll(() => stack.empty());

describe('import_batch', () => {
  it('writes nothing when one row is bad', async () => {
    const bad = copy();
    bad.sdg_tag[0]!.goal = 18;
    await expect(importBatch(client, bad)).rejects.toThrow();
    const counts = await stack.sql<{ n: string }>(
      `select ${TABLES.map((t) => `(select count(*) from public.${t})`).join(' + ')} as n`
    );
    expect(Number(counts[0]!.n)).toBe(0);
  });

  it('refuses a column it does not know', async () => {
    const bad = copy();
    (bad.land[0] as Record<string, unknown>)['colour'] = 'red';
    await expect(importBatch(client, bad)).rejects.toThrow(/column/);
  });

  it('is closed to the public and to people who are signed in', async () => {
    for (const nobody of [stack.anon, stack.authenticated])
      await expect(importBatch(nobody, { ...batch, source_record: [] })).rejects.toThrow();
  });

  it('writes everything in one go', async () => {
    first = await importBatch(client, batch);
    for (const table of TABLES)
      expect(first.tables[table], table).toEqual({
        new: batch[table].length,
        updated: 0,
        unchanged: 0
      });
  });

  it('accounts for the rows of every source', () => {
    for (const [source, s] of Object.entries(first.sources)) {
      const rows = batch.source_record.filter((r) => r.source_id === source).length;
      expect(s.new + s.updated + s.unchanged + s.merged + s.quarantined, source).toBe(rows);
    }
  });

  it('changes nothing when repeated, not even a row version', async () => {
    const before = await state(true);
    const result = await importSeed(client, () => undefined);
    expect(result.changed).toBe(0);
    expect(result.rows).toBe(batch.source_record.length);
    expect(await state(true)).toEqual(before);
  });

  it('changes only the rows that a changed file changes', async () => {
    const next = copy();
    const candidates = new Set(next.match_candidate.map((c) => c.source_key));
    const gone = next.source_record.findIndex(
      (r) => r.outcome === 'quarantined' && !candidates.has(r.source_key)
    );
    next.source_record.splice(gone, 1);
    const changed = next.source_record.find(
      (r) => r.outcome === 'imported' && r.source_id === 'wikidata-2017'
    )!;
    changed.detail = 'looked at again';
    next.source_record.forEach((r) => r.row_number++); // a line was put in at the top
    const answer = await importBatch(client, next);
    expect(changedBy(answer)).toBe(2);
    expect(answer.tables['source_record']).toMatchObject({ new: 0, updated: 1 });
    expect(answer.sources['wikidata-2017']).toMatchObject({ updated: 1 });
    expect(Object.values(answer.sources).reduce((sum, s) => sum + s.gone, 0)).toBe(1);
    expect(changedBy(await importBatch(client, batch))).toBe(2);
  });

  it('drops tags that the file no longer states, and keeps what editors added', async () => {
    const record = batch.source_record.find(
      (r) => r.source_id === 'facts-2026' && r.partnership_id
    )!;
    await stack.sql(
      `insert into public.sdg_tag (partnership_id, goal, basis, source_id, source_key) values ($1, 1, 'editor', $2, $3)`,
      [record.partnership_id, record.source_id, record.source_key]
    );
    await stack.sql(
      `update public.partnership set last_confirmed_at = '2026-01-01' where id = $1`,
      [record.partnership_id]
    );
    const next = copy();
    const dropped = next.partnership_topic.splice(0, 1)[0]!;
    expect(changedBy(await importBatch(client, next))).toBe(1);
    const left = await stack.sql(
      `select 1 from public.partnership_topic where (partnership_id, topic_id, source_key) = ($1, $2, $3)`,
      [dropped.partnership_id, dropped.topic_id, dropped.source_key]
    );
    expect(left).toHaveLength(0);
    expect(await stack.sql(`select 1 from public.sdg_tag where basis = 'editor'`)).toHaveLength(1);
    expect(
      await stack.sql(`select 1 from public.partnership where last_confirmed_at is not null`)
    ).toHaveLength(1);
  });

  it('holds the further lists, each with its page, and names what its rows became', async () => {
    const counts = await stack.sql<{ kind: string; outcome: string; n: number }>(
      `select entity_kind as kind, outcome, count(*)::int as n from public.source_record
       where entity_kind is not null group by 1, 2 order by 1, 2`
    );
    expect(counts.map(({ kind, outcome, n }) => `${kind} ${outcome} ${n}`)).toEqual([
      'actor imported 123',
      'authority_change imported 46',
      'funding_instrument imported 44',
      'good_example imported 61',
      'membership imported 233',
      'membership quarantined 1',
      'partner_request imported 9',
      'un_review imported 31'
    ]);
  });

  it('refuses the whole batch for one bad row of the further lists', async () => {
    const before = await state(true);
    const bad = copy();
    bad.un_review[0]!['kind'] = 'rumour';
    bad.network[0]!['name_de'] = 'must not be written';
    await expect(importBatch(client, bad)).rejects.toThrow();
    expect(await state(true)).toEqual(before);
  });

  it('takes a statement back when its row is gone, and only that', async () => {
    await importBatch(client, batch);
    const next = copy();
    const { id } = next.good_example.splice(0, 1)[0]!;
    const topics = next.good_example_topic.filter((t) => t['good_example_id'] === id);
    next.good_example_topic = next.good_example_topic.filter((t) => !topics.includes(t));
    next.source_record = next.source_record.filter((r) => r.entity_id !== id);
    const answer = await importBatch(client, next);
    expect(changedBy(answer)).toBe(2); // the statement (its topics with it) and its record
    const left = await stack.sql(`select 1 from public.good_example where id = $1`, [id]);
    expect(left).toHaveLength(0);
    expect(changedBy(await importBatch(client, batch))).toBe(2 + topics.length);
  });

  it('gives the same ids after a wipe', async () => {
    await stack.empty();
    await importBatch(client, batch);
    const once = await state(false);
    await stack.empty();
    await importSeed(client, () => undefined);
    expect(await state(false)).toEqual(once);
  });
});
