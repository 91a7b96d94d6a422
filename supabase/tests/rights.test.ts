/**
 * Rights, tried out through PostgREST: every role x table x verb, allowed and denied, with the rows
 * counted behind it. A blocked UPDATE or DELETE may look like success, so the count decides.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../src/lib/data/client.ts';
import { testStack, type TestStack } from './access.ts';
import { FUNCTIONS, RIGHTS, type TableRights } from './rights.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await testStack();
  await stack.empty();
});
afterAll(() => stack.empty());

/** The part of a row that finds it again. */
const keyOf = ({ key, row }: TableRights): Record<string, unknown> =>
  Object.fromEntries(key.map((name) => [name, row[name]]));

/** What the table holds, seen by its owner. */
const held = (table: string): Promise<Record<string, unknown>[]> =>
  stack.sql(`select to_jsonb(t) as row from public.${table} t order by 1`);

/** Try a verb; the rows it affected, 0 when it was refused. */
async function attempt(
  client: Client,
  rights: TableRights,
  verb: TableRights['service'][number]
): Promise<{ count: number; code: string }> {
  const table = client.from(rights.table);
  const match = keyOf(rights) as Record<string, string>;
  const query = {
    select: () => table.select('*', { count: 'exact' }).match(match),
    insert: () => table.insert(rights.row, { count: 'exact' }),
    update: () => table.update(rights.change, { count: 'exact' }).match(match),
    delete: () => table.delete({ count: 'exact' }).match(match)
  }[verb];
  const { count, error } = await query();
  return { count: error ? 0 : (count ?? 0), code: error?.code ?? '' };
}

test('each table and view has an entry, and only those', async () => {
  const rows = await stack.sql<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`
  );
  expect(rows.map((row) => row.name).sort()).toEqual(RIGHTS.map((entry) => entry.table).sort());
});

test('row level security is on for each table', async () => {
  const rows = await stack.sql(
    `select relname from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`
  );
  expect(rows).toEqual([]);
});

describe('the service', () => {
  test.each(RIGHTS)('$table: insert', async (rights) => {
    const may = rights.service.includes('insert');
    const expected = may ? { count: 1, code: '' } : { count: 0, code: '42501' };
    expect(await attempt(stack.service, rights, 'insert')).toEqual(expected);
    expect(await held(rights.table)).toHaveLength(1);
  });
  test.each(RIGHTS)('$table: select', async (rights) => {
    expect(await attempt(stack.service, rights, 'select')).toEqual({ count: 1, code: '' });
  });
});

describe.each(['anon', 'authenticated'] as const)('%s', (role) => {
  test.each(RIGHTS)('$table: select', async (rights) => {
    const expected = rights.public ? { count: 1, code: '' } : { count: 0, code: '42501' };
    expect(await attempt(stack[role], rights, 'select')).toEqual(expected);
  });
  test.each(RIGHTS)('$table: no insert, update, delete', async (rights) => {
    const before = await held(rights.table);
    expect(before).toHaveLength(1);
    for (const verb of ['insert', 'update', 'delete'] as const) {
      expect(await attempt(stack[role], rights, verb), verb).toEqual({ count: 0, code: '42501' });
    }
    expect(await held(rights.table)).toEqual(before);
  });
});

describe('the service again', () => {
  test.each(RIGHTS)('$table: update', async (rights) => {
    const may = rights.service.includes('update');
    const before = await held(rights.table);
    const expected = may ? { count: 1, code: '' } : { count: 0, code: '42501' };
    expect(await attempt(stack.service, rights, 'update')).toEqual(expected);
    if (!may) expect(await held(rights.table)).toEqual(before);
    else expect((await held(rights.table))[0]?.row).toMatchObject(rights.change);
  });
  test.each([...RIGHTS].reverse())('$table: delete', async (rights) => {
    const may = rights.service.includes('delete');
    const expected = may ? { count: 1, code: '' } : { count: 0, code: '42501' };
    expect(await attempt(stack.service, rights, 'delete')).toEqual(expected);
    expect(await held(rights.table)).toHaveLength(may ? 0 : 1);
  });
});

describe('functions', () => {
  interface Exposed {
    name: string;
    definer: boolean;
    settled: boolean;
    roles: string[];
    arguments: string[];
  }
  let exposed: Exposed[];
  beforeAll(async () => {
    exposed = await stack.sql<Exposed & Record<string, unknown>>(
      `select p.proname as name, p.prosecdef as definer,
         -- Names of the arguments that go in; a table the function returns is listed there too.
         coalesce(p.proargnames[1:p.pronargs], '{}') as arguments,
         coalesce(p.proconfig::text like '%search_path=%', false) as settled,
         array(select r from unnest(array['anon', 'authenticated', 'service_role']) r
           where has_function_privilege(r, p.oid, 'execute')) as roles
       from pg_proc p where p.pronamespace = 'public'::regnamespace order by 1`
    );
  });
  test('each has an entry with the roles that may call it', () => {
    const found = Object.fromEntries(exposed.map(({ name, roles }) => [name, roles]));
    expect(found).toEqual(FUNCTIONS);
  });
  test('none runs with its owner’s rights, each has a fixed search path', () => {
    expect(exposed.filter((entry) => entry.definer || !entry.settled)).toEqual([]);
  });
  test.each(Object.keys(FUNCTIONS))('%s: refused to others', async (name) => {
    const names = exposed.find((entry) => entry.name === name)?.arguments ?? [];
    const values = Object.fromEntries(names.map((argument) => [argument, null]));
    for (const role of ['anon', 'authenticated'] as const) {
      if (FUNCTIONS[name]?.includes(role)) continue;
      const { error } = await stack[role].rpc(name, values);
      expect(error?.code).toBe('42501');
    }
  });
});

test('views run with the caller’s rights', async () => {
  const rows = await stack.sql(
    `select relname from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'v'
       and not coalesce(reloptions::text like '%security_invoker=%', false)`
  );
  expect(rows).toEqual([]);
});
