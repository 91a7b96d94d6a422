/**
 * Claims: golden sentences, and what must hold for any filters and figures.
 *
 * The golden table is read like a page of a newspaper: what no editor would print does not belong there.
 */
import { parse as csv } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharesOf, SMALL } from '../../domain/areas.ts';
import type { Figure } from '../../domain/figure.ts';
import { GOALS, BASES, FORMS, PROGRAMMES, SIZE_CLASSES, STATUSES } from '../../domain/model.ts';
import { NO_FILTERS, type Filters } from '../../domain/filters.ts';
import { random } from '../../domain/testing/random.ts';
import { parse } from '../../url/codec.ts';
import { COUNTRY_IN, REGION_IN } from './articles.ts';
import golden from './golden.json' with { type: 'json' };
import type { Names } from './names.ts';
import { countryIn } from './where.ts';
import { MOST_LETTERS, wordingOf } from './wording.ts';

const rows = (path: string): Record<string, string>[] =>
  csv(readFileSync(new URL(`../../../../supabase/seed/${path}`, import.meta.url)), {
    columns: true,
    bom: true
  });
const lands = rows('countries/countries.csv');
const kreise = rows('register/kreise_2024-12-31.csv');
/** Names as the snapshot has them: from the same files. */
const names: Names = {
  countries: lands.map((row) => ({
    iso2: row.iso2!,
    nameDe: row.name_de!,
    nameEn: row.name_en!,
    region: row.subregion_m49!,
    oda: row.oda_empfaenger === 'True',
    ldc: false,
    sids: false,
    lon: 0,
    lat: 0
  })),
  regions: [
    ...new Map(
      lands
        .filter((row) => row.subregion_m49)
        .map((row) => [
          row.subregion_m49,
          { code: row.subregion_m49!, nameDe: row.subregion_de!, nameEn: row.subregion_en! }
        ])
    ).values()
  ],
  laender: rows('register/laender_2024-12-31.csv').map((row) => ({
    code: row.land_code!,
    name: row.name!
  })),
  kreise: kreise.map((row) => ({ code: row.kreis_ags!, name: row.name! })),
  kreisGemeinden: kreise.map((row) => [Number(row.gemeinden)]),
  topics: rows('reference/topics.csv').map((row) => ({
    id: row.id!,
    nameDe: row.name_de!,
    nameEn: row.name_en!,
    goals: []
  })),
  odaYear: '2024'
};
const codes = (list: readonly { code: string }[]) => new Set(list.map(({ code }) => code));
const vocabulary = {
  regions: codes(names.regions),
  countries: new Set(names.countries.map(({ iso2 }) => iso2)),
  laender: codes(names.laender),
  kreise: codes(names.kreise),
  topics: new Set(names.topics.map(({ id }) => id)),
  moved: new Map()
};

/** @param known 0..1 of the rest: how many have something else recorded */
function figure(match: number, of: number | null, known = 0.4): Figure {
  const other = Math.floor(((of ?? match) - match) * known);
  const rest = (of ?? match) - match - other;
  const states = {
    match,
    recorded_other: other,
    attribute_unknown: 0,
    confirmed_none: 0,
    no_record: rest
  };
  return {
    match,
    of,
    states,
    ...(of === null || of < SMALL
      ? { rate: null, upper: null, coverage: null }
      : sharesOf(of, states)),
    beside: { gemeinde: 0, landkreis: 0, land: 0, verbandsgemeinde: 0, bezirk: 0 }
  };
}

const STAND = { publishedAt: '2026-11-22T10:00:00Z', edition: null };

const sentence = (asked: Figure, filters: Filters, locale: 'de' | 'en') =>
  wordingOf(asked, filters, names, locale, STAND).sentence;

describe('golden sentences', () => {
  it('are at least 60', () => expect(golden.length).toBeGreaterThanOrEqual(60));

  it.each(golden)('$match of $of: ?$query', ({ query, match, of, de, en }) => {
    const { filters, issues } = parse(new URLSearchParams(query), vocabulary);
    expect(issues).toEqual([]);
    expect(sentence(figure(match, of), filters, 'de')).toBe(de);
    expect(sentence(figure(match, of), filters, 'en')).toBe(en);
  });
});

it('has a phrase for every country and region, of those in the table none in vain', () => {
  for (const locale of ['de', 'en'] as const)
    for (const { iso2 } of names.countries)
      expect(countryIn(iso2, { names, locale, most: 4 }), iso2).toMatch(
        locale === 'de'
          ? /^(in|im|auf|in der|in den|auf der|auf den) \p{Lu}/u
          : /^(in|on)( the)? \p{Lu}/u
      );
  for (const iso2 of Object.keys(COUNTRY_IN)) expect(vocabulary.countries).toContain(iso2);
  for (const code of Object.keys(REGION_IN)) expect(vocabulary.regions).toContain(code);
});

