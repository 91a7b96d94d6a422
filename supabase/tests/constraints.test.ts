/** What no row may say: each constraint with a row that passes and rows that do not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testStack, type TestStack } from './access.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await testStack();
  await stack.empty();
  await stack.sql(BASE);
});
afterAll(() => stack.empty());

const BASE = `
  insert into public.source (id, title, url, licence, attribution_de, attribution_en, retrieved_at)
    values ('s', 's', 'https://example.org/', 'x', 'x', 'x', '2026-01-01');
  insert into public.land values ('09', 'Bayern');
  insert into public.country (iso2, iso3, name_de, name_en, oda, ldc, sids)
    values ('PE', 'PER', 'Peru', 'Peru', true, false, false);
  insert into public.goal values (6, '#26bde2', 'x', 'x', 'x', 'x');
  insert into public.authority (id, kind, name, name_full, ags, land_code, lon, lat)
    values ('a1', 'gemeinde', 'Eins', 'Eins', '09162001', '09', 11, 48);
  insert into public.partner (id, own_key, name, name_de, name_en, country_iso2)
    values ('p1', 'PE|x', 'x', 'x', 'x', 'PE'), ('p2', 'PE|y', 'y', 'y', 'y', 'PE');
  insert into public.partnership (id, member_key) values ('t1', 'a1|p1');
  insert into public.partnership_member values ('t1', 'a1', 'a1', null), ('t1', 'p1', null, 'p1')`;

const SAID = `'s', 'https://example.org/'`;
const actor = (column: string, value: string) =>
  `insert into public.actor (id, name, kind, source_id, source_url, ${column})
   values ('o1', 'Verein', 'schule', ${SAID}, ${value})`;
const named = (name: string) =>
  `insert into public.actor (id, name, kind, source_id, source_url)
   values ('o1', ${name}, 'schule', ${SAID})`;
const at = (url: string) =>
  `insert into public.actor (id, name, kind, source_id, source_url)
   values ('o1', 'Verein', 'schule', 's', ${url})`;
const fund = (columns: string, values: string) =>
  `insert into public.funding_instrument (id, name_de, name_en, provider, level, what_de, status,
     source_id, source_url, ${columns}) values ('f', 'f', 'f', 'f', 'Bund', 'f', 'unknown', ${SAID}, ${values})`;
const tie = (key: string, ...members: string[]) =>
  `insert into public.partnership (id, member_key) values ('t9', '${key}');
   insert into public.partnership_member (partnership_id, member_id, authority_id, partner_id) values
   ${members.map((id) => `('t9', '${id}', ${id.startsWith('a') ? `'${id}', null` : `null, '${id}'`})`).join(', ')};
   set constraints all immediate`;
const record = (columns: string, values: string) =>
  `insert into public.source_record (source_id, source_key, row_number, raw, outcome, reason, ${columns})
   values ('s', '1', 1, '{}', ${values})`;
const review = (kind: string, year: string, goals: string, confirmed: boolean, from = 'null') =>
  `insert into public.un_review (id, kind, year, goals, confirmed, date_from, entity, source_id, source_url)
   values ('u1', '${kind}', ${year}, '${goals}', ${confirmed}, ${from}, 'UN', ${SAID})`;

/** What, a statement that passes, statements that do not. */
const CASES: [string, string, ...string[]][] = [
  ['names', named(`'Verein São Tomé'`), named(`''`), named(`' x'`), named(`E'a\\nb'`)],
  ['direction marks', named(`'ملبورن'`), named(`U&'x\\202Ey'`), named(`U&'x\\2066y'`)],
  ['name length', named(`repeat('x', 300)`), named(`repeat('x', 301)`)],
  ['addresses', at(`'https://x.org/a?b'`), at(`'javascript:alert(1)'`), at(`'https://a@b.org/'`)],
  ['sources', at(`'http://x.org'`), at('null'), at(`'ftp://x.org'`), at(`'https://x y.org'`)],
  ['years', actor('since_year', '1984'), actor('since_year', '984'), actor('since_year', '2101')],
  ['countries', actor('country_iso2', `'PE'`), actor('country_iso2', `'XX'`)],
  ['shares', fund('co_funding_share', '0.1'), fund('co_funding_share', '1.5')],
  [
    'amounts',
    fund('amount_min_eur, amount_max_eur', '1, 2'),
    fund('amount_min_eur, amount_max_eur', '2, 1')
  ],
  [
    'periods',
    fund('valid_from, valid_to', `'2025', '2025-03'`),
    fund('valid_from, valid_to', `'2025-04', '2025-03'`)
  ],
  [
    'days',
    fund('valid_to', `'2028-02-29'`),
    fund('valid_to', `'2026-02-29'`),
    fund('valid_to', `'2026-13'`)
  ],
  ['a tie and its members', tie('a1|p2', 'a1', 'p2'), tie('a1|p2', 'a1'), tie('a1|p2', 'a1', 'p1')],
  ['self-links', tie('a1|p1|p2', 'a1', 'p1', 'p2'), tie('a1|a1', 'a1'), tie('p1|p2', 'p1', 'p2')],
  ['one tie per key', tie('a1|p2', 'a1', 'p2'), tie('a1|p1', 'a1', 'p1')],
  [
    'goals under review',
    review('hlpf', '2025', '{3,5}', true),
    review('hlpf', '2025', '{18}', true)
  ],
  [
    'reviews only announced',
    review('vlr_de_unconfirmed', 'null', '{}', false),
    review('vlr_de_unconfirmed', 'null', '{}', true)
  ],
  [
    'a review and its year',
    review('hlpf', '2025', '{}', true, `'2025-07'`),
    review('hlpf', '2025', '{}', true, `'2024-07'`)
  ],
  [
    'quarantine: neither is set',
    record('entity_kind, entity_id', `'imported', '', 'actor', 'o1'`),
    record('entity_kind, entity_id', `'imported', '', 'actor', null`),
    record('entity_kind, entity_id', `'quarantined', 'x', 'actor', 'o1'`),
    record('partnership_id', `'quarantined', 'x', 't1'`),
    record('partnership_id, entity_kind, entity_id', `'imported', '', 't1', 'actor', 'o1'`)
  ],
  [
    'changes of territory',
    `insert into public.authority_change values ('16061001', '16061118', '2024-01-01', 'merged', '', ${SAID})`,
    `insert into public.authority_change values ('16061001', '16061001', '2024-01-01', 'merged', '', ${SAID})`
  ],
  [
    'validity',
    `update public.authority set valid_from = '1970-01-01', valid_to = '1970-01-01'`,
    `update public.authority set valid_from = '1970-01-02', valid_to = '1970-01-01'`
  ],
  [
    'points set by hand say from what',
    `update public.partner set manual_coordinates = true, lon = 1, lat = 1, coordinates_note = 'Karte'`,
    `update public.partner set manual_coordinates = true, lon = 1, lat = 1`,
    `update public.partner set manual_coordinates = true, coordinates_note = 'Karte'`
  ],
  [
    'memberships',
    `insert into public.membership (id, authority_id, programme, year, year_from, year_to, source_id, source_url) values ('m1', 'a1', 'x', '2022-2023', 2022, 2023, ${SAID})`,
    `insert into public.membership (id, authority_id, programme, year, year_from, year_to, source_id, source_url) values ('m1', 'a1', 'x', '', 2023, 2022, ${SAID})`
  ],
  [
    'roles',
    `insert into public.app_user_role (user_id, role, authority_id) values (gen_random_uuid(), 'editor', 'a1')`,
    `insert into public.app_user_role (user_id, role) values (gen_random_uuid(), 'editor')`,
    `insert into public.app_user_role (user_id, role, authority_id) values (gen_random_uuid(), 'admin', 'a1')`
  ]
];

