import { expect, it } from 'vitest';
import type { Records } from '../data/records.ts';
import { assemble } from './assemble.ts';
import { onlyLayers } from './editions.ts';
import { AssembleError } from './gather.ts';
import { build } from './publish.ts';

const authority = (id: string, merged_into: string | null = null) => ({
  ...{ id, kind: 'gemeinde' as const, ags: `0531500${id.slice(1)}`, name: id, land_code: '05' },
  ...{ kreis_ags: '05315', population: 30_000, postcode: null, lon: 7, lat: 51, merged_into }
});
const partner = (id: string) => ({
  ...{ id, name_de: id, name_en: id, country_iso2: 'NI', lon: null, lat: null, merged_into: null }
});
const tie = (id: string) => ({
  ...{ id, form: 'kontakt' as const, status: 'aktiv' as const, since_year: null },
  ...{ initiated: id === 't2', operator: false }
});
const source = (id: string, layer: number | null) => ({
  ...{ id, layer, title: id, url: 'https://x', licence: 'CC0', licence_url: '' },
  ...{
    attribution_de: '',
    attribution_en: '',
    retrieved_at: '2026-01-01',
    state_de: '',
    state_en: ''
  }
});
const record = (source_id: string, source_key: string, partnership_id: string) => ({
  ...{ source_id, source_key, partnership_id, url: '', since_year: null, confidence: '', note: '' }
});
const rule = (id: string, goals_main: number[]) => ({
  ...{ id, name_de: id, name_en: id, goals_main, goals_significant: [] }
});

const records = (): Records => ({
  sources: [source('wikidata-2017', 0), source('facts-2026', 2), source('dac', null)],
  laender: [{ code: '05', name: 'NW' }],
  kreise: [{ ags: '05315', name: 'Köln' }],
  countries: [
    {
      ...{ iso2: 'NI', name_de: 'Nicaragua', name_en: 'Nicaragua', subregion_code: '419' },
      ...{
        subregion_de: 'x',
        subregion_en: 'x',
        oda: true,
        ldc: false,
        sids: false,
        lon: -85,
        lat: 13
      }
    }
  ],
  goals: [],
  topics: [rule('wasser', [6]), rule('bildung', [4])],
  programme_rules: [
    { ...rule('klima', [13]), programme: 'klimapartnerschaft' },
    { ...rule('sonst', []), programme: null }
  ],
  authorities: [authority('a1'), authority('a2'), authority('a3', 'a1'), authority('a10')],
  partners: [partner('p1'), partner('p2')],
  partnerships: [tie('t1'), tie('t2'), tie('t10')],
  members: [
    { partnership_id: 't1', member_id: 'a3' },
    { partnership_id: 't1', member_id: 'a1' },
    { partnership_id: 't1', member_id: 'p2' },
    { partnership_id: 't2', member_id: 'a10' },
    { partnership_id: 't2', member_id: 'a2' },
    { partnership_id: 't10', member_id: 'p1' },
    { partnership_id: 't10', member_id: 'a10' }
  ],
  records: [
    record('wikidata-2017', '1', 't1'),
    record('wikidata-2017', '9', 't1'),
    record('facts-2026', '1', 't1'),
    record('wikidata-2017', '2', 't2'),
    record('wikidata-2017', '3', 't10')
  ],
  quarantined: 0,
  programmes: [
    { partnership_id: 't1', rule_id: 'sonst' },
    { partnership_id: 't1', rule_id: 'klima' }
  ],
  partnership_topics: [
    { partnership_id: 't1', topic_id: 'wasser' },
    { partnership_id: 't1', topic_id: 'bildung' }
  ],
  tags: [
    {
      ...{ partnership_id: 't1', goal: 6, target_id: '6.1', relevance: 'main' as const },
      ...{ basis: 'source' as const, url: 'https://x' }
    }
  ]
});

it('puts together what belongs together', () => {
  const { dataset, details, register } = assemble(records());
  const { partnerships: ties, authorities, partners } = dataset;
  expect(ties.id).toEqual(['t1', 't2', 't10']);
  expect(authorities.id).toEqual(['a1', 'a2', 'a10']);
  expect(partners.id).toEqual(['p1', 'p2']);
  // a3 was merged into a1, which is a member already: it counts once.
  expect([...ties.memberStart]).toEqual([0, 2, 4, 6]);
  expect([...ties.members]).toEqual([0, ~1, 1, 2, 2, ~0]);
  expect([...ties.layers]).toEqual([0b101, 1, 1]);
  expect([...ties.flags]).toEqual([0, 1, 0]);
  expect(ties.goals.map((column) => column[0])).toEqual([1 << 6, 0, 1 << 13, (1 << 4) | (1 << 6)]);
  expect(details.get('t1')!.sources.map((line) => line.source)).toEqual([
    'facts-2026',
    'wikidata-2017'
  ]);
  expect(register.map((entry) => entry.id)).toEqual(['a1', 'a2', 'a10']);
  expect(dataset.gemeinden).toEqual([[0, 0, 3, 0, 0]]);
  expect(dataset.kreisGemeinden).toEqual([[0, 0, 3, 0, 0]]);
});

