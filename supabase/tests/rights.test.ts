/**
 * Rights, tried out through PostgREST: every role x table x verb, allowed and denied, with the rows
 * counted behind it. A blocked UPDATE or DELETE may look like success, so the count decides.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../src/lib/data/client.ts';
import { testStack, type TestStack } from './access.ts';
import { FUNCTIONS, RIGHTS, type TableRights } from './rights.ts';
import { giveRoles, people, takeRoles, type Person } from './roles.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await testStack();
  await stack.empty();
});
afterAll(() => stack.empty());

/** The part of a row that finds it again. */
const keyOf = ({ key, row }: TableRights): Record<string, unknown> =>
  Object.fromEntries(key.map((name) => [name, row[name]]));

/** The row if it is there, seen by the table's owner. */
const held = (rights: TableRights): Promise<Record<string, unknown>[]> =>
  stack.sql(`select to_jsonb(t) as row from public.${rights.table} t where to_jsonb(t) @> $1`, [
    JSON.stringify(keyOf(rights))
  ]);

const DONE = { count: 1, code: '' };
const DENIED = { count: 0, code: '42501' };
const UNSEEN = { count: 0, code: '' };
const REFUSED = { count: 0, code: '23514' };

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
    const expected = rights.refused?.includes('insert') ? REFUSED : may ? DONE : DENIED;
    expect(await attempt(stack.service, rights, 'insert')).toEqual(expected);
    if (rights.seed) await stack.sql(rights.seed);
    expect(await held(rights)).toHaveLength(1);
  });
  test.each(RIGHTS)('$table: select', async (rights) => {
    expect(await attempt(stack.service, rights, 'select')).toEqual(DONE);
  });
});

/** Who reads a row that not everybody reads. */
const READERS: Record<Exclude<TableRights['read'], 'all'>, Person[]> = {
  own: ['editor', 'reviewer', 'admin'],
  reviewer: ['reviewer', 'admin'],
  admin: ['admin']
};

describe.each(['anon', 'nobody', 'editor', 'stranger', 'reviewer', 'admin'] as const)(
  '%s',
  (who) => {
    let client: Client;
    beforeAll(async () => {
      await giveRoles(stack);
      client = who === 'anon' ? stack.anon : (await people(stack))[who];
    });
    afterAll(() => takeRoles(stack));

    test.each(RIGHTS)('$table: select', async (rights) => {
      const denied = who === 'anon' ? DENIED : UNSEEN;
      const reads = rights.read === 'all' || (who !== 'anon' && READERS[rights.read].includes(who));
      expect(await attempt(client, rights, 'select')).toEqual(reads ? DONE : denied);
    });
    test.each(RIGHTS)('$table: no insert, update, delete', async (rights) => {
      const before = await held(rights);
      expect(before).toHaveLength(1);
      for (const verb of ['insert', 'update', 'delete'] as const) {
        const tries = who !== 'anon' && verb === 'delete' && rights.open?.includes(verb);
        if (tries && who === 'admin') continue; // allowed: see roles.test.ts
        expect(await attempt(client, rights, verb), verb).toEqual(tries ? UNSEEN : DENIED);
      }
      expect(await held(rights)).toEqual(before);
    });
  }
);

describe('the service again', () => {
  test.each(RIGHTS)('$table: update', async (rights) => {
    const may = rights.service.includes('update');
    const before = await held(rights);
    expect(await attempt(stack.service, rights, 'update')).toEqual(may ? DONE : DENIED);
    if (!may) expect(await held(rights)).toEqual(before);
    else expect((await held(rights))[0]?.row).toMatchObject(rights.change);
  });
  test.each([...RIGHTS].reverse())('$table: delete', async (rights) => {
    const may = rights.service.includes('delete');
    const refused = rights.refused?.includes('delete');
    const expected = refused ? REFUSED : may ? DONE : DENIED;
    expect(await attempt(stack.service, rights, 'delete')).toEqual(expected);
    expect(await held(rights)).toHaveLength(may && !refused ? 0 : 1);
    // Rows that nobody deletes are out of the way of the tables they refer to.
    if (rights.seed && !may) await stack.sql(`truncate public.${rights.table}`);
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
