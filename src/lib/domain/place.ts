import type { Dataset } from './dataset.ts';
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
  ags: string;
  /** Name of the Land. */
  land: string;
  /** Name of the Kreis; '' for Länder. */
  kreis: string;
  population: number | null;
  lon: number;
  lat: number;
}

export interface PartnerPlace extends PlaceTies {
  side: 'partner';
  id: string;
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
  _dataset: Dataset,
  _selection: Selection,
  _id: string,
  _entry?: RegisterEntry
): Place | null {
  throw new Error('not yet');
}
