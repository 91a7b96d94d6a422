/** The faces of one view agree: map rows, table, counts and choices come from the same selection. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import { select } from '../domain/selection.ts';
import { randomDataset, randomFilters } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import { decodeCore } from '../snapshot/core.ts';
import { DEFAULT_VIEW, parse, serialise, vocabularyOf } from '../url/codec.ts';
import { buildAtlas, denominatorOf } from './atlas.ts';
import { placePoints, tieRows } from './maprows.ts';

const golden = decodeCore(
  readFileSync(
    new URL('../../../tests/fixtures/snapshot/format1.core.json', import.meta.url),
    'utf8'
  ),
  { version: 1, publishedAt: '2026-11-22T12:00:00Z' }
);
const data = { dataset: golden, details: null, register: null };
const view = { ...DEFAULT_VIEW, view: 'tabelle' as const };

test('every page of the table together holds exactly the selection', () => {
  const parsed = { filters: { ...NO_FILTERS }, view, issues: [] };
  const first = buildAtlas(data, parsed, 'de');
  const ids = new Set<string>();
  for (let page = 1; page <= first.table!.pages; page++) {
    const atlas = buildAtlas(data, { ...parsed, view: { ...view, page } }, 'de');
    for (const row of atlas.table!.rows) ids.add(row.id);
  }
  const rows = Array.from(select(golden, NO_FILTERS).rows, (row) => golden.partnerships.id[row]);
  expect([...ids].sort()).toEqual(rows.sort());
  expect(first.counts.partnerships).toBe(rows.length);
});

test('random filters: points are the authorities of the selection, flows its countries', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const r = random(seed);
    const dataset = randomDataset(r, 120);
    const filters = randomFilters(r, dataset);
    const selection = select(dataset, filters);
    const points = placePoints(dataset, selection).map((point) => point.id);
    const expected = Array.from(selection.authorities)
      .filter((row) => dataset.authorities.kind[row] !== 'land')
      .map((row) => dataset.authorities.id[row]!);
    expect(points.sort()).toEqual(expected.sort());
    const atlas = buildAtlas({ ...data, dataset }, { filters, view, issues: [] }, 'en');
    expect(atlas.flows.length).toBe(selection.countries);
    expect(atlas.table!.total).toBe(selection.rows.length);
  }
});

test('the ties on the map are those of the place, located ones only', () => {
  const place = golden.authorities.id[0]!;
  const all = { ...NO_FILTERS, inland: true, statuses: [], programmes: [] };
  const selection = select(golden, all);
  const atlas = buildAtlas(data, { filters: all, view: { ...view, place }, issues: [] }, 'de');
  const rows = tieRows(golden, selection, place, 'de');
  const panel = new Set(atlas.place!.inside.map((tie) => tie.id));
  for (const row of rows) expect(panel.has(row.id)).toBe(true);
  expect(rows.every((row) => Number.isFinite(row.lon) && Number.isFinite(row.lat))).toBe(true);
});

test('a chip leads to the same address without it', () => {
  const filters = { ...NO_FILTERS, goals: [6, 13], south: true, laender: ['14'] };
  const atlas = buildAtlas(data, { filters, view: { ...DEFAULT_VIEW }, issues: [] }, 'de');
  expect(atlas.chips.map((chip) => chip.label)).toContain('SDG 13');
  const chip = atlas.chips.find((c) => c.label === 'SDG 13')!;
  const query = new URL(chip.without, 'http://x').searchParams;
  const parsed = parse(query, vocabularyOf(golden));
  expect(parsed.issues).toEqual([]);
  expect(serialise(parsed.filters, parsed.view)).toBe(serialise({ ...filters, goals: [6] }));
});

test('denominators follow Land, Kreis and size; without counts per Kreis nothing is claimed', () => {
  const sum = golden.gemeinden.flat().reduce((a, b) => a + b, 0);
  expect(denominatorOf(golden, { ...NO_FILTERS })).toBe(sum);
  const parts = golden.laender.map((land) =>
    denominatorOf(golden, { ...NO_FILTERS, laender: [land.code] })
  );
  expect(parts.reduce<number>((a, b) => a + (b ?? 0), 0)).toBe(sum);
  const kreis = { ...NO_FILTERS, kreise: ['14628'] };
  const at = golden.kreise.findIndex(({ code }) => code === '14628');
  const counts = golden.kreise.map((_, i) => (i === at ? [1, 2, 3, 0, 0] : [9, 9, 9, 9, 9]));
  expect(denominatorOf({ ...golden, kreisGemeinden: counts }, kreis)).toBe(6);
  expect(denominatorOf({ ...golden, kreisGemeinden: null }, kreis)).toBeNull();
});
