/**
 * People at work through PostgREST: who proposes, who decides, what is applied; and every way around
 * it that a token or a direct request offers.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Client } from '../../src/lib/data/client.ts';
import {
  proposeChange,
  reviewChange,
  setCoverage,
  withdrawChange,
  type PartnershipPatch
} from '../../src/lib/data/editing.ts';
import { signer } from '../../tools/stack/tokens.ts';
import { testStack, type TestStack } from './access.ts';
import { giveRoles, people, USER, type Person } from './roles.ts';

let stack: TestStack;
let who: Record<Person, Client>;

beforeAll(async () => {
  stack = await testStack();
  who = await people(stack);
});
beforeEach(async () => {
  await stack.empty();
  await stack.sql(`
    insert into public.land values ('09', 'Bayern');
    insert into public.country (iso2, iso3, name_de, name_en, oda, ldc, sids)
      values ('PE', 'PER', 'Peru', 'Peru', true, false, false);
    insert into public.goal values (6, '#26bde2', 'x', 'x', 'x', 'x');
    insert into public.topic (id, name_de, name_en) values ('wasser', 'Wasser', 'Water');
    insert into public.authority (id, kind, name, name_full, ags, land_code, lon, lat) values
      ('a1', 'gemeinde', 'Eins', 'Eins', '09162001', '09', 11, 48),
      ('a3', 'gemeinde', 'Still', 'Still', '09162003', '09', 11, 48);
    insert into public.partner (id, own_key, name, name_de, name_en, country_iso2)
      values ('p1', 'PE|x', 'x', 'x', 'x', 'PE');
    insert into public.partnership (id, member_key) values ('t1', 'a1|p1');
    insert into public.partnership_member values ('t1', 'a1', 'a1', null), ('t1', 'p1', null, 'p1')`);
  await giveRoles(stack);
});
afterAll(() => stack.empty());

const grounds = (version = 1, authority = 'a1') => ({
  ...{ authority, version, reason: 'Stadtrat', sourceUrl: 'https://example.org/beschluss' }
});
const propose = (client: Client, patch: PartnershipPatch = { status: 'aktiv' }, version = 1) =>
  proposeChange(client, 't1', patch, grounds(version));
const one = async (sql: string): Promise<unknown> =>
  Object.values((await stack.sql<Record<string, unknown>>(sql))[0] ?? {})[0];
const status = () => one(`select status from public.partnership where id = 't1'`);

test('an editor proposes, a reviewer accepts, and all of it is applied', async () => {
  const id = await propose(who.editor, {
    ...{ status: 'aktiv', since_year: 1990, add_goals: [{ goal: 6 }], add_topics: ['wasser'] }
  });
  expect(await status()).toBe('unbekannt');
  await reviewChange(who.reviewer, id, 'accepted');
  expect(
    await stack.sql(`select p.status, p.since_year, p.version, g.basis, t.topic_id, r.url
      from public.partnership p join public.sdg_tag g on g.partnership_id = p.id
      join public.partnership_topic t on t.partnership_id = p.id
      join public.source_record r on r.source_key = g.source_key where p.id = 't1'`)
  ).toEqual([
    {
      ...{ status: 'aktiv', since_year: 1990, version: 2, basis: 'editor', topic_id: 'wasser' },
      url: 'https://example.org/beschluss'
    }
  ]);
  // The editors have no page of their own: the record names the page, the source none.
  expect(await one(`select url from public.source where id = 'redaktion'`)).toBe('');
  const back = await propose(who.editor, { remove_goals: [6], remove_topics: ['wasser'] }, 2);
  await reviewChange(who.reviewer, back, 'accepted');
  expect(await one(`select count(*)::int from public.sdg_tag`)).toBe(0);
  expect(await one(`select count(*)::int from public.partnership_topic`)).toBe(0);
});

describe('proposing', () => {
  test.each(['nobody', 'stranger', 'reviewer'] as const)('not for %s', async (person) => {
    await expect(propose(who[person])).rejects.toMatchObject({ status: 403 });
    const row = {
      ...{ entity_kind: 'partnership', entity_id: 't1', authority_id: 'a1', expected_version: 1 },
      ...{ patch: { status: 'aktiv' }, reason: 'x', source_url: 'https://example.org/' }
    };
    const { error } = await who[person].from('change_proposal').insert(row);
    expect(error?.code).toBe('42501');
    expect((await who.editor.from('change_proposal').insert(row)).error).toBeNull();
  });
  test('not under another name', async () => {
    const { error } = await who.editor.from('change_proposal').insert({
      ...{ entity_kind: 'partnership', entity_id: 't1', authority_id: 'a1', expected_version: 1 },
      ...{ patch: { status: 'aktiv' }, reason: 'x', source_url: 'https://example.org/' },
      proposed_by: USER.stranger
    });
    expect(error?.code).toBe('42501');
  });
  test('not about a tie of others', async () => {
    const other = { ...grounds(), authority: 'a2' };
    const attempt = proposeChange(who.stranger, 't1', { status: 'aktiv' }, other);
    await expect(attempt).rejects.toMatchObject({ status: 404 });
  });
  test('not on an old version', async () => {
    await stack.sql(`update public.partnership set since_year = 1990`);
    const attempt = propose(who.editor);
    await expect(attempt).rejects.toMatchObject({ status: 409, detail: /"current": 2/ });
  });
  test.each([
    ['a column that is not open', { member_key: 'a1|p2' }],
    ['an unknown word', { status: 'gut' }],
    ['a year that is none', { since_year: 99 }],
    ['a day to come', { last_confirmed_at: '2999-01-01' }],
    ['31 February', { last_confirmed_at: '2026-02-31' }],
    ['goal 18', { add_goals: [{ goal: 18 }] }],
    ['a target of another goal', { add_goals: [{ goal: 6, target: '1.1' }] }],
    ['an unknown topic', { add_topics: ['nichts'] }],
    ['nothing', {}]
  ])('not %s', async (_what, patch) => {
    const attempt = propose(who.editor, patch as PartnershipPatch);
    await expect(attempt).rejects.toMatchObject({ status: 422 });
  });
});

describe('deciding', () => {
  test('never by the proposer, who may be a reviewer too', async () => {
    const id = await propose(who.both);
    await expect(reviewChange(who.both, id, 'accepted')).rejects.toMatchObject({ status: 403 });
    for (const change of [{ state: 'accepted' }, { state: 'accepted', reviewed_by: USER.both }]) {
      const { error } = await who.both.from('change_proposal').update(change).eq('id', id);
      expect(error?.code).toBe('42501');
    }
    await expect(
      stack.sql(`update public.change_proposal set state = 'accepted', reviewed_at = now(),
        reviewed_by = proposed_by`)
    ).rejects.toThrow(/check/);
    expect(await status()).toBe('unbekannt');
    await reviewChange(who.reviewer, id, 'accepted');
    expect(await status()).toBe('aktiv');
  });
  test.each(['nobody', 'editor', 'stranger'] as const)('not by %s', async (person) => {
    const id = await propose(who.both);
    await expect(reviewChange(who[person], id, 'accepted')).rejects.toMatchObject({ status: 403 });
  });
  test('an admin may', async () => {
    await reviewChange(who.admin, await propose(who.editor), 'accepted');
    expect(await status()).toBe('aktiv');
  });
  test('not when it was changed meanwhile; two proposals for one version do not both win', async () => {
    const [first, second] = [
      await propose(who.editor),
      await propose(who.editor, { form: 'kontakt' })
    ];
    await reviewChange(who.reviewer, first, 'accepted');
    const late = reviewChange(who.reviewer, second, 'accepted');
    await expect(late).rejects.toMatchObject({ status: 409 });
    expect(await one(`select state from public.change_proposal where id = '${second}'`)).toBe(
      'proposed'
    );
  });
  test('once: by two reviewers at the same moment, one is told', async () => {
    const id = await propose(who.editor);
    const answers = await Promise.allSettled([
      reviewChange(who.reviewer, id, 'accepted'),
      reviewChange(who.admin, id, 'rejected', 'nein')
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
  test('what contradicts the record changes nothing', async () => {
    const id = await propose(who.editor, { since_year: 2000, until_year: 1990, status: 'beendet' });
    const attempt = reviewChange(who.reviewer, id, 'accepted');
    await expect(attempt).rejects.toMatchObject({ status: 422 });
    expect(await one(`select version from public.partnership`)).toBe(1);
    expect(await one(`select count(*)::int from public.source_record`)).toBe(0);
  });
  test('a rejection says why and changes nothing', async () => {
    const id = await propose(who.editor);
    await expect(reviewChange(who.reviewer, id, 'rejected')).rejects.toMatchObject({ status: 422 });
    await reviewChange(who.reviewer, id, 'rejected', 'Beleg fehlt');
    expect(await status()).toBe('unbekannt');
  });
  test('the proposer takes it back, nobody else', async () => {
    const id = await propose(who.editor);
    await expect(withdrawChange(who.both, id)).rejects.toMatchObject({ status: 404 });
    await withdrawChange(who.editor, id);
    const late = reviewChange(who.reviewer, id, 'accepted');
    await expect(late).rejects.toMatchObject({ status: 409 });
  });
});

describe('coverage', () => {
  const none = { state: 'confirmed_none', statedAt: '2026-01-01', statedBy: 'Rathaus' } as const;
  test('is stated by the authority and decided by somebody else', async () => {
    await stack.sql(
      `update public.app_user_role set authority_id = 'a3' where authority_id = 'a2'`
    );
    const id = await setCoverage(who.stranger, none, grounds(0, 'a3'));
    await reviewChange(who.reviewer, id, 'accepted');
    expect(await one(`select state from public.coverage where authority_id = 'a3'`)).toBe(
      none.state
    );
    await expect(setCoverage(who.stranger, none, grounds(0, 'a3'))).rejects.toMatchObject({
      status: 409
    });
  });
  test('none is not accepted where ties are recorded', async () => {
    const id = await setCoverage(who.editor, none, grounds(0));
    const attempt = reviewChange(who.reviewer, id, 'accepted');
    await expect(attempt).rejects.toMatchObject({ status: 409 });
  });
});

describe('tokens', () => {
  test('a revoked reviewer decides nothing more, with the same token', async () => {
    const id = await propose(who.editor);
    await stack.sql(`delete from public.app_user_role where user_id = '${USER.reviewer}'`);
    const attempt = reviewChange(who.reviewer, id, 'accepted');
    await expect(attempt).rejects.toMatchObject({ status: 403 });
    expect((await who.reviewer.from('partnership').select('id')).data).toEqual([]);
  });
  test('what users write about themselves counts nothing', async () => {
    const token = await signer(stack.jwtSecret)('authenticated', {
      ...{ sub: USER.nobody, user_metadata: { role: 'admin' }, app_role: 'admin' }
    });
    const forged = connect(stack.url, token);
    const id = await propose(who.editor);
    await expect(reviewChange(forged, id, 'accepted')).rejects.toMatchObject({ status: 403 });
    expect((await forged.from('authority').select('id')).data).toEqual([]);
  });
  test('an expired one is refused', async () => {
    const exp = Math.floor(Date.now() / 1000) - 60;
    const token = await signer(stack.jwtSecret)('authenticated', { sub: USER.admin, exp });
    const headers = { apikey: stack.publishableKey, authorization: `Bearer ${token}` };
    const answer = await fetch(`${stack.url}/rest/v1/authority`, { headers });
    expect(answer.status).toBe(401);
  });
});

describe('roles', () => {
  const role = { user_id: USER.nobody, role: 'reviewer' };
  test('are given and taken by an admin, for others', async () => {
    expect((await who.admin.from('app_user_role').insert(role)).error).toBeNull();
    const { count } = await who.admin
      .from('app_user_role')
      .delete({ count: 'exact' })
      .eq('user_id', USER.nobody);
    expect(count).toBe(1);
    const own = { user_id: USER.admin, role: 'reviewer' };
    expect((await who.admin.from('app_user_role').insert(own)).error?.code).toBe('42501');
    const self = await who.admin
      .from('app_user_role')
      .delete({ count: 'exact' })
      .eq('user_id', USER.admin);
    expect(self.count).toBe(0);
  });
  test.each(['nobody', 'editor', 'reviewer'] as const)('not by %s', async (person) => {
    expect((await who[person].from('app_user_role').insert(role)).error?.code).toBe('42501');
    const table = who[person].from('app_user_role');
    expect((await table.delete({ count: 'exact' }).neq('role', 'x')).count).toBe(0);
    const { data } = await who[person].from('app_user_role').select('user_id');
    expect(data?.every((row) => row.user_id === USER[person])).toBe(true);
  });
});
