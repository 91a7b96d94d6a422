/**
 * The register: all Gemeinden, Landkreise and Länder, with or without a record, for the search
 * and for places nobody has recorded anything about.
 */
import type { AuthorityKind } from './model.ts';

export interface RegisterEntry {
  /** `a…` */
  id: string;
  name: string;
  kind: AuthorityKind;
  /** Two-digit Land code. */
  land: string;
  /** Five-digit Kreis code; '' for Länder. */
  kreis: string;
  /** Postcode of the seat of the administration; '' = none. */
  postcode: string;
  /** null = not known. */
  population: number | null;
  lon: number;
  lat: number;
}

export type Register = readonly RegisterEntry[];

/** Places whose name or postcode begins with the query, whole-name hits and big places first. */
export function searchPlaces(_register: Register, _query: string, _limit = 20): RegisterEntry[] {
  throw new Error('not yet');
}
