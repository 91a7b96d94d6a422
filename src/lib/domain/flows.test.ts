import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from './filters.ts';
import {
  flowsByCountry,
  flowsByKreis,
  flowsByLand,
  tiesByAuthority,
  tiesByPartner,
  tiesEach,
  tiesOf
} from './flows.ts';
import { placeOf } from './place.ts';
import { select } from './selection.ts';
import { randomDataset, randomFilters } from './testing/dataset.ts';
import { random } from './testing/random.ts';

describe('flows', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'agree with the selection, seed %i',
    (seed) => {
      const r = random(seed + 50);
      const dataset = randomDataset(r, 80);
      const filters = randomFilters(r, dataset);
      const selection = select(dataset, filters);
      const flows = flowsByCountry(dataset, selection);
      expect(flows).toHaveLength(selection.countries);
      for (const flow of flows) {
        const one = select(dataset, {
          ...filters,
          countries: [dataset.countries[flow.country]!.iso2]
        });
        // A second member in another country may have made the tie fit a region or ODA question.
        expect(flow.partnerships).toBe(one.rows.length);
        expect(flow.authorities).toBe(one.authorities.length);
      }
      expect([...tiesByAuthority(dataset, selection).keys()].sort((a, b) => a - b)).toEqual([
        ...selection.authorities
      ]);
      expect([...tiesByPartner(dataset, selection).keys()].sort((a, b) => a - b)).toEqual([
        ...selection.partners
      ]);
      for (const [row, count] of tiesByAuthority(dataset, selection))
        expect(tiesOf(dataset, selection, row)).toHaveLength(count);
    }
  );

  it.each(Array.from({ length: 25 }, (_, seed) => seed))(
    'of a Land or Kreis are what its filter gives, seed %i',
    (seed) => {
      const r = random(seed + 900);
      const dataset = randomDataset(r, 80);
      const filters = randomFilters(r, dataset);
      const selection = select(dataset, filters);
      const iso2 = (flow: { country: number }) => dataset.countries[flow.country]!.iso2;
      const ask = (more: object) => {
        const { rows, authorities } = select(dataset, { ...filters, ...more });
        return { partnerships: rows.length, authorities: authorities.length };
      };
      for (const flow of flowsByLand(dataset, selection))
        expect(flow).toMatchObject(
          ask({ laender: [dataset.laender[flow.area]!.code], countries: [iso2(flow)] })
        );
      for (const flow of flowsByKreis(dataset, selection))
        expect(flow).toMatchObject(
          ask({ kreise: [dataset.kreise[flow.area]!.code], countries: [iso2(flow)] })
        );
    }
  );

  it('single ties join each fitting body with each fitting partner', () => {
    const dataset = randomDataset(random(3), 150);
    const selection = select(dataset, { ...NO_FILTERS, laender: ['01', '02'] });
    const pairs = tiesEach(dataset, selection);
    expect(new Set(pairs.map((pair) => pair.row))).toEqual(new Set(selection.rows));
    expect(new Set(pairs.map((pair) => pair.authority))).toEqual(new Set(selection.authorities));
    expect(new Set(pairs.map((pair) => pair.partner))).toEqual(new Set(selection.partners));
    const [some] = selection.authorities;
    const near = tiesEach(dataset, selection, (authority) => authority === some);
    expect(near.every((pair) => pair.authority === some)).toBe(true);
    expect(near).toHaveLength(pairs.filter((pair) => pair.authority === some).length);
  });
});

describe('placeOf', () => {
  const dataset = randomDataset(random(5), 120);
  const selection = select(dataset, { ...NO_FILTERS, laender: ['01'] });

  it('splits all ties of an authority into inside and outside', () => {
    for (let row = 0; row < dataset.authorities.length; row++) {
      const place = placeOf(dataset, selection, dataset.authorities.id[row]!)!;
      expect([...place.inside, ...place.outside].sort((a, b) => a - b)).toEqual(
        tiesOf(dataset, null, row)
      );
      expect(place.inside.every((tie) => selection.rows.includes(tie))).toBe(true);
    }
  });

  it('knows partners, unlocated ones too', () => {
    expect(placeOf(dataset, selection, dataset.partners.id[6]!)).toMatchObject({
      side: 'partner',
      lon: null,
      lat: null
    });
    expect(placeOf(dataset, selection, 'p999999')).toBeNull();
  });

  it('takes an authority without a record from the register', () => {
    const entry = {
      id: 'a999',
      name: 'Stilles Dorf',
      kind: 'gemeinde' as const,
      land: '02',
      kreis: '02001',
      postcode: '20000',
      population: 80,
      lon: 10,
      lat: 53
    };
    expect(placeOf(dataset, selection, 'a999', entry)).toMatchObject({
      row: null,
      land: 'Land 02',
      kreis: 'Kreis 02001',
      inside: [],
      outside: []
    });
    expect(placeOf(dataset, selection, 'a999')).toBeNull();
    expect(placeOf(dataset, selection, 'a998', entry)).toBeNull();
  });
});
