/**
 * Part `search`, format 1: the register of all bodies, also those without any record.
 *
 * Contract: `decodeSearch(encodeSearch(register))` equals the register; rows ascend by id.
 */
import { AUTHORITY_KINDS } from '../domain/model.ts';
import type { Register } from '../domain/register.ts';
import { DEGREE, idSteps, openPart, toDegrees } from './columns.ts';

export function encodeSearch(register: Register): string {
  return JSON.stringify({
    format: 1,
    part: 'search',
    id: idSteps(register.map((entry) => entry.id)),
    name: register.map((entry) => entry.name),
    kind: register.map((entry) => AUTHORITY_KINDS.indexOf(entry.kind)),
    land: register.map((entry) => entry.land),
    kreis: register.map((entry) => entry.kreis),
    postcode: register.map((entry) => entry.postcode),
    population: register.map((entry) => entry.population ?? -1),
    lon: toDegrees(register.map((entry) => entry.lon)),
    lat: toDegrees(register.map((entry) => entry.lat))
  });
}

/** @throws {SnapshotError} */
export function decodeSearch(input: unknown): Register {
  const part = openPart(input, 'search');
  const id = part.ids('id', 'a');
  const { length } = id;
  const name = part.texts('name', length);
  const kind = part.integers('kind', length, 0, AUTHORITY_KINDS.length - 1);
  const land = part.texts('land', length);
  const kreis = part.texts('kreis', length);
  const postcode = part.texts('postcode', length);
  const population = part.integers('population', length, -1, 100_000_000);
  const lon = part.integers('lon', length, -180 * DEGREE, 180 * DEGREE);
  const lat = part.integers('lat', length, -90 * DEGREE, 90 * DEGREE);
  return id.map((id, row) => ({
    id,
    name: name[row]!,
    kind: AUTHORITY_KINDS[kind[row]!]!,
    land: land[row]!,
    kreis: kreis[row]!,
    postcode: postcode[row]!,
    population: population[row]! < 0 ? null : population[row]!,
    lon: lon[row]! / DEGREE,
    lat: lat[row]! / DEGREE
  }));
}
