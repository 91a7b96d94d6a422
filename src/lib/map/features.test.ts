import { describe, expect, it } from 'vitest';
import { flowFeatures, placeFeatures, tieBounds, tieFeatures } from './features.ts';

const flow = {
  iso2: 'TZ',
  name: 'Tansania',
  lon: 34.4,
  lat: -5.6,
  partnerships: 1234,
  authorities: 9
};
const tie = { id: 't1', member: 'p1', name: 'Kigali', lon: 30, lat: -2, fromLon: 8, fromLat: 50 };

describe('flowFeatures', () => {
  it('gives a line and an end with the count as the language writes it', () => {
    const { features } = flowFeatures([flow], 'de');
    expect(features.map((f) => f.geometry.type)).toEqual(['LineString', 'Point']);
    expect(features[0]?.properties).toMatchObject({ iso2: 'TZ', count: '1.234', west: false });
    expect(flowFeatures([flow], 'en').features[0]?.properties?.count).toBe('1,234');
  });

  it('leaves out what has no place', () => {
    expect(flowFeatures([{ ...flow, lon: NaN }], 'de').features).toEqual([]);
  });

  it('is equal for equal rows, so that nothing is set twice', () => {
    expect(JSON.stringify(flowFeatures([{ ...flow }], 'de'))).toBe(
      JSON.stringify(flowFeatures([flow], 'de'))
    );
  });
});

it('placeFeatures keep their id and number', () => {
  const [place] = placeFeatures(
    [{ id: 'a1', name: 'Ulm', lon: 10, lat: 48, ties: 3 }],
    'de'
  ).features;
  expect(place?.properties).toMatchObject({ id: 'a1', ties: 3, count: '3' });
});

describe('ties', () => {
  it('carry the member that a click selects', () => {
    expect(tieFeatures([tie]).features[1]?.properties).toMatchObject({ id: 't1', member: 'p1' });
  });

  it('are bounded with their start', () => {
    const box = tieBounds([tie])?.map(Math.round);
    expect(box).toEqual([8, -2, 30, 50]);
    expect(tieBounds([])).toBeNull();
  });
});
