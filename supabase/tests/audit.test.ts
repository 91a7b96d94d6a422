/** The audit: every change leaves a line, an import one per table, and nobody rubs out any. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testStack, type TestStack } from './access.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await testStack();
  await stack.empty();
});
afterAll(() => stack.empty());

/** Tables without audit, each for the reason that the migration gives. */
const EXEMPT = ['audit_log', 'match_candidate', 'snapshot_number', 'snapshot_part'];
const lines = () =>
  stack.sql(`select action, table_name, row_id, row_count, role, old ->> 'name' as old,
    new ->> 'name' as new from public.audit_log order by id`);

test('each table is under audit, or exempt by name', async () => {
  const rows = await stack.sql<{ t: string; n: number }>(
    `select c.relname as t, count(g.oid)::int as n from pg_class c
     left join pg_trigger g on g.tgrelid = c.oid and g.tgname like 'audit\\_%'
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by 1 order by 1`
  );
  expect(rows.filter((row) => row.n !== 3).map((row) => row.t)).toEqual(EXEMPT);
});

test('a change is logged with old and new; one that changes nothing is not', async () => {
  const land = stack.service.from('land');
  await land.insert({ code: '09', name: 'Bayern' });
  await land.update({ name: 'Baiern' }).eq('code', '09');
  await land.update({ name: 'Baiern' }).eq('code', '09');
  await land.delete().eq('code', '09');
  const line = { table_name: 'land', row_id: '09', row_count: 1, role: 'service_role' };
  expect(await lines()).toEqual([
    { action: 'insert', ...line, old: null, new: 'Bayern' },
    { action: 'update', ...line, old: 'Bayern', new: 'Baiern' },
    { action: 'delete', ...line, old: 'Baiern', new: null }
  ]);
});

test('many rows at once are one line with their count', async () => {
  await stack.empty();
  const rows = Array.from({ length: 51 }, (_, n) => ({ id: `t${n}`, name_de: 'x', name_en: 'x' }));
  await stack.service.from('topic').insert(rows);
  expect(await lines()).toMatchObject([{ action: 'insert', row_id: null, row_count: 51 }]);
});

test('nobody changes or removes a line, not even the owner', async () => {
  for (const client of [stack.anon, stack.authenticated, stack.service]) {
    const log = () => client.from('audit_log');
    for (const answer of [
      await log().insert({ role: 'x', action: 'insert', table_name: 'x' }),
      await log().update({ role: 'x' }).neq('id', 0),
      await log().delete().neq('id', 0)
    ])
      expect(answer.error?.code).toBe('42501');
  }
  for (const attempt of [`update public.audit_log set role = 'x'`, `delete from public.audit_log`])
    await expect(stack.sql(attempt)).rejects.toThrow(/only ever added to/);
  await expect(stack.sql(`set role service_role; truncate public.audit_log`)).rejects.toThrow();
  expect(await lines()).toHaveLength(1);
});