it('names the sources where the snapshot has only some', () => {
  const stand = { ...STAND, edition: 'Nur Wikidata 2017' };
  const { sentence: text } = wordingOf(figure(3, 10), NO_FILTERS, names, 'de', stand);
  expect(text).toContain('(Datenstand „Nur Wikidata 2017“; Stand 22.11.2026, ');
});

/** Filters and figures at random, among them what nobody would ask. */
function anything(r: ReturnType<typeof random>): [Filters, Figure] {
  const now = <T>(value: T[], share = 0.3) => (r.chance(share) ? value : []);
  const year = () => (r.chance(0.3) ? null : 1950 + r.below(75));
  const [from, to] = [year(), year()];
  const range = { from, to: from !== null && to !== null ? Math.max(from, to) : to };
  const filters: Filters = {
    ...NO_FILTERS,
    goals: now(r.some([...GOALS, 'keine' as const], 0.3)),
    goalsAll: r.chance(0.4),
    bases: now(r.some(BASES, 0.5)),
    regions: now(r.some([...vocabulary.regions], 0.15)),
    countries: now(r.some([...vocabulary.countries], r.chance(0.7) ? 0.008 : 0.2)),
    south: r.chance(0.2),
    laender: now(r.some([...vocabulary.laender], r.chance(0.7) ? 0.15 : 0.8)),
    kreise: now(r.some([...vocabulary.kreise], 0.006)),
    sizes: now(r.some(SIZE_CLASSES, 0.4).map(({ id }) => id)),
    forms: now(r.some(FORMS, 0.4)),
    programmes: now(r.some([...PROGRAMMES, 'keine' as const], 0.4)),
    statuses: now(r.some(STATUSES, 0.4)),
    since: r.chance(0.6) ? null : from === null && to === null ? 'unbekannt' : range,
    topics: now(r.some([...vocabulary.topics, 'keine'], 0.05)),
    evidence: now(r.some(['belegt', 'unbestaetigt'] as const, 0.5)),
    inland: r.chance(0.3),
    text: r.chance(0.15) ? r.pick(['wind', 'x'.repeat(100), 'köln togo', '„“ ()']) : ''
  };
  const of = r.chance(0.1) ? null : r.pick([0, 1, 2, 3, 7, 96, 10752]);
  const match = r.pick([0, 1, of ?? 4, r.below((of ?? 20) + 1)]);
  return [filters, figure(of === null ? match : Math.min(match, of), of, r.below(11) / 10)];
}

it('is one sound sentence for any filters and figures', () => {
  const r = random(7);
  for (let round = 0; round < 1000; round++) {
    const [filters, asked] = anything(r);
    for (const locale of ['de', 'en'] as const) {
      const { sentence: text, lead, rest } = wordingOf(asked, filters, names, locale, STAND);
      expect(text.length, text).toBeLessThan(MOST_LETTERS);
      expect(text).not.toMatch(/ {2}| [,.;)]|\( |undefined|null|NaN|\[object|claim_|_in_/);
      expect(text).toMatch(/^[\p{Lu}\d][^]*\)\.$/u);
      // No code of the vocabulary, and no stem that joins nothing.
      expect(text).not.toMatch(
        /unbekannt\b(?!\))|grossstadt|landgemeinde\b|unbestaetigt|oda_|\b\d{5}\b/
      );
      expect(text).not.toMatch(/-(?= (in|im|der|zu) )/);
      expect(text).not.toMatch(
        /\b1 (ausgewählten|selected)|nicht bekannt einschließlich|snapshot including/
      );
      if (asked.of !== 0) expect(lead + rest).toBe(text);
      const [one, many] = locale === 'de' ? [/\bhat\b/, /\bhaben\b/] : [/\bhas\b/, /\bhave\b/];
      const clause = text.replace(/„.*?“|“.*?”/g, '');
      const single = asked.of === 1 || asked.match <= 1;
      if (asked.of !== 0) {
        expect(clause).toMatch(single ? one : many);
        expect(clause).not.toMatch(single ? many : one);
      }
      if (asked.match > 1 && asked.of !== null && asked.of > 2)
        expect(text.startsWith(lead) && lead).toContain(
          asked.match.toLocaleString(locale === 'de' ? 'de-DE' : 'en-GB')
        );
    }
  }
});
