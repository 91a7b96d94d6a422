/** The filter form: every option leads where its count says, and what is unknown is an answer too. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { facets } from '../domain/facets.ts';
import { NO_FILTERS, type Filters } from '../domain/filters.ts';
import { select } from '../domain/selection.ts';
import { randomDataset, randomFilters } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import { decodeCore } from '../snapshot/core.ts';
import { DEFAULT_VIEW, parse, vocabularyOf } from '../url/codec.ts';
import { choicesOf, isHardlyKnown } from './choices.ts';
import { presetsOf } from './presets.ts';

const golden = decodeCore(
  readFileSync(
    new URL('../../../tests/fixtures/snapshot/format1.core.json', import.meta.url),
    'utf8'
  ),
  { version: 1, publishedAt: '2026-11-22T12:00:00Z' }
);
const choices = (filters: Filters, dataset = golden) =>
  choicesOf(dataset, facets(dataset, filters), filters, 'de');

test('presets add to the filters, lead to what they count, and take themselves back', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const r = random(seed);
    const dataset = randomDataset(r, 120);
    const filters = { ...randomFilters(r, dataset), since: null };
    const here = { filters, view: { ...DEFAULT_VIEW }, locale: 'de' as const };
    for (const preset of presetsOf(dataset, facets(dataset, filters), here)) {
      const address = new URL(preset.href, 'https://atlas.example');
      const next = parse(address.searchParams, vocabularyOf(dataset));
      expect(next.issues).toEqual([]);
      if (preset.active) continue;
      expect(select(dataset, next.filters).rows.length, preset.id).toBe(preset.partnerships);
      const back = presetsOf(dataset, facets(dataset, next.filters), {
        ...here,
        filters: next.filters
      });
      expect(back.find((other) => other.id === preset.id)?.active, preset.id).toBe(true);
    }
  }
});

test('bars and the unknown ones are all there is under the other filters', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const r = random(seed);
    const dataset = randomDataset(r, 120);
    const filters = randomFilters(r, dataset);
    const { years } = choices(filters, dataset);
    const all = select(dataset, { ...filters, since: null }).rows.length;
    const bars = years.bars.reduce((sum, bar) => sum + bar.partnerships, 0);
    expect(bars + years.unknown.partnerships).toBe(all);
    for (const bar of years.bars) {
      const since = { from: bar.from, to: bar.to };
      expect(select(dataset, { ...filters, since }).rows.length, bar.label).toBe(bar.partnerships);
    }
  }
});

test('of nothing, nothing is hardly recorded', () => {
  const text = 'zzzz gibt es nicht';
  const { known } = choices({ ...NO_FILTERS, text });
  for (const share of Object.values(known)) {
    expect(share).toBeNull();
    expect(isHardlyKnown(share)).toBe(false);
  }
  expect(isHardlyKnown(0)).toBe(true);
  expect(isHardlyKnown(0.04)).toBe(true);
  expect(isHardlyKnown(0.2)).toBe(false);
});

test('Kreise only inside the chosen Länder, but what is chosen is always there', () => {
  const code = golden.kreise[0]!.code;
  expect(choices(NO_FILTERS).kreise).toEqual([]);
  const inside = choices({ ...NO_FILTERS, laender: [code.slice(0, 2)] }).kreise;
  for (const kreis of inside) expect(kreis.value.slice(0, 2)).toBe(code.slice(0, 2));
  const chosen = choices({ ...NO_FILTERS, kreise: [code] }).kreise;
  expect(chosen.map((kreis) => [kreis.value, kreis.chosen])).toEqual([[code, true]]);
});

test('what is not known comes last', () => {
  const all = choices(NO_FILTERS);
  expect(all.forms.at(-1)!.value).toBe('unbekannt');
  expect(all.statuses.at(-1)!.value).toBe('unbekannt');
  for (const list of [all.programmes, all.topics, all.goals])
    expect(list.at(-1)!.value).toBe('keine');
});
