/** The search as tables: spellings, ranks, slips, postcodes, and whatever else people paste. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeCore } from '../snapshot/core.ts';
import type { RegisterEntry } from './register.ts';
import { searchKey, searchOf } from './search.ts';

const golden = decodeCore(
  readFileSync(
    new URL('../../../tests/fixtures/snapshot/format1.core.json', import.meta.url),
    'utf8'
  ),
  { version: 1, publishedAt: '2026-11-22T12:00:00Z' }
);
const names: [name: string, postcode: string, population: number | null][] = [
  ['Köln', '50667', 1_087_000],
  ['Kölln-Reisiek', '25337', 3_000],
  ['Müllheim im Markgräflerland', '79379', 19_000],
  ['Mülheim an der Ruhr', '45468', 173_000],
  ['Nürnberg', '90403', 526_000],
  ['Frankfurt am Main', '60311', 775_000],
  ['Frankfurt (Oder)', '15230', 58_000],
  ['St. Georgen im Schwarzwald', '78112', 13_000],
  ['Sankt Augustin', '53757', 56_000],
  ['Neu-Ulm', '89231', 60_000],
  ['Ulm', '89073', 129_000],
  ['Kulmbach', '95326', 25_000],
  ['Halle', '37620', 1_500],
  ['Halle (Saale)', '06108', 242_000],
  ['Hallenberg', '59969', 4_500],
  ['Landkreis Gießen', '35394', 275_000],
  ['Gießen', '35390', 94_000],
  ['Cottbus/Chóśebuz', '03046', 99_000],
  ['Neustadt an der Weinstraße', '67433', 53_000],
  ['Klein Rönnau', '', null]
];
const register = names.map(([name, postcode, population], at): RegisterEntry => ({
  ...{ id: `a${at + 1}`, name, postcode, population },
  ...{ kind: 'gemeinde', land: '09', kreis: '09000', lon: 10, lat: 50 }
}));
const search = searchOf(golden, register);
const found = (query: string) =>
  search(query)
    .filter((hit) => hit.kind === 'authority' || hit.kind === 'postcode')
    .map((hit) => `${hit.sure ? '' : '~'}${register[hit.row]!.name}`);

describe('a place is found however it is spelt, and first', () => {
  it.each([
    ['köln', 'Köln'],
    ['Koeln', 'Köln'],
    ['KOLN', 'Köln'],
    ['Cologne', 'Köln'],
    ['Frankfurt Main', 'Frankfurt am Main'],
    ['frankfurt/oder', 'Frankfurt (Oder)'],
    ['frankfurt', 'Frankfurt am Main'],
    ['sankt georgen', 'St. Georgen im Schwarzwald'],
    ['St Augustin', 'Sankt Augustin'],
    ['neuulm', 'Neu-Ulm'],
    ['ulm neu', 'Neu-Ulm'],
    ['ulm', 'Ulm'],
    ['kreis giessen', 'Landkreis Gießen'],
    ['Giessen', 'Gießen'],
    ['halle', 'Halle (Saale)'],
    ['cottbus', 'Cottbus/Chóśebuz'],
    ['Neustadt Weinstr', 'Neustadt an der Weinstraße'],
    ['roennau', 'Klein Rönnau']
  ])('%s -> %s', (query, first) => expect(found(query)[0]).toBe(first));
});

describe('one slip a word is forgiven and marked', () => {
  it.each([
    ['Nürnbreg', ['~Nürnberg']],
    ['Nuernbrg', ['~Nürnberg']],
    ['Nürnnberg', ['~Nürnberg']],
    ['Kottbus', ['~Cottbus/Chóśebuz']],
    ['Frankfrut Main', ['~Frankfurt am Main']],
    ['Mullheim', ['Müllheim im Markgräflerland', '~Mülheim an der Ruhr']],
    ['Mulheim', ['Mülheim an der Ruhr']],
    ['Köln', ['Köln']]
  ])('%s -> %j', (query, places) => expect(found(query)).toEqual(places));

  it('a name that fits never loses to one spelt alike', () => {
    for (const { name } of register) {
      const hits = search(name);
      expect(register[hits[0]!.row]!.name.startsWith(name), name).toBe(true);
      const unsure = hits.findIndex((hit) => !hit.sure);
      if (unsure >= 0) expect(hits.slice(unsure).every((hit) => !hit.sure)).toBe(true);
    }
  });
});

describe('postcodes', () => {
  it.each([
    ['67433', ['Neustadt an der Weinstraße']],
    ['D-67433', ['Neustadt an der Weinstraße']],
    ['PLZ 67433', ['Neustadt an der Weinstraße']],
    ['67433 Neustadt', ['Neustadt an der Weinstraße']],
    ['67433 Köln', []],
    ['89', ['Ulm', 'Neu-Ulm']],
    ['50823', []],
    ['123456', []]
  ])('%s -> %j', (query, places) => expect(found(query)).toEqual(places));
});

describe('countries and partners', () => {
  const kinds = (query: string) => search(query).map((hit) => hit.kind);
  it('are found by both names, by slips, and every partner by its own name', () => {
    golden.partners.nameDe.forEach((name, row) => {
      const rows = search(name).filter((hit) => hit.kind === 'partner' && hit.sure);
      expect(
        rows.map((hit) => golden.partners.nameDe[hit.row]),
        name
      ).toContain(golden.partners.nameDe[row]);
    });
    golden.countries.forEach(({ iso2, nameDe, nameEn }) => {
      if (iso2 === 'DE') return;
      for (const name of [nameDe, nameEn]) expect(kinds(name), name).toContain('country');
    });
  });
});

describe('what people paste', () => {
  it.each([
    '',
    '   ',
    '%',
    '%20%',
    '--',
    '😀😀',
    'שלום',
    'مدينة',
    '\u202eKöln',
    '(((',
    '[a-z]*',
    '\\',
    "' OR 1=1",
    'x'.repeat(200),
    'ab '.repeat(80),
    '0'.repeat(200),
    '1 2 3 4 5',
    'Київ'
  ])('%j is answered', (query) => {
    for (const hit of search(query)) expect(hit.row).toBeGreaterThanOrEqual(0);
  });
  it('with nothing asked for nothing is found', () => {
    for (const query of ['', ' ', '%', '😀', '()']) expect(search(query)).toEqual([]);
  });
  it('keys are stable', () => {
    for (const { name } of register) expect(searchKey(searchKey(name))).toBe(searchKey(name));
  });
});
