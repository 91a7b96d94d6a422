import { expect, it } from 'vitest';
import { searchPlaces, type RegisterEntry } from './register.ts';

const entry = (id: string, name: string, postcode: string, population: number): RegisterEntry => ({
  id,
  name,
  postcode,
  population,
  kind: 'gemeinde',
  land: '09',
  kreis: '09000',
  lon: 10,
  lat: 50
});
const register = [
  entry('a1', 'Neu-Ulm', '89231', 60_000),
  entry('a2', 'Ulm', '89073', 126_000),
  entry('a3', 'Ulmen', '56766', 3_000),
  entry('a4', 'Kulmbach', '95326', 25_000),
  entry('a5', 'München', '80331', 1_500_000),
  entry('a6', 'Münchenbernsdorf', '07589', 3_000),
  entry('a7', 'Bergkirchen bei München', '85232', 7_000)
];
const ids = (query: string, limit?: number) =>
  searchPlaces(register, query, limit).map((e) => e.id);

it.each([
  ['ulm', ['a2', 'a3', 'a1']],
  ['muenchen', ['a5', 'a6', 'a7']],
  ['MUNCH', ['a5', 'a6', 'a7']],
  ['ulm neu', ['a1']],
  ['89', ['a2', 'a1']],
  ['80331', ['a5']],
  ['', []],
  ['  -- ', []],
  ['xyz', []]
])('%s', (query, found) => expect(ids(query)).toEqual(found));

it('keeps to the limit', () => expect(ids('ulm', 1)).toEqual(['a2']));
