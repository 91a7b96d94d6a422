import { describe, expect, it } from 'vitest';
import { assemble } from './assemble.ts';
import { readFacts } from './facts.ts';
import { mint, openLedger, readIds } from './ids.ts';
import { lookup, type Reference } from './reference.ts';
import type { Body } from './register.ts';
import type { Foreign } from './members.ts';
import type { Resolved } from './resolve.ts';
import { goalsOf, tagsOf } from './tags.ts';
import type { Fact, Tie } from './ties.ts';

const body = { key: 'ags:05315000' } as Body;
const other = { key: 'ags:14713000' } as Body;
const foreign = (key: string): Foreign => ({ key, place: null, country: 'NI', label: key });

const fact = (more: Partial<Fact>): Fact => ({
  type: 'staedtepartnerschaft',
  since: null,
  programme: '',
  topics: [],
  goals: '',
  confidence: 'stated',
  note: '',
  url: '',
  update: false,
  ...more
});

let row = 1;
const resolved = (
  layer: Tie['layer'],
  said: Partial<Fact> | null,
  members: Resolved['members'] = [{ body }, { foreign: foreign('geonames:1') }]
): Resolved => {
  row++;
  const end = { label: '', country: '', hint: null, population: null, official: '' };
  const tie: Tie = {
    layer,
    file: layer,
    key: String(row),
    row,
    raw: {},
    german: end,
    partner: end,
    fact: said && fact(said),
    fault: ''
  };
  const german = { body, evidence: '', rivals: [] };
  const draft = { german, other: null, foreign: null, country: null, found: null };
  return members
    ? { tie, draft, members, reason: '', detail: '', evidence: '' }
    : { tie, draft, members: null, reason: 'partner_unknown', detail: '', evidence: '' };
};
const one = (rows: Resolved[]) => assemble(rows).partnerships[0]!;

describe('assemble', () => {
  it('makes one partnership of twinning, programme and bulk rows', () => {
    const rows = [
      resolved('facts-2026', { since: 1988 }),
      resolved('facts-2026', { type: 'klimapartnerschaft', since: 2012 }),
      resolved('wikidata-2017', null),
      resolved('wikipedia-2026', null)
    ];
    const { partnerships, outcomes } = assemble(rows);
    expect(partnerships).toHaveLength(1);
    expect(partnerships[0]).toMatchObject({ form: 'partnerschaft', since: 1988, initiated: false });
    expect(outcomes.map((o) => o.outcome)).toEqual(['imported', 'merged', 'merged', 'merged']);
  });

  it('takes the strongest form and the earliest year of that form', () => {
    const rows = [
      resolved('facts-2026', { type: 'projektpartnerschaft', since: 2008 }),
      resolved('facts-2026', { since: 2016 }),
      resolved('facts-2026', { since: 2015 })
    ];
    expect(one(rows)).toMatchObject({ form: 'partnerschaft', since: 2015 });
  });

  it('keeps the form open where the page does not say it', () => {
    const note = 'source: active (project) partnership, exact type not stated';
    expect(one([resolved('facts-2026', { type: 'projektpartnerschaft', note })]).form).toBe(
      'unbekannt'
    );
  });

  it('dates a tie known by its programme alone, not one that a bulk row shows to be older', () => {
    const climate = () => resolved('facts-2026', { type: 'klimapartnerschaft', since: 2022 });
    expect(one([climate()])).toMatchObject({ form: 'unbekannt', since: 2022 });
    expect(one([climate(), resolved('wikidata-2017', null)]).since).toBeNull();
  });

  it('marks announced ties, unless another row attests them', () => {
    const announced = () =>
      resolved('facts-2026', { type: 'solidaritaetspartnerschaft', confidence: 'initiated' });
    expect(one([announced()])).toMatchObject({ initiated: true, status: 'in_anbahnung' });
    expect(one([announced(), resolved('wikipedia-2026', null)])).toMatchObject({
      initiated: false,
      status: 'unbekannt'
    });
  });

  it('says that a tie rests', () => {
    expect(one([resolved('facts-2026', { note: 'suspended since 2022' })]).status).toBe('ruhend');
  });

  it("lets a utility's tie stand beside the administrations' partnership", () => {
    const rows = [
      resolved('facts-2026', { type: 'betreiberpartnerschaft' }),
      resolved('wikidata-2017', null)
    ];
    const { partnerships } = assemble(rows);
    expect(partnerships.map((p) => [p.operator, p.key])).toEqual([
      [true, 'ags:05315000~geonames:1~betreiber'],
      [false, 'ags:05315000~geonames:1']
    ]);
  });

  it('counts both directions of a German-German tie once', () => {
    const rows = [
      resolved('wikidata-2017', null, [{ body }, { body: other }]),
      resolved('wikidata-2017', null, [{ body: other }, { body }])
    ];
    const { partnerships, outcomes } = assemble(rows);
    expect(partnerships).toHaveLength(1);
    expect(outcomes[1]).toMatchObject({ outcome: 'merged', reason: 'same_pair_same_layer' });
  });

  it('lets updates enrich a pair and never make one', () => {
    const update = resolved('facts-2026', { update: true, since: 1985 });
    expect(assemble([update]).outcomes[0]).toMatchObject({
      outcome: 'quarantined',
      reason: 'update_without_pair'
    });
    const { partnerships, outcomes } = assemble([resolved('wikidata-2017', null), update]);
    expect(partnerships[0]).toMatchObject({ form: 'partnerschaft', since: 1985 });
    expect(outcomes[1]!.reason).toBe('topic_update');
  });

  it('gives every row one outcome', () => {
    const rows = [resolved('wikidata-2017', null), resolved('wikidata-2017', null, null)];
    expect(assemble(rows).outcomes.map((o) => o.row)).toEqual(rows);
  });
});

