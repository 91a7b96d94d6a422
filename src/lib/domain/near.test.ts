import { describe, expect, it } from 'vitest';
import type { Dataset } from './dataset.ts';
import { NO_FILTERS } from './filters.ts';
import { tiesOf } from './flows.ts';
import { km } from './geo.ts';
import { activeOf, neighboursOf, partnersNear, similarTo, type Near, type Spot } from './near.ts';
import { sizeClassOf } from './model.ts';
import { select } from './selection.ts';
import { sharedOf } from './shared.ts';
import { randomDataset } from './testing/dataset.ts';
import { random } from './testing/random.ts';

it.each([
  [[7.0992, 50.7342], [6.9578, 50.9422], 25.2],
  [[13.4, 52.52], [13.4, 52.52], 0],
  [[179.5, 0], [-179.5, 0], 111.2],
  [[0, 90], [77, -90], 20_015]
] as const)('%j to %j is %d km', (a, b, expected) => {
  expect(km(a, b)).toBeCloseTo(expected, expected > 1000 ? -1 : 0);
  expect(km(b, a)).toBeCloseTo(km(a, b), 9);
});

it('does not know the distance to nowhere', () => expect(km([NaN, NaN], [7, 50])).toBeNaN());

const spotOf = ({ authorities: all, laender }: Dataset, row: number): Spot => ({
  id: all.id[row]!,
  kind: all.kind[row]!,
  landCode: laender[all.land[row]!]!.code,
  kreisCode: all.kreis[row]!,
  population: all.population[row]! < 0 ? null : all.population[row]!,
  lon: all.lon[row]!,
  lat: all.lat[row]!
});
const ascending = (near: Near[], of: (near: Near) => number) =>
  near.every((each, i) => i === 0 || of(near[i - 1]!) <= of(each));

describe.each(Array.from({ length: 30 }, (_, seed) => seed))('on random data %d', (seed) => {
  const r = random(seed);
  const dataset = randomDataset(r, 60);
  const { authorities: all } = dataset;
  const selection = select(dataset, NO_FILTERS);
  const spot: Spot = r.chance(0.5)
    ? spotOf(dataset, r.below(all.length))
    : {
        id: 'a999999', // a place without any record
        kind: r.pick(['gemeinde', 'landkreis', 'verbandsgemeinde', 'land']),
        landCode: '02',
        kreisCode: '02001',
        population: r.chance(0.2) ? null : r.below(300_000),
        lon: 6 + r.next() * 8,
        lat: 48 + r.next() * 6
      };

  it('neighbours are all active ones of the level, nearest first', () => {
    const { inKreis, beyond, landkreis } = neighboursOf(dataset, spot, Infinity);
    const level = (kind: string) => (/^land/.test(kind) ? kind : 'gemeinde');
    const expected = [...selection.authorities].filter(
      (row) => all.id[row] !== spot.id && level(all.kind[row]!) === level(spot.kind)
    );
    const rows = [...inKreis, ...beyond].map(({ row }) => row);
    expect(new Set(rows)).toEqual(new Set(expected));
    expect(rows.length).toBe(expected.length);
    for (const list of [inKreis, beyond]) expect(ascending(list, (near) => near.km)).toBe(true);
    for (const { row, ties } of [...inKreis, ...beyond]) {
      expect(inKreis.some((near) => near.row === row)).toBe(
        spot.kreisCode !== '' && all.kreis[row] === spot.kreisCode
      );
      expect(ties).toBe(tiesOf(dataset, selection, row).length);
    }
    if (landkreis) expect(all.kind[landkreis.row]).toBe('landkreis');
    const short = neighboursOf(dataset, spot, 2);
    expect(short.beyond).toEqual(beyond.slice(0, 2));
  });

  it('similar places are active, of the same kind and size, next in population', () => {
    const { rows, sameLand } = similarTo(dataset, spot, Infinity);
    if (spot.population === null) return expect(rows).toEqual([]);
    for (const { row } of rows) {
      expect(all.id[row]).not.toBe(spot.id);
      expect(activeOf(dataset).authorities.has(row)).toBe(true);
      expect(all.kind[row]).toBe(spot.kind);
      if (spot.kind === 'gemeinde')
        expect(sizeClassOf(all.population[row]!)).toBe(sizeClassOf(spot.population));
      if (sameLand) expect(dataset.laender[all.land[row]!]!.code).toBe(spot.landCode);
    }
    expect(ascending(rows, ({ row }) => Math.abs(all.population[row]! - spot.population!))).toBe(
      true
    );
  });

  it('partners nearby lie in the same country', () => {
    const row = r.below(dataset.partners.length);
    const near = partnersNear(dataset, row, 5);
    expect(ascending(near, ({ km }) => km)).toBe(true);
    for (const other of near) {
      expect(other.row).not.toBe(row);
      expect(dataset.partners.country[other.row]).toBe(dataset.partners.country[row]);
    }
    if (Number.isNaN(dataset.partners.lon[row])) expect(near).toEqual([]);
  });

  it('shared partners and countries are those both sides have', () => {
    const row = r.below(all.length);
    const partnersOf = (body: number) =>
      new Set(
        tiesOf(dataset, selection, body).flatMap((tie) =>
          [
            ...dataset.partnerships.members.subarray(
              dataset.partnerships.memberStart[tie],
              dataset.partnerships.memberStart[tie + 1]
            )
          ].filter((member) => member < 0)
        )
      );
    const own = partnersOf(row);
    const { partners, countries } = sharedOf(dataset, row);
    const bodies = (member: number) =>
      [...Array(all.length).keys()].filter((b) => b !== row && partnersOf(b).has(member));
    const expected = [...own].filter((member) => bodies(member).length > 0);
    expect(new Set(partners.map(({ partner }) => ~partner))).toEqual(new Set(expected));
    for (const { partner, others } of partners)
      expect(new Set(others.map((near) => near.row))).toEqual(new Set(bodies(~partner)));
    for (const { country, others } of countries) {
      expect(others.length).toBeGreaterThan(0);
      expect([...own].some((member) => dataset.partners.country[~member] === country)).toBe(true);
    }
  });
});