test.each(CASES)('%s', async (_what, good, ...bad) => {
  const tried = (sql: string) => stack.sql(`begin; ${sql}; rollback`);
  await tried(good);
  for (const sql of bad)
    await expect(tried(sql), sql).rejects.toThrow(/constraint|Partnership|date/);
});

test('a tie whose key changes drops the member it no longer names', async () => {
  await stack.sql(`begin; update public.partnership set member_key = 'a1|p2' where id = 't1';
    insert into public.partnership_member values ('t1', 'p2', null, 'p2'); commit`);
  const rows = await stack.sql(`select member_id from public.partnership_member order by 1`);
  expect(rows).toEqual([{ member_id: 'a1' }, { member_id: 'p2' }]);
});

test('what is past is no offer, what nobody knows comes with a warning', async () => {
  await stack.sql(`insert into public.funding_instrument (id, name_de, name_en, provider, level, what_de,
      status, valid_to, source_id, source_url)
    select id, 'f', 'f', 'f', 'Bund', 'f', status, valid_to, ${SAID} from (values
      ('a', 'historic', null), ('b', 'unknown', null), ('c', 'unknown', '2020'),
      ('d', 'ongoing_by_source', '2099-01'), ('e', 'expired', null)) v (id, status, valid_to)`);
  expect(await stack.sql(`select id, offer from public.funding_offer order by id`)).toEqual([
    { id: 'a', offer: 'past' },
    { id: 'b', offer: 'offer_with_warning' },
    { id: 'c', offer: 'past' },
    { id: 'd', offer: 'offer' },
    { id: 'e', offer: 'past' }
  ]);
});

test('each foreign key has an index', async () => {
  const rows = await stack.sql(
    `select conrelid::regclass::text as t, conname from pg_constraint c
     where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
       select from pg_index i where i.indrelid = c.conrelid
         and (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] @> c.conkey)`
  );
  expect(rows).toEqual([]);
});