describe('facts', () => {
  const header =
    'de_name,ags,partner_name,partner_country_iso2,since_year,type,source_url,programme,topics,sdgs_named_in_source,confidence,note';
  const read = (line: string) => readFacts(`${header}\n${line}`, 'f', '1', false)[0]!;

  it('reads the ARS of a Verbandsgemeinde from the note', () => {
    const tie = read(
      'VG Hachenburg,,Gisagara,RW,,projektpartnerschaft,https://x.de/,,,,stated,"without AGS, ARS 071435002, Kreis 07143"'
    );
    expect(tie.german.official).toBe('ars:071435002');
  });

  it('reads the solidarity ties announced in February 2023 as announced', () => {
    const url = 'https://unitedforua.org/14-ukrainische-kommunen-haben/';
    expect(
      read(`Ulm,08421000,X,UA,2023,solidaritaetspartnerschaft,${url},,,,stated,`).fact!.confidence
    ).toBe('initiated');
  });

  it('takes no address that is not one', () => {
    expect(
      read('Ulm,08421000,X,UA,20x3,freundschaft,javascript:alert(1),,,,stated,').fact
    ).toMatchObject({ url: '', since: null });
  });

  it('reads goals and targets, nothing else', () => {
    expect(goalsOf('4; 6.1;13')).toEqual([
      { goal: 4, target_id: null },
      { goal: 6, target_id: '6.1' },
      { goal: 13, target_id: null }
    ]);
    expect(goalsOf('18; 0; climate; 7,7')).toEqual([{ goal: 7, target_id: null }]);
  });

  it('finds programme rules by type and by spelling, topics by spelling', () => {
    const look = lookup({
      topics: [],
      goals: [],
      targets: [],
      spellings: [
        { spelling: 'Abfall', topic_id: 'abfall', reason: '' },
        { spelling: 'Kultur x', topic_id: null, reason: 'none' }
      ],
      rules: [
        {
          id: 'klima',
          programme: 'klimapartnerschaft',
          spellings: ['Kommunale Klimapartnerschaften']
        },
        { id: 'nakopa', programme: null, spellings: ['Nakopa'] }
      ]
    } as unknown as Reference);
    const tie = resolved('facts-2026', {
      type: 'klimapartnerschaft',
      since: 2012,
      programme: 'Kommunale Klimapartnerschaften; Nakopa',
      topics: ['Abfall', 'abfall', 'Kultur x', 'neu']
    }).tie;
    const tags = tagsOf(tie, 't1', look);
    expect(tags.programmes.map((p) => [p.rule_id, p.since_year])).toEqual([
      ['klima', 2012],
      ['nakopa', null]
    ]);
    expect(tags.topics.map((t) => t.topic_id)).toEqual(['abfall']);
  });
});

describe('ledger of ids', () => {
  const empty = 'kind\tid\tkey\n';
  it('mints in sorted order, keeps what is there, and repeats itself', () => {
    const first = mint(empty, { a: ['ags:2', 'ags:1'], p: [], t: [] });
    expect(first).toBe('kind\tid\tkey\nauthority\ta1\tags:1\nauthority\ta2\tags:2\n');
    const second = mint(first, { a: ['ags:0', 'ags:2'], p: ['own:FR|x'], t: [] });
    expect(second).toContain('authority\ta1\tags:1\n');
    expect(second).toContain('authority\ta3\tags:0\n');
    expect(mint(second, { a: ['ags:2', 'ags:0'], p: [], t: [] })).toBe(second);
  });

  it('follows merges and refuses circles, doubles and unknown keys', () => {
    const ids = mint(empty, { a: ['x', 'y'], p: [], t: [] });
    expect(openLedger(ids, 'from\tinto\na2\ta1\n').id('a', 'y')).toBe('a1');
    expect(() => openLedger(ids, 'from\tinto\na2\ta1\na1\ta2\n').id('a', 'y')).toThrow(/circle/);
    expect(() => openLedger(ids, 'from\tinto\n').id('a', 'z')).toThrow(/No id/);
    expect(() => readIds(`${ids}authority\ta1\tz\n`)).toThrow(/twice/);
  });
});
