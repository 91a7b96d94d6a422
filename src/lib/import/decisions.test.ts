import { describe, expect, it } from 'vitest';
import { readDecisions, type Decisions } from './decisions.ts';
import type { Position } from './distance.ts';
import { doublesOf } from './doubles.ts';
import { registerFiles, side } from './fixtures.ts';
import { germanIndex } from './german.ts';
import { readMerges } from './merges.ts';
import { readRegister } from './register.ts';
import { matchSide } from './sides.ts';
import type { Partnership } from './assemble.ts';
import type { Tie } from './ties.ts';

const register = readRegister(registerFiles);
const decisions: Decisions = readDecisions(
  {
    formerPlaces:
      'name,lon,lat,ags,municipality,reason\nAltkirchen,9.95,51.44,03159017,Friedland,x',
    tieDecisions:
      'side,german,partner,country,key,reason\ngerman,Friedland,Sulęcin,PL,ags:13071035,x',
    networks: 'ags,country,partner,network\n03159017,IE,Bundoran,Douzelage'
  },
  register
);
const index = germanIndex(
  register,
  () => [],
  () => null
);
const match = (label: string, hint: Position | null) =>
  matchSide(side(label, 'Germany', hint), index, decisions);
const tie = (german: string, partner: string, country: string): Tie => ({
  ...{ layer: 'wikidata-2017', file: '', key: '', row: 2, raw: {}, fact: null, fault: '' },
  german: side(german, 'DE', null),
  partner: side(partner, country, null)
});

describe('parts and former municipalities', () => {
  it.each<[string, Position | null, string | undefined]>([
    ['Altkirchen', [9.951, 51.441], 'ags:03159017'],
    ['Altkirchen', [12.4, 50.9], undefined], // a namesake elsewhere
    ['Altkirchen', null, undefined],
    ['Porz (Köln)', [7.05, 50.88], 'ags:05315000'],
    ['Köln – Porz', [7.05, 50.88], 'ags:05315000'],
    ['Porz (Köln)', [9.0, 50.0], undefined], // not where the city is
    ['Porz (Nowhere)', [7.05, 50.88], undefined]
  ])('%s at %s', (label, hint, key) => {
    const found = match(label, hint);
    expect(found.body?.key).toBe(key);
    if (found.body) expect(found.evidence).toMatch(/^über Ortsteil /);
  });
});

describe('hand decisions', () => {
  it('hold for one tie, by both names and the country', () => {
    expect(decisions.tie('german', tie('Friedland', 'Sulecin', 'Poland'), 'PL')).toBe(
      'ags:13071035'
    );
    expect(decisions.tie('partner', tie('Friedland', 'Sulęcin', 'Poland'), 'PL')).toBeNull();
    expect(decisions.tie('german', tie('Friedland', 'Sulęcin', 'Poland'), 'CZ')).toBeNull();
    expect(decisions.body('ags:13071035')?.name).toBe('Friedland');
  });

  it('know memberships of networks', () => {
    const body = register.byAgs.get('03159017')!;
    expect(decisions.network(body, tie('Friedland', 'Bundoran', 'IE'), 'IE')).toBe('Douzelage');
    expect(decisions.network(body, tie('Friedland', 'Sligo', 'IE'), 'IE')).toBeNull();
  });

  it('refuse a successor that does not exist', () => {
    const formerPlaces = 'name,lon,lat,ags,reason\nX,9,51,99999999,x';
    const rest = {
      tieDecisions: 'side,german,partner,country,key,reason',
      networks: 'ags,country,partner,network'
    };
    expect(() => readDecisions({ formerPlaces, ...rest }, register)).toThrow(/99999999/);
  });
});

describe('merged ids', () => {
  const ids = [
    'kind\tid\tkey',
    'authority\ta1\tags:1',
    'partner\tp1\town:FR|x',
    'partner\tp2\tgeonames:7',
    'partner\tp3\tgeonames:8',
    'partnership\tt1\tags:1~own:FR|x',
    'partnership\tt2\tags:1~geonames:7'
  ].join('\n');

  const lines = (...rows: string[]) =>
    ['from\tinto\treason', ...rows.map((row) => `${row}\twhy`), ''].join('\n');

  it('lead to the last of the chain and take their ties along', () => {
    const { partner, rows: all } = readMerges(ids, lines('p1\tp3', 'p3\tp2'));
    const rows = all(() => true);
    expect(partner('own:FR|x')).toBe('geonames:7');
    expect(partner('geonames:7')).toBe('geonames:7');
    expect(rows.map(({ id, into }) => `${id} ${into}`)).toEqual(['p1 p2', 'p3 p2', 't1 t2']);
    expect(rows[2]!.member_key).toBe('a1|p1');
  });

  it('lead one tie to the other, and its partner only when nothing else holds it', () => {
    const { partner, rows } = readMerges(ids, lines('t1\tt2'));
    expect(partner('own:FR|x', 'ags:1')).toBe('geonames:7');
    expect(partner('own:FR|x', 'ags:2')).toBe('own:FR|x');
    const pairs = (living: boolean) => rows(() => living).map(({ id, into }) => `${id} ${into}`);
    expect(pairs(true)).toEqual(['t1 t2']);
    expect(pairs(false)).toEqual(['p1 p2', 't1 t2']);
    // The tie it leads to may itself have gone with its partner.
    const further = readMerges(ids, lines('t1\tt2', 'p2\tp3')).partner;
    expect(further('own:FR|x', 'ags:1')).toBe('geonames:8');
  });

  it('take the ties of a merged body along', () => {
    const more = `${ids}\nauthority\ta2\tags:2\npartnership\tt3\tags:2~geonames:7`;
    const rows = readMerges(more, lines('a1\ta2')).rows(() => true);
    expect(rows.map(({ id, into }) => `${id} ${into}`)).toEqual(['a1 a2', 't2 t3']);
  });

  it('must be ties of one body, and run in no circle', () => {
    const more = `${ids}\npartnership\tt3\tags:2~geonames:8\npartnership\tt4\tags:1~geonames:8`;
    expect(() => readMerges(more, lines('t1\tt3'))).toThrow(/other bodies/);
    const circle = () => readMerges(more, lines('t2\tt4', 't4\tt2')).partner('geonames:7', 'ags:1');
    expect(circle).toThrow(/circle/);
  });

  it('must exist and be of one kind', () => {
    for (const line of ['p1\tp9', 'p1\ta1'])
      expect(() => readMerges(ids, lines(line))).toThrow(/merged/);
    expect(() => readMerges(ids, 'from\tinto\treason\np1\tp2\t \n')).toThrow(/no reason/);
  });
});

it('lists part and whole of one partner', () => {
  const body = register.byAgs.get('05315000')!;
  const with_ = (key: string, label: string): Partnership =>
    ({
      members: [{ body }, { foreign: { key, place: null, country: 'FR', label } }],
      operator: false
    }) as unknown as Partnership;
  const town = with_('geonames:7', 'Yvetot');
  const canton = with_('own:FR|c', 'canton of Yvetot');
  const header = 'body,partners,reason\n';
  const [open] = doublesOf([town, canton], header);
  expect(open).toMatchObject({ decision: '' });
  expect(open!.partners).toHaveLength(2);
  expect(doublesOf([town, with_('own:FR|d', 'Caen')], header)).toEqual([]);
  const kept = `${header}ags:05315000,own:FR|c | geonames:7,two councils\n`;
  expect(doublesOf([town, canton], kept)[0]).toMatchObject({ decision: 'two councils' });
  expect(() => doublesOf([town], kept)).toThrow(/kept_apart/);
});