it('keeps who said that there is no partnership, unless the body is gone', () => {
  const said = (authority_id: string, state: string) => ({ authority_id, state });
  const coverage = [
    said('a10', 'confirmed_none'),
    said('a2', 'confirmed_active'),
    said('a3', 'confirmed_none')
  ];
  const { dataset } = assemble({ ...records(), coverage });
  expect(dataset.confirmedNone).toEqual([
    { id: 'a10', kind: 'gemeinde', land: '05', kreis: '05315', size: 'mittelstadt' }
  ]);
});

it('knows where old ids lead, and nothing that leads out of what is published', () => {
  const merged_partnerships = [
    { id: 't7', merged_into: 't8' },
    { id: 't8', merged_into: 't1' },
    { id: 't9', merged_into: 't99' }
  ];
  const partners = [...records().partners, { ...partner('p5'), merged_into: 'p2' }];
  const tags = [{ ...records().tags[0]!, partnership_id: 't7', basis: 'editor' as const, goal: 4 }];
  const { dataset, details } = assemble({ ...records(), partners, merged_partnerships, tags });
  expect(Object.fromEntries(dataset.moved)).toEqual({ a3: 'a1', p5: 'p2', t7: 't1', t8: 't1' });
  expect(dataset.partners.id).toEqual(['p1', 'p2']);
  expect(details.get('t1')!.tags).toContainEqual(
    expect.objectContaining({ goal: 4, basis: 'editor' })
  );
});

it('does not depend on the order of rows', () => {
  const reversed = Object.fromEntries(
    Object.entries(records()).map(([key, value]) => [
      key,
      Array.isArray(value) ? [...value].reverse() : value
    ])
  ) as Records;
  const hash = build(assemble(records()), 0).hash;
  expect(build(assemble(reversed), 0).hash).toBe(hash);
  expect(build(assemble(records()), 1).hash).not.toBe(hash);
});

it.each<[string, (r: Records) => void]>([
  ['a member', (r) => r.members.push({ partnership_id: 't1', member_id: 'p99' })],
  ['a topic', (r) => r.partnership_topics.push({ partnership_id: 't1', topic_id: 'x' })],
  ['a rule', (r) => r.programmes.push({ partnership_id: 't1', rule_id: 'x' })],
  ['a country', (r) => r.countries.pop()],
  ['a Land', (r) => r.laender.pop()],
  ['an end of mergers', (r) => r.authorities.push(authority('a3', 'a4'), authority('a4', 'a3'))]
])('refuses records without %s', (_what, change) => {
  const broken = records();
  change(broken);
  expect(() => assemble(broken)).toThrow(AssembleError);
});

it('leaves out what only other layers know, with the same ids', () => {
  const some = records();
  some.records.push(record('facts-2026', '7', 't3'));
  some.records[0]!.since_year = 1990;
  some.records[1]!.since_year = 1988;
  some.records[2]!.since_year = 1970;
  some.partnerships.push(tie('t3'));
  const before = structuredClone(some);
  const { dataset, details, register } = assemble(onlyLayers(some, ['wikidata-2017']));
  expect(some).toEqual(before);
  const { partnerships: ties } = dataset;
  expect(ties.id).toEqual(['t1', 't2', 't10']);
  expect([...ties.layers, ...ties.form, ...ties.status, ...ties.flags]).toEqual([
    ...[1, 1, 1],
    ...[0, 0, 0, 0, 0, 0, 0, 0, 0]
  ]);
  expect([...ties.since]).toEqual([1988, 0, 0]);
  expect(ties.goals.map((column) => column[0])).toEqual([0, 0, 0, 0]);
  expect(details.get('t1')).toMatchObject({ topics: [], programmes: [], tags: [] });
  expect(dataset.sources.map(({ id }) => id)).toEqual(['dac', 'wikidata-2017']);
  expect(register).toEqual(assemble(records()).register);
});
