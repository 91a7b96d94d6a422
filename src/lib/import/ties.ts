/**
 * One row of a layer as a tie between a German side and a partner side: the common form that the
 * three layers are read into before matching.
 */
import type { Layer } from '../domain/model.ts';
import type { Position } from './distance.ts';
import type { Row } from './table.ts';

/** One end of a tie, as the source writes it. */
export interface Side {
  label: string;
  /** Country label or ISO2. */
  country: string;
  /** A matching hint, never published. */
  hint: Position | null;
  /** Population in the source, a hint too. */
  population: number | null;
  /** Official key in the source: AGS, or `ars:…`; '' where it gives none. */
  official: string;
}

/** What only the curated facts say. */
export interface Fact {
  type: string;
  since: number | null;
  programme: string;
  topics: string[];
  goals: string;
  confidence: string;
  note: string;
  url: string;
  /** topic_updates: enriches a pair, never creates one. */
  update: boolean;
}

export interface Tie {
  layer: Layer;
  /** File within the layer, for the accounting. */
  file: string;
  /** Identity of the row across re-imports: made of its content, not of its position. */
  key: string;
  row: number;
  raw: Record<string, string>;
  german: Side;
  partner: Side;
  fact: Fact | null;
  /** Code of a fault of the row itself, '' when it could be read. */
  fault: string;
}

/** Hands out keys that stay the same when rows are inserted elsewhere; equal rows are numbered. */
export function keyMaker(): (...parts: string[]) => string {
  const counts = new Map<string, number>();
  return (...parts) => {
    const key = parts.join('|');
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  };
}

export const faultOf = (row: Row): string => row.problem?.code ?? '';
