/** The manifest: what a published snapshot is, how much it holds and under which licences. */
import type { Layer } from '../domain/model.ts';

export const FORMAT = 1;
export const PART_NAMES = ['core', 'detail', 'layout', 'search'] as const;
export type PartName = (typeof PART_NAMES)[number];

export interface Part {
  /** sha256 (hex) of the part's bytes. */
  hash: string;
  /** Uncompressed. */
  bytes: number;
}

export interface Counts {
  /** Ties abroad that count by default: neither initiated nor a utility's. */
  partnerships: number;
  partnerships_inland: number;
  /** All Gemeinden, Landkreise and Länder of the register, and other bodies that have a record. */
  authorities: number;
  authorities_with_partnership: number;
  partners: number;
  countries: number;
  /** Of `partnerships`, like the two below. */
  with_year: number;
  with_topic: number;
  /** Goal tags by basis; one tag = one goal of one partnership. */
  sdg_tags: { source: number; editor: number; programme: number; topic: number };
  /** Rows of the sources that wait for a decision. */
  quarantined: number;
}

export interface Licence {
  source: string;
  title: string;
  url: string;
  licence: string;
  licence_url: string;
  attribution_de: string;
  attribution_en: string;
  retrieved_at: string;
}

/** A snapshot of some layers only, published beside the whole. */
export interface Edition {
  /** Stable: one edition is one row of versions of its own. */
  id: string;
  /** What it is called wherever it is listed. */
  title_de: string;
  title_en: string;
  /** What it is and what it is not. */
  note_de: string;
  note_en: string;
  layers: Layer[];
}

export interface Manifest {
  version: number;
  /** ISO timestamp. */
  published_at: string;
  format: number;
  /** sha256 of the content, without number and date. */
  hash: string;
  parts: Partial<Record<PartName, Part>>;
  counts: Counts;
  licences: Licence[];
  /** Missing = the whole: only such a snapshot is ever the current one. */
  edition?: Edition | undefined;
}
