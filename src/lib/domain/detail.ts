/**
 * What stands behind a partnership, row by row of its sources. Not needed for map, filters or
 * table, therefore a snapshot part of its own; keyed by partnership id (`t…`).
 */
import type { Basis, Relevance } from './model.ts';

export interface DetailSource {
  /** Id in `Dataset.sources`. */
  source: string;
  /** The cited page; '' where the layer has none. */
  url: string;
  note: string;
  confidence: string;
  /** Start year this source gives; null = none. */
  since: number | null;
}

export interface DetailTag {
  goal: number;
  /** Target id such as `6.1`; '' = the goal as a whole. */
  target: string;
  relevance: Relevance;
  basis: Basis;
  /** Programme rule id or topic id for goals by rule, else the cited page's URL. */
  by: string;
}

export interface Detail {
  sources: DetailSource[];
  /** Topic ids. */
  topics: string[];
  /** Programme rule ids. */
  programmes: string[];
  tags: DetailTag[];
}

export type Details = ReadonlyMap<string, Detail>;
