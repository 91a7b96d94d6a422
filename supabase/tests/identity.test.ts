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
import { readRecords } from '../../src/lib/data/records.ts';
import { assemble } from '../../src/lib/server/assemble.ts';
import { build } from '../../src/lib/server/publish.ts';
import { decodeCore } from '../../src/lib/snapshot/core.ts';
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
  const apart = 'from\tinto\treason\treviewed\n';
  /** Where ids lead in the database, in the order asked; undefined = no such row. */
  const leads = async (...ids: string[]) => {
    const rows = await stack.sql<{ id: string; merged_into: string | null }>(
      `select id, merged_into from public.authority
       union all select id, merged_into from public.partner
       union all select id, merged_into from public.partnership`
    );
    const found = new Map(rows.map((row) => [row.id, row.merged_into]));
    return ids.map((id) => found.get(id));
  };
  /** What a snapshot would hold, without the places of its network, which take seconds. */
  const toPublish = async () => {
    const { bodies } = build(assemble(await readRecords(client)), 0, null);
    const core = Buffer.from(bodies.core!).toString('utf8');
    return decodeCore(core, { version: 1, publishedAt: '' });
  };

  /** Before the two were one. */
  let two: Batch;
  beforeAll(async () => {
    two = await batchOf({ ...files, merges: apart });
  });

  const canton = () => {
    const ids = readIds(files.ids);
    const tie = (partner: string) => ids.t.get(`ags:03241007~${partner}`)!;
    const [own, town] = ['own:FR|canton of yvetot', 'geonames:2967189'] as const;
    return { from: ids.p.get(own)!, into: ids.p.get(town)!, old: tie(own), now: tie(town) };
  };

  /** Merged ids that no row would have even without the file: a decision of the matching took them. */
  const goneAnyway = ({ partner, partnership }: Batch) => {
    const living = new Set([...partner, ...partnership].map(({ id }) => id));
    return batch.merged.filter(({ id }) => !living.has(id)).length;
  };

  it('leads a unit and its ties on in a database that knew the two as two', async () => {
    const { from, into, old, now } = canton();
    await stack.empty();
    await importBatch(client, two);
    expect(await leads(from, old)).toEqual([null, null]);
    const before = await toPublish();
    expect(before.moved.size).toBe(0);
    expect(before.partnerships.id).toContain(old);

    const answer = await importBatch(client, batch);
    expect(answer.tables['merged']).toMatchObject({
      new: goneAnyway(two),
      updated: batch.merged.length - goneAnyway(two)
    });
    expect(await leads(from, old)).toEqual([into, now]);
    const after = await toPublish();
    expect([after.moved.get(from), after.moved.get(old)]).toEqual([into, now]);
    expect(after.partners.id).not.toContain(from);
    expect(after.partnerships.id).not.toContain(old);
    // Every row of the file leads to something that would be published.
    const rows = files.merges.split('\n').slice(1).filter(Boolean);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect([...after.moved.keys()]).toContain(row.split('\t')[0]);
  }, 180_000);

  it('and in one that never did', async () => {
    const { from, into, old, now } = canton();
    await stack.empty();
    const answer = await importBatch(client, batch);
    expect(answer.tables['merged']).toMatchObject({ new: batch.merged.length, updated: 0 });
    expect(await leads(from, old)).toEqual([into, now]);
    expect((await toPublish()).moved.size).toBe(batch.merged.length);
    expect(changedBy(await importBatch(client, batch))).toBe(0);
  }, 180_000);

  it('leads one tie to another, and its partner along only when nothing else holds it', async () => {
    const ids = readIds(files.ids);
    const tie = (key: string) => ids.t.get(key)!;
    // Kusatsu in Shiga has no other tie, the town of Wicklow has.
    const kusatsu = ids.p.get('geonames:1858067')!;
    const wicklow = ids.p.get('geonames:2960936')!;
    expect(
      await leads(
        tie('ags:08118079~geonames:1858067'),
        kusatsu,
        tie('ags:09663000~geonames:2960936'),
        wicklow
      )
    ).toEqual([
      tie('ags:08118079~geonames:1858066'),
      ids.p.get('geonames:1858066')!,
      tie('ags:09663000~own:IE|wicklow'),
      null
    ]);
    const members = await stack.sql<{ name: string; lon: number | null }>(
      `select p.name, p.lon from public.partnership_member m join public.partner p on p.id = m.partner_id
       where m.partnership_id = $1`,
      [tie('ags:09663000~own:IE|wicklow')]
    );
    expect(members).toEqual([{ name: 'County Wicklow', lon: -6.04944 }]);
  });

  it('can be taken back', async () => {
    const { from, old } = canton();
    await importBatch(client, two);
    expect(await leads(from, old)).toEqual([null, null]);
    const core = await toPublish();
    expect(core.moved.size).toBe(goneAnyway(two));
    expect(core.partnerships.id).toContain(old);
    await importBatch(client, batch);
    expect((await toPublish()).partnerships.id).not.toContain(old);
  });

  it('leads on a body that is gone since', async () => {
    const next = structuredClone(batch);
    next.merged.push({
      ...{ kind: 'authority', id: 'a99999', into: 'a3' },
      ...{ geonames_id: null, own_key: null, member_key: null }
    });
    await importBatch(client, next);
    expect(await leads('a99999')).toEqual(['a3']);
    expect((await toPublish()).moved.get('a99999')).toBe('a3');
    expect(changedBy(await importBatch(client, next))).toBe(0);
  });

  it('refuses ids that do not exist', () => {
    expect(() => prepare({ ...files, merges: `${apart}p1\tp999999\twhy\n` })).toThrow(/merged/);
  });
});
