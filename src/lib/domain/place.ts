/**
 * What a reader asks about one place: who it is, its ties inside the filters, and the others.
 *
 * Contract: pure; `inside` and `outside` together are ALL ties of the place, so that a filter
 * never makes a place look inactive.
 */
import type { Dataset } from './dataset.ts';
import { tiesOfMember } from './flows.ts';
import type { AuthorityKind } from './model.ts';
import type { RegisterEntry } from './register.ts';
import type { Selection } from './selection.ts';

export interface PlaceTies {
  /** Partnership rows that fit the filters. */
  inside: number[];
  /** The place's other partnership rows (hidden by the filters, German-German ones too). */
  outside: number[];
}

export interface AuthorityPlace extends PlaceTies {
  side: 'authority';
  id: string;
  /** Row in `dataset.authorities`; null = no record of any kind. */
  row: number | null;
  name: string;
  kind: AuthorityKind;
  /** Two-digit Land code. */
  landCode: string;
  /** Name of the Land. */
  land: string;
  /** Five-digit code and name of the Kreis; '' for Länder. */
  kreisCode: string;
  kreis: string;
  population: number | null;
  lon: number;
  lat: number;
}

export interface PartnerPlace extends PlaceTies {
  side: 'partner';
  id: string;
  /** Row in `dataset.partners`. */
  row: number;
  nameDe: string;
  nameEn: string;
  /** Row in `dataset.countries`. */
  country: number;
  /** null = could not be located. */
  lon: number | null;
  lat: number | null;
}

export type Place = AuthorityPlace | PartnerPlace;

/**
 * @param id `a…` or `p…`
 * @param entry the register's entry for the id, for authorities without any record
 * @returns null when nobody has this id
 */
export function placeOf(
  dataset: Dataset,
  selection: Selection,
  id: string,
  entry?: RegisterEntry
): Place | null {
  if (id.startsWith('p')) return partnerPlace(dataset, selection, id);
  const row = dataset.authorities.id.indexOf(id);
  if (row >= 0) return authorityPlace(dataset, selection, row);
  return entry?.id === id ? registerPlace(dataset, entry) : null;
}

function split(dataset: Dataset, selection: Selection, member: number): PlaceTies {
  const inside = tiesOfMember(dataset, selection, member);
  const fits = new Set(inside);
  return { inside, outside: tiesOfMember(dataset, null, member).filter((row) => !fits.has(row)) };
}

const landName = (dataset: Dataset, code: string) =>
  dataset.laender.find((land) => land.code === code)?.name ?? '';
const kreisName = (dataset: Dataset, code: string) =>
  dataset.kreise.find((kreis) => kreis.code === code)?.name ?? '';

function authorityPlace(dataset: Dataset, selection: Selection, row: number): AuthorityPlace {
  const { authorities } = dataset;
  const landCode = dataset.laender[authorities.land[row]!]?.code ?? '';
  const population = authorities.population[row]!;
  return {
    side: 'authority',
    id: authorities.id[row]!,
    row,
    name: authorities.name[row]!,
    kind: authorities.kind[row]!,
    landCode,
    land: landName(dataset, landCode),
    kreisCode: authorities.kreis[row]!,
    kreis: kreisName(dataset, authorities.kreis[row]!),
    population: population < 0 ? null : population,
    lon: authorities.lon[row]!,
    lat: authorities.lat[row]!,
    ...split(dataset, selection, row)
  };
}

function registerPlace(dataset: Dataset, entry: RegisterEntry): AuthorityPlace {
  const { id, name, kind, population, lon, lat } = entry;
  return {
    side: 'authority',
    id,
    row: null,
    name,
    kind,
    landCode: entry.land,
    land: landName(dataset, entry.land),
    kreisCode: entry.kreis,
    kreis: kreisName(dataset, entry.kreis),
    population,
    lon,
    lat,
    inside: [],
    outside: []
  };
}

function partnerPlace(dataset: Dataset, selection: Selection, id: string): PartnerPlace | null {
  const { partners } = dataset;
  const row = partners.id.indexOf(id);
  if (row < 0) return null;
  const located = !Number.isNaN(partners.lon[row]!);
  return {
    side: 'partner',
    id,
    row,
    nameDe: partners.nameDe[row]!,
    nameEn: partners.nameEn[row]!,
    country: partners.country[row]!,
    lon: located ? partners.lon[row]! : null,
    lat: located ? partners.lat[row]! : null,
    ...split(dataset, selection, ~row)
  };
}
