/**
 * Identity across imports, from the files on: of a changed file only those rows change, merged ids
 * still lead somewhere, candidates stand beside the rows they belong to.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Client } from '../../src/lib/data/client.ts';
import { changedBy, importBatch } from '../../src/lib/data/importing.ts';
import { toBatch, type Batch } from '../../src/lib/import/batch.ts';
import { openLedger, readIds } from '../../src/lib/import/ids.ts';
import { prepare, type SeedFiles } from '../../src/lib/import/prepare.ts';
import { IMPORT_TIMEOUT } from '../../tools/import.ts';
import { readSeed } from '../../tools/seed.ts';
import { testStack, type TestStack } from './access.ts';

let stack: TestStack;
let client: Client;
let files: SeedFiles;
let batch: Batch;

/** Matching holds the thread for seconds: a pause lets a connection the server closed meanwhile go. */
async function batchOf(seed: SeedFiles): Promise<Batch> {
  const made = toBatch(prepare(seed), openLedger(seed.ids, seed.merges));
  await new Promise((done) => setTimeout(done, 200));
  return made;
}

beforeAll(async () => {
  stack = await testStack();
  await stack.empty();
  client = connect(stack.url, stack.secretKey, IMPORT_TIMEOUT);
  files = readSeed();
  batch = await batchOf(files);
  await importBatch(client, batch);
});

afterAll(() => stack.empty());

describe('candidates', () => {
  it('are stored with the import, and no visitor reads them', async () => {
    const [row] = await stack.sql<{ n: number; chosen: number }>(
      `select count(*)::int as n, (count(*) filter (where chosen))::int as chosen from public.match_candidate`
    );
    expect(row!.n).toBe(batch.match_candidate.length);
    expect(row!.chosen).toBeGreaterThan(0);
    const { data } = await stack.anon.from('match_candidate').select('name').limit(1);
    expect(data ?? []).toEqual([]);
  });

  it('go when the matcher no longer names them', async () => {
    const next = structuredClone(batch);
    const { source_id, source_key } = next.match_candidate[0]!;
    const mine = next.match_candidate.filter(
      (c) => c.source_id === source_id && c.source_key === source_key
    );
    next.match_candidate = next.match_candidate.filter((c) => !mine.includes(c));
    expect(changedBy(await importBatch(client, next))).toBe(mine.length);
    expect(changedBy(await importBatch(client, batch))).toBe(mine.length);
  });
});

describe('a changed file', () => {
  it('changes only the rows it changes', async () => {
    const lines = files.wikidata.split('\n');
    // The distance is told by the source, and no part of the row's key.
    const at = lines.findIndex((line) => line.includes('\tConstância Municipality\t'));
    const cells = lines[at]!.split('\t');
    cells[10] = `${Number(cells[10]) + 1}`;
    const next = lines.with(at, cells.join('\t')).join('\n');
    const answer = await importBatch(client, await batchOf({ ...files, wikidata: next }));
    expect(changedBy(answer)).toBe(1);
    expect(answer.tables['source_record']).toMatchObject({ new: 0, updated: 1 });
    expect(changedBy(await importBatch(client, batch))).toBe(1);
  });
});

describe('merges.tsv', () => {
  it('leads to merged_into, and the old ids still resolve', async () => {
    const ids = readIds(files.ids);
    const from = ids.p.get('own:FR|canton of yvetot')!;
    const into = ids.p.get('geonames:2967189')!;
    const tie = (partner: string) => ids.t.get(`ags:03241007~${partner}`)!;
    const merged = await batchOf({ ...files, merges: `from\tinto\n${from}\t${into}\n` });
    expect(merged.partner.some(({ id }) => id === from)).toBe(false);
    expect(merged.partnership).toHaveLength(batch.partnership.length - 1);
    const resolve = async () =>
      (
        await stack.sql<{ id: string; merged_into: string | null }>(
          `select id, merged_into from public.partner where id = $1
           union all select id, merged_into from public.partnership where id = $2`,
          [from, tie('own:FR|canton of yvetot')]
        )
      ).map((row) => row.merged_into);
    const target = [into, tie('geonames:2967189')];

    await importBatch(client, merged);
    expect(await resolve()).toEqual(target);
    expect(changedBy(await importBatch(client, merged))).toBe(0);
    // Also in a database that never knew the two as two.
    await stack.empty();
    await importBatch(client, merged);
    expect(await resolve()).toEqual(target);
    expect(changedBy(await importBatch(client, merged))).toBe(0);
  });

  it('refuses ids that do not exist', () => {
    expect(() => prepare({ ...files, merges: 'from\tinto\np1\tp999999\n' })).toThrow(/merged/);
  });
});
