/**
 * The published data in memory: columns over three kinds of rows, plus small reference lists.
 *
 * Contract: immutable; the same object on server and client; built only by `snapshot/decode`.
 * Row numbers (positions) are internal and change from snapshot to snapshot; ids (`a…` authority,
 * `p…` partner, `t…` tie = partnership) are stable and the only thing that leaves the process.
 */
import type { AuthorityKind, Programme, Relevance, SizeClass } from './model.ts';

export interface Country {
  iso2: string;
  nameDe: string;
  nameEn: string;
  /** UN M49 sub-region code, e.g. `202` (Sub-Saharan Africa); '' where the UN names none. */
  region: string;
  /** On the DAC list of ODA recipients named in `Dataset.odaYear`. */
  oda: boolean;
  ldc: boolean;
  sids: boolean;
  /** Label point in degrees, on the largest part of the territory. */
  lon: number;
  lat: number;
}

export interface Region {
  code: string;
  nameDe: string;
  nameEn: string;
}

export interface Land {
  /** Two-digit AGS code. */
  code: string;
  name: string;
}

/** A Kreis as an area of geography (kreisfreie Städte included), never a body of its own. */
export interface Kreis {
  /** Five-digit AGS code. */
  code: string;
  name: string;
}

export interface Goal {
  goal: number;
  colour: string;
  shortDe: string;
  shortEn: string;
  titleDe: string;
  titleEn: string;
}

export interface Topic {
  id: string;
  nameDe: string;
  nameEn: string;
  goals: { goal: number; relevance: Relevance }[];
}

/** A programme rule: which goals belonging to a programme implies. */
export interface ProgrammeRule {
  id: string;
  nameDe: string;
  nameEn: string;
  /** The programme kind of the model this rule answers to, if any. */
  programme: Programme | null;
  goals: { goal: number; relevance: Relevance }[];
}

export interface Source {
  id: string;
  title: string;
  url: string;
  licence: string;
  licenceUrl: string;
  attributionDe: string;
  attributionEn: string;
  /** ISO date on which the source was retrieved or read. */
  retrievedAt: string;
  /** What time the data speaks of, as words, e.g. "Mai/Juli 2017". */
  stateDe: string;
  stateEn: string;
  /** Position in LAYERS if the source attests partnerships, else -1. */
  layer: number;
}

export interface AuthorityColumns {
  length: number;
  id: string[];
  kind: AuthorityKind[];
  /** AGS: 8 digits Gemeinde, 5 Kreis, 2 Land; '' where there is none. */
  ags: string[];
  name: string[];
  /** Position in `laender`. */
  land: Uint8Array;
  /** Kreis code (5 digits); '' for Länder. */
  kreis: string[];
  /** Inhabitants; -1 when not known. */
  population: Int32Array;
  lon: Float32Array;
  lat: Float32Array;
}

export interface PartnerColumns {
  length: number;
  id: string[];
  /** Name to show in German and in English (exonym, else own name). */
  nameDe: string[];
  nameEn: string[];
  /** Position in `countries`. */
  country: Uint8Array;
  /** Degrees; NaN when the place could not be located. */
  lon: Float32Array;
  lat: Float32Array;
}

export interface PartnershipColumns {
  length: number;
  id: string[];
  /**
   * Members of partnership i: `members[memberStart[i]] … members[memberStart[i+1]-1]`.
   * A value >= 0 is an authority row, a value < 0 is partner row `~value`.
   */
  memberStart: Uint32Array;
  members: Int32Array;
  /** Position in FORMS. */
  form: Uint8Array;
  /** Position in STATUSES. */
  status: Uint8Array;
  /** Start year; 0 = not recorded. */
  since: Uint16Array;
  /** Bit k = PROGRAMMES[k]. */
  programmes: Uint8Array;
  /** Bit g = goal g (1-17), one mask per BASES entry. */
  goals: [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  /** Bits of LAYERS that attest the partnership. */
  layers: Uint8Array;
  /** Bit 0: `initiated` (decided, conclusion not seen); bit 1: `operator` (a utility's tie). */
  flags: Uint8Array;
  /** Topics of partnership i: positions in `topics`, same start/list layout as members. */
  topicStart: Uint32Array;
  topicList: Uint8Array;
}

/** A body that was asked and said it has no partnership; it may have a row in `authorities` too. */
export interface ConfirmedNone {
  id: string;
  kind: AuthorityKind;
  /** Two-digit Land code. */
  land: string;
  /** Kreis code (5 digits); '' for Länder. */
  kreis: string;
  /** null: no Gemeinde, or population not known. */
  size: SizeClass | null;
}

export const FLAG_INITIATED = 1;
export const FLAG_OPERATOR = 2;

export interface Dataset {
  version: number;
  /** ISO timestamp. */
  publishedAt: string;
  /** Year of the DAC list behind `Country.oda`. */
  odaYear: string;
  /** Positions 0..15 = Land codes 01..16. */
  laender: Land[];
  /** All 400, by code: names to show, and what a valid `kreis` parameter is. */
  kreise: Kreis[];
  regions: Region[];
  countries: Country[];
  goals: Goal[];
  topics: Topic[];
  programmeRules: ProgrammeRule[];
  sources: Source[];
  /** Authorities with at least one record (of any kind). */
  authorities: AuthorityColumns;
  partners: PartnerColumns;
  partnerships: PartnershipColumns;
  /** Ids of before -> the id they were merged into, for links that were made earlier. */
  moved: ReadonlyMap<string, string>;
  /** Number of all Gemeinden, [land position][size class position]: denominators. */
  gemeinden: number[][];
  /** The same by [Kreis position]; null in snapshots from before it was published. */
  kreisGemeinden: number[][] | null;
  /** Ascending by id. */
  confirmedNone: ConfirmedNone[];
}
