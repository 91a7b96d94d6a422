import { describe, expect, it } from 'vitest';
import { boundsOf, flowFeatures, focusFeatures, placeFeatures, tieFeatures } from './features.ts';
import type { MapFlow, TieRow } from './types.ts';

const flow: MapFlow = {
  id: 'TZ',
  land: null,
  kreis: null,
  from: '',
  fromLon: 10.4,
  fromLat: 51.1,
  iso2: 'TZ',
  name: 'Tansania',
  lon: 34.4,
  lat: -5.6,
  partnerships: 1234,
  authorities: 9
};
const bavarian = { ...flow, id: '09-TZ', land: '09', from: 'Bayern', partnerships: 12 };
const tie: TieRow = {
  id: 't1',
  member: 'p1',
  name: 'Kigali',
  lon: 30,
  lat: -2,
  fromMember: 'a1',
  from: 'Ulm',
  fromLon: 8,
  fromLat: 50
};

describe('flowFeatures', () => {
  it('gives a line and an end with the count as the language writes it', () => {
    const { features } = flowFeatures([flow], 'staaten', 'de');
    expect(features.map((f) => f.geometry.type)).toEqual(['LineString', 'Point']);
    expect(features[1]?.properties).toMatchObject({ label: 'Tansania 1.234', west: false });
    const [, english] = flowFeatures([flow], 'staaten', 'en').features;
    expect(english?.properties?.label).toBe('Tansania 1,234');
  });

  it('leaves out what has no place, and what the inset draws', () => {
    expect(flowFeatures([{ ...flow, lon: NaN }], 'staaten', 'de').features).toEqual([]);
    expect(flowFeatures([flow], 'staaten', 'de', ['TZ']).features).toEqual([]);
  });

  it('says the number where a single Land is asked for', () => {
    const { features } = flowFeatures([bavarian], 'laender', 'de');
    expect(features[1]?.properties?.label).toBe('Tansania 12');
  });

  it('says no number at an end where only some of the country’s flows arrive', () => {
    const other = { ...bavarian, id: '08-TZ', land: '08', from: 'Baden-Württemberg' };
    const { features } = flowFeatures([bavarian, other], 'laender', 'de');
    expect(features.map((f) => f.properties?.id)).toEqual(['09-TZ', '08-TZ', 'TZ', '09', '08']);
    expect(features[2]?.properties?.label).toBe('Tansania');
    expect(features[3]?.properties).toMatchObject({ label: 'Bayern', part: 'start', land: '09' });
  });

  it('is equal for equal rows, so that nothing is set twice', () => {
    expect(JSON.stringify(flowFeatures([{ ...flow }], 'staaten', 'de'))).toBe(
      JSON.stringify(flowFeatures([flow], 'staaten', 'de'))
    );
  });
});

it('placeFeatures keep their id and number', () => {
  const places = [{ id: 'a1', name: 'Ulm', lon: 10, lat: 48, ties: 3 }];
  const [place] = placeFeatures(places, 'de').features;
  expect(place?.properties).toMatchObject({ id: 'a1', ties: 3, count: '3' });
});

describe('ties', () => {
  it('carry the members that a click opens, and one point per partner', () => {
    const { features } = tieFeatures([tie, { ...tie, id: 't2', fromMember: 'a2', from: 'Köln' }]);
    expect(features.map((f) => f.properties?.id)).toEqual(['t1', 't2', 'p1']);
    expect(features[1]?.properties).toMatchObject({ fromMember: 'a2', from: 'Köln' });
    expect(features[2]?.properties).toMatchObject({ member: 'p1', order: -2 });
  });

  it('are bounded with their start', () => {
    expect(boundsOf(tieFeatures([tie]))?.map(Math.round)).toEqual([8, -2, 30, 50]);
    expect(boundsOf(tieFeatures([]))).toBeNull();
  });
});

it('a place without coordinates has no mark', () => {
  const place = { id: 'a1', name: 'Ulm', lon: 10, lat: 48 };
  expect(focusFeatures(place).features).toHaveLength(1);
  expect(focusFeatures({ ...place, lat: NaN }).features).toEqual([]);
  expect(focusFeatures(null).features).toEqual([]);
});
