/**
 * The gap matrix against the tables: cells of the real data, counted once more by plain SQL.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../src/lib/data/client.ts';
import { readRecords } from '../../src/lib/data/records.ts';
import { NO_FILTERS, type Filters } from '../../src/lib/domain/filters.ts';
import { gapMatrix, type GapAxisId } from '../../src/lib/domain/gaps.ts';
import { assemble, type Assembled } from '../../src/lib/server/assemble.ts';
import { IMPORT_TIMEOUT, importSeed } from '../../tools/import.ts';
import { testStack, type TestStack } from './access.ts';

let stack: TestStack;
let data: Assembled;

beforeAll(async () => {
  stack = await testStack();
  await stack.empty();
  const client = connect(stack.url, stack.secretKey, IMPORT_TIMEOUT);
  await importSeed(client, () => undefined);
  // Until the planner knows how many rows there are it takes loops that last a minute.
  await stack.sql('analyze');
  // Two bodies of which nothing is recorded said that they have none.
  await stack.sql(`insert into public.coverage
      (authority_id, state, stated_at, stated_by, source_id, source_url)
    select id, 'confirmed_none', '2026-11-01', 'Rathaus', 'facts-2026', 'https://example.org'
    from public.authority a
    where kind = 'gemeinde' and land_code = '10' and merged_into is null
      and population between 5000 and 19999
      and not exists (select 1 from public.partnership_member m where m.authority_id = a.id)
    order by id limit 2`);
  data = assemble(await readRecords(client));
}, 300_000);
afterAll(() => stack.empty());

/**
 * Gemeinden with inhabitants; ties abroad that count by default, per German member; their goals,
 * recorded or by rule.
 */
const TABLES = `
  body as (
    select id, land_code, kreis_ags, population from public.authority
    where kind = 'gemeinde' and merged_into is null and population is not null),
  tag as (
    select partnership_id, goal from public.sdg_tag
    union select pt.partnership_id, unnest(goals_main || goals_significant)
      from public.partnership_topic pt join public.topic on topic.id = topic_id
    union select pp.partnership_id, unnest(goals_main || goals_significant)
      from public.partnership_programme pp join public.programme_rule r on r.id = rule_id),
  goal as materialized (
    select partnership_id, array_agg(goal) as goals from tag group by partnership_id),
  tie as materialized (
    select distinct t.id, coalesce(o.merged_into, o.id) as authority_id, t.form, goal.goals,
      c.subregion_code, c.oda, c.ldc
    from public.partnership t
    join public.partnership_member ours on ours.partnership_id = t.id
    join public.authority o on o.id = ours.authority_id
    join public.partnership_member theirs on theirs.partnership_id = t.id
    join public.partner p0 on p0.id = theirs.partner_id
    join public.partner p on p.id = coalesce(p0.merged_into, p0.id)
    join public.country c on c.iso2 = p.country_iso2
    left join goal on goal.partnership_id = t.id
    where t.merged_into is null and not t.operator and not t.initiated
      and t.status <> 'in_anbahnung')`;

const goal = (n: number) => `${n} = any(goals)`;
const noGoal = 'goals is null';

interface Case {
  axes: [GapAxisId, GapAxisId];
  cell: [string, string];
  /** Of bodies; of ties that fit; of ties that would if what is unknown were so. */
  bodies: string;
  fits: string;
  could?: string;
  filters?: Partial<Filters>;
}

const between = (from: number, to: number) => `population >= ${from} and population < ${to}`;
const size = { mittel: between(20_000, 100_000), klein: between(5000, 20_000) };

