/**
 * The people of the rights tests: signed in, each with the roles that the table gives them.
 */
import { connect, type Client } from '../../src/lib/data/client.ts';
import { signer } from '../../tools/stack/tokens.ts';
import type { TestStack } from './access.ts';

/** `stranger` edits for another authority; `both` is an editor of a1 and a reviewer. */
export type Person = 'nobody' | 'editor' | 'stranger' | 'reviewer' | 'both' | 'admin';

export const USER: Record<Person, string> = {
  nobody: 'aaaaaaaa-0000-4000-8000-000000000001',
  editor: 'aaaaaaaa-0000-4000-8000-000000000002',
  stranger: 'aaaaaaaa-0000-4000-8000-000000000003',
  reviewer: 'aaaaaaaa-0000-4000-8000-000000000004',
  both: 'aaaaaaaa-0000-4000-8000-000000000005',
  admin: 'aaaaaaaa-0000-4000-8000-000000000006'
};

/** A client per person; the tokens say who they are, never what they may. */
export async function people(stack: TestStack): Promise<Record<Person, Client>> {
  const sign = signer(stack.jwtSecret);
  const entries = Object.entries(USER).map(
    async ([person, sub]) =>
      [person, connect(stack.url, await sign('authenticated', { sub }))] as const
  );
  return Object.fromEntries(await Promise.all(entries)) as Record<Person, Client>;
}

/** Gives the roles; makes authority a2 for the stranger where it is missing (a1 must be there). */
export async function giveRoles(stack: TestStack): Promise<void> {
  await stack.sql(`insert into public.authority (id, kind, name, name_full, ags, land_code, lon, lat)
    select 'a2', 'gemeinde', 'Fremd', 'Fremd', '09162999', land_code, lon, lat
    from public.authority where id = 'a1' on conflict do nothing`);
  await stack.sql(
    `insert into public.app_user_role (user_id, role, authority_id)
     select user_id::uuid, role, authority_id from json_to_recordset($1)
       as r (user_id text, role text, authority_id text) on conflict do nothing`,
    [
      JSON.stringify([
        { user_id: USER.editor, role: 'editor', authority_id: 'a1' },
        { user_id: USER.stranger, role: 'editor', authority_id: 'a2' },
        { user_id: USER.reviewer, role: 'reviewer' },
        { user_id: USER.both, role: 'editor', authority_id: 'a1' },
        { user_id: USER.both, role: 'reviewer' },
        { user_id: USER.admin, role: 'admin' }
      ])
    ]
  );
}

/** Takes all their roles away again, and a2. */
export async function takeRoles(stack: TestStack): Promise<void> {
  await stack.sql(`delete from public.app_user_role where user_id = any($1::uuid[])`, [
    Object.values(USER)
  ]);
  await stack.sql(`delete from public.authority where id = 'a2'`);
}
