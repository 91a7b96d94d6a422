/** What can be asked of the subjects of one side, and what is counted for it (`dimensions.ts`). */
import type { Filters } from './filters.ts';

export interface Question {
  /** Subjects with the same key answer alike. */
  key(subject: number): number | string;
  /** Whether a subject fits what is asked; null = all do. */
  asks(filters: Filters): ((subject: number) => boolean) | null;
  /** Whether a subject fits when nothing is asked; by default all do. */
  base?(subject: number): boolean;
  /** Whether its value is recorded; by default it is. */
  known?(subject: number): boolean;
  /** What is counted when nothing fails but this question. */
  counts: readonly Countable[];
}

export interface Countable {
  /** As in `Facets`. */
  name: string;
  /** Options in the order shown. */
  values: readonly unknown[];
  /** Positions in `values` for which `select` would find the subject. */
  options(filters: Filters): (subject: number) => readonly number[];
  /** Only partnerships are counted, no authorities. */
  tiesOnly?: boolean;
}

/** A countable whose options do not depend on what is asked. */
export function plain(
  name: string,
  values: readonly unknown[],
  options: (subject: number) => readonly number[]
): Countable {
  return { name, values, options: () => options };
}