const CASES: Case[] = [
  {
    axes: ['land', 'region'],
    cell: ['05', '202'],
    bodies: `land_code = '05'`,
    fits: `subregion_code = '202'`
  },
  {
    axes: ['region', 'groesse'],
    cell: ['145', 'mittelstadt'],
    bodies: size.mittel,
    fits: `subregion_code = '145'`
  },
  { axes: ['gruppe', 'land'], cell: ['oda', '14'], bodies: `land_code = '14'`, fits: 'oda' },
  { axes: ['land', 'gruppe'], cell: ['08', 'ldc'], bodies: `land_code = '08'`, fits: 'ldc' },
  {
    axes: ['sdg', 'groesse'],
    cell: ['6', 'mittelstadt'],
    bodies: size.mittel,
    fits: goal(6),
    could: noGoal
  },
  {
    axes: ['sdg', 'region'],
    cell: ['13', '202'],
    bodies: 'true',
    fits: `subregion_code = '202' and ${goal(13)}`,
    could: `subregion_code = '202' and ${noGoal}`
  },
  {
    axes: ['sdg', 'land'],
    cell: ['keine', '09'],
    bodies: `land_code = '09'`,
    fits: noGoal
  },
  {
    axes: ['form', 'gruppe'],
    cell: ['partnerschaft', 'oda'],
    bodies: 'true',
    fits: `oda and form = 'partnerschaft'`,
    could: `oda and form = 'unbekannt'`
  },
  {
    axes: ['land', 'groesse'],
    cell: ['10', 'kleinstadt'],
    bodies: `land_code = '10' and ${size.klein}`,
    fits: 'true'
  },
  {
    axes: ['land', 'groesse'],
    cell: ['11', 'grossstadt-500'],
    bodies: `land_code = '11'`,
    fits: 'oda',
    filters: { south: true }
  },
  {
    axes: ['netzwerk', 'gruppe'],
    cell: ['gnk', 'oda'],
    bodies: `exists (select 1 from public.membership m where m.authority_id = body.id and network_id = 'gnk')`,
    fits: 'oda'
  }
];

test.each(CASES)('$axes $cell', async ({ axes, cell, bodies, fits, could = 'false', filters }) => {
  const { dataset, register, details } = data;
  const context = { register, extras: details.extras ?? null };
  const [row, column] = axes;
  const matrix = gapMatrix(dataset, { ...NO_FILTERS, ...filters }, { row, column }, context)!;
  const found = matrix.cells.flat().find((one) => one.row === cell[0] && one.column === cell[1])!;
  const [sql] = await stack.sql<Record<string, string>>(`with ${TABLES},
    asked as materialized (select * from body where ${bodies}),
    said as (
      select authority_id, bool_or(coalesce(${fits}, false)) as fits,
        bool_or(coalesce(${could}, false)) as could
      from tie group by authority_id),
    state as (
      select asked.*, case
        when said.fits then 'match'
        when said.could then 'unknown'
        when said.authority_id is not null then 'other'
        when c.authority_id is not null then 'none'
        else 'no_record' end as state
      from asked
      left join said on said.authority_id = asked.id
      left join public.coverage c on c.authority_id = asked.id and c.state = 'confirmed_none')
    select count(*) as n, coalesce(sum(population), 0) as inhabitants,
      count(*) filter (where state = 'match') as match,
      count(*) filter (where state = 'other') as other,
      count(*) filter (where state = 'unknown') as unknown,
      count(*) filter (where state = 'none') as none,
      count(*) filter (where state = 'no_record') as no_record,
      coalesce(sum(population) filter (where state = 'match'), 0) as engaged,
      (select count(distinct tie.id) from tie join asked on asked.id = authority_id
        where ${fits}) as partnerships
    from state`);
  const { states, n, inhabitants, engaged, partnerships } = found;
  expect({
    ...{ n, inhabitants, engaged, partnerships, match: states.match },
    ...{ other: states.recorded_other, unknown: states.attribute_unknown },
    ...{ none: states.confirmed_none, no_record: states.no_record }
  }).toEqual(Object.fromEntries(Object.entries(sql!).map(([key, value]) => [key, Number(value)])));
  expect(n).toBeGreaterThan(0);
  expect(states.match).toBeGreaterThan(0);
});
