/** What a search term may mean, and which addresses of the data may become links. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import type { RegisterEntry } from '../domain/register.ts';
import { searchOf } from '../domain/search.ts';
import { decodeCore } from '../snapshot/core.ts';
import { DEFAULT_VIEW } from '../url/codec.ts';
import { foundFor, grouped } from './found.ts';
import { webAddress } from './links.ts';

const golden = decodeCore(
  readFileSync(
    new URL('../../../tests/fixtures/snapshot/format1.core.json', import.meta.url),
    'utf8'
  ),
  { version: 1, publishedAt: '2026-11-22T12:00:00Z' }
);
const kreis = golden.kreise[0]!;
const recorded = golden.authorities.id[0]!;
const body = (id: string, name: string): RegisterEntry => ({
  ...{ id, name, kind: 'gemeinde', land: kreis.code.slice(0, 2), kreis: kreis.code },
  ...{ postcode: '12345', population: 1000, lon: 10, lat: 50 }
});
const register = [body(recorded, 'Oberlangenstadt'), body('a99999', 'Unterlangenstadt')];
const finder = { register, search: searchOf(golden, register) };
const find = (text: string) =>
  foundFor(golden, finder, text, {
    filters: { ...NO_FILTERS, text },
    view: { ...DEFAULT_VIEW },
    locale: 'de'
  });

test('every partner is found by its name, in any spelling', () => {
  golden.partners.nameDe.forEach((name, row) => {
    const ids = find(name.toUpperCase()).map((hit) => hit.id);
    expect(ids, name).toContain(golden.partners.id[row]);
  });
});

test('a country leads to the filter, a partner to its panel, and the text is gone', () => {
  const country = golden.countries[golden.partners.country[0]!]!;
  expect(find(country.nameDe)[0]).toMatchObject({
    id: country.iso2,
    href: `/?staat=${country.iso2}`
  });
  const partner = find(golden.partners.nameDe[0]!).find((hit) => hit.id.startsWith('p'));
  expect(partner?.href).toBe(`/?ort=${partner?.id}`);
  expect(find('  ')).toEqual([]);
});

test('a place says where it lies and whether anything is recorded', () => {
  const [place] = find('oberlangenstadt');
  expect(place).toMatchObject({ id: recorded, group: 'authority', href: `/?ort=${recorded}` });
  expect(place!.about).not.toContain('noch nicht erfasst');
  expect(find('Unterlangenstadt')[0]!.about).toMatch(/ · noch nicht erfasst$/);
});

test('what is only spelt alike stands in a group of its own, after the rest', () => {
  expect(grouped(find('Oberlangnstadt'))).toMatchObject([
    { group: 'alike', hits: [{ id: recorded }] }
  ]);
  expect(grouped(find('12345')).map(({ group }) => group)).toEqual(['postcode']);
  expect(find('12345')[0]!.about).toMatch(/^PLZ 12345 · /);
});

test('only web addresses become links', () => {
  expect(webAddress('https://example.org/a')).toBe('https://example.org/a');
  for (const bad of ['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', '/x', ''])
    expect(webAddress(bad), bad).toBe('');
});
