/** What stays on the page while the browser's data is still arriving. */
import { expect, test } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import { randomDataset } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import { searchOf } from '../domain/search.ts';
import { DEFAULT_VIEW } from '../url/codec.ts';
import { settled, type Arrived } from './answer.ts';
import { buildAtlas } from './atlas.ts';

const dataset = randomDataset(random(3), 60);
const id = dataset.authorities.id[dataset.partnerships.members.find((member) => member >= 0)!]!;
const NOTHING: Arrived = { details: null, detailsFailed: false, register: null, search: null };
const atlasOf = (place: string | null, filters = NO_FILTERS) =>
  buildAtlas(
    { dataset, details: null, register: null },
    { filters, view: { ...DEFAULT_VIEW, place }, issues: [] },
    'de'
  );

test('the panel of the server stays until what stands behind its ties has come or failed', () => {
  const first = atlasOf(id);
  expect(first.place).not.toBeNull();
  const built = atlasOf(id);
  expect(settled(built, first, NOTHING).place).toBe(first.place);
  expect(settled(built, first, { ...NOTHING, detailsFailed: true }).place).toBe(built.place);
});

test('another question, or another place, is answered by what there is', () => {
  const first = atlasOf(id);
  const filtered = atlasOf(id, { ...NO_FILTERS, south: true });
  expect(settled(filtered, first, NOTHING).place).toBe(filtered.place);
  const closed = atlasOf(null);
  expect(settled(closed, first, NOTHING).place).toBeNull();
});

test('a place that only the register knows stays while the register is on its way', () => {
  const known = atlasOf(id).place;
  const first = { ...atlasOf('a0'), place: known };
  const built = atlasOf('a0');
  expect(built.place).toBeNull();
  expect(settled(built, first, NOTHING).place).toBe(known);
  expect(settled(built, first, { ...NOTHING, register: [] }).place).toBeNull();
});

test('what the server found stays until the search is here', () => {
  const built = atlasOf(null);
  const first = { ...atlasOf(null), found: [{ id: 'x' }] as unknown as typeof built.found };
  const found = (arrived: Partial<Arrived>) =>
    settled(built, first, { ...NOTHING, ...arrived }).found;
  expect(found({})).toBe(first.found);
  expect(found({ register: [], search: searchOf(dataset, []) })).toBe(built.found);
});
