import { describe, expect, it } from 'vitest';
import type { MapData, MapFlow, TieRow } from './types.ts';
import { hitWords, listWords } from './words.ts';

const flow: MapFlow = {
  id: '09-FR',
  land: '09',
  kreis: null,
  from: 'Bayern',
  fromLon: 11,
  fromLat: 49,
  iso2: 'FR',
  name: 'Frankreich',
  lon: 2,
  lat: 47,
  partnerships: 1194,
  authorities: 1
};
const tie: TieRow = {
  id: 't1',
  member: 'p1',
  name: 'Kigali',
  lon: 30,
  lat: -2,
  fromMember: 'a1',
  from: 'Mainz',
  fromLon: 8,
  fromLat: 50
};
const data: MapData = {
  key: '',
  level: 'laender',
  flows: [flow],
  places: [{ id: 'a1', name: 'Mainz', lon: 8, lat: 50, ties: 2 }],
  ties: [tie, { ...tie, id: 't2', fromMember: 'a2', from: 'Ulm' }],
  selected: null,
  focus: null
};
const words = (source: string, id: string) => hitWords({ source, id, target: null }, data, 'de');

describe('hitWords', () => {
  it('names both ends and counts', () => {
    expect(words('flows', '09-FR')).toBe('Bayern – Frankreich: 1.194 Partnerschaften, 1 Kommune');
    expect(words('flows', 'FR')).toBe('Frankreich');
    expect(words('flows', '09')).toBe('Bayern');
    expect(words('ties', 't2')).toBe('Ulm – Kigali');
    expect(words('ties', 'p1')).toBe('Kigali – Mainz, Ulm');
    expect(words('places', 'a1')).toBe('Mainz: 2 Partnerschaften');
  });

  it('says nothing of what is gone', () => {
    expect(words('flows', 'XX')).toBe('');
    expect(words('ties', 't9')).toBe('');
  });
});

it('lists what is drawn, up to a limit', () => {
  expect(listWords(data, 'de', 9)).toHaveLength(1);
  expect(listWords({ ...data, level: 'orte' }, 'de', 1)).toEqual(['Mainz – Kigali']);
});
