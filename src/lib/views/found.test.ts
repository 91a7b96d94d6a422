/** What a search term may mean, and which addresses of the data may become links. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import { decodeCore } from '../snapshot/core.ts';
import { DEFAULT_VIEW } from '../url/codec.ts';
import { foundFor } from './found.ts';
import { webAddress } from './links.ts';

const golden = decodeCore(
  readFileSync(
    new URL('../../../tests/fixtures/snapshot/format1.core.json', import.meta.url),
    'utf8'
  ),
  { version: 1, publishedAt: '2026-11-22T12:00:00Z' }
);
const find = (text: string) =>
  foundFor(golden, null, {
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

test('only web addresses become links', () => {
  expect(webAddress('https://example.org/a')).toBe('https://example.org/a');
  for (const bad of ['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', '/x', ''])
    expect(webAddress(bad), bad).toBe('');
});
