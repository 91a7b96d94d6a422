/**
 * Format 1 stays readable: a small piece of the real snapshot of November 2026, never regenerated.
 * A change that breaks these needs a new format beside the old one, not new files here.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { flowsByCountry } from '../domain/flows.ts';
import { NO_FILTERS } from '../domain/filters.ts';
import { select } from '../domain/selection.ts';
import { decodeCore, encodeCore } from './core.ts';
import { decodeDetail, encodeDetail } from './detail.ts';
import { decodeLayout, encodeLayout } from './layout.ts';
import { decodeSearch, encodeSearch } from './search.ts';

const read = (part: string) =>
  readFileSync(
    new URL(`../../../tests/fixtures/snapshot/format1.${part}.json`, import.meta.url),
    'utf8'
  );
const core = decodeCore(read('core'), { version: 3, publishedAt: '2026-11-22T16:00:00.000Z' });
const details = decodeDetail(read('detail'));
const register = decodeSearch(read('search'));
const layout = decodeLayout(read('layout'), core.authorities.length + core.partners.length);

it('is what was published', () => {
  expect(core).toMatchObject({ version: 3, odaYear: '2024' });
  expect(core.laender).toHaveLength(16);
  expect(core.kreise).toHaveLength(400);
  expect(core.countries).toHaveLength(250);
  expect(core.goals).toHaveLength(17);
  const found = select(core, NO_FILTERS);
  expect(found.rows).toHaveLength(47);
  expect(found.countries).toBe(30);
  expect(select(core, { ...NO_FILTERS, inland: true }).rows).toHaveLength(57);
  const [first] = flowsByCountry(core, found);
  expect(core.countries[first!.country]!.iso2).toBe('PL');
  expect(register).toHaveLength(121);
  expect([...details.keys()]).toEqual(core.partnerships.id);
});

it('has a source for every partnership', () => {
  const sources = new Set(core.sources.map((source) => source.id));
  for (const detail of details.values()) {
    expect(detail.sources.length).toBeGreaterThan(0);
    for (const line of detail.sources) expect(sources).toContain(line.source);
  }
});

it('is written the same way today', () => {
  expect(encodeCore(core)).toBe(read('core'));
  expect(encodeDetail(details)).toBe(read('detail'));
  expect(encodeSearch(register)).toBe(read('search'));
  expect(encodeLayout(layout)).toBe(read('layout'));
});
