/** Small helpers for putting records together. */
import type { Relevance } from '../domain/model.ts';

/** The records contradict each other: a reference without its row. */
export class AssembleError extends Error {}

/** @throws {AssembleError} when the value is missing */
export function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new AssembleError(`${what} is not among the records.`);
  return value;
}

/** Order by the number in an id: `a2` before `a10`. */
export const bySequence = (a: { id: string }, b: { id: string }): number =>
  Number(a.id.slice(1)) - Number(b.id.slice(1));

export const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
export const byCode = (a: { code: string }, b: { code: string }): number =>
  a.code < b.code ? -1 : 1;

/** Rows by partnership; a new list for each call. */
export function groups<T extends { partnership_id: string }>(
  rows: readonly T[]
): (partnership: string) => T[] {
  const found = Map.groupBy(rows, (row) => row.partnership_id);
  return (partnership) => [...(found.get(partnership) ?? [])];
}

/**
 * Where an id has gone by mergers.
 * @throws {AssembleError} when mergers go round in a circle
 */
export function successors(
  rows: readonly { id: string; merged_into: string | null }[]
): (id: string) => string {
  const next = new Map(rows.map((row) => [row.id, row.merged_into]));
  return (id) => {
    let last = id;
    for (let step = 0; step < 100; step++) {
      const to = next.get(last);
      if (!to) return last;
      last = to;
    }
    throw new AssembleError(`The mergers of ${id} go round in a circle.`);
  };
}

/** Goals of a rule, main ones first. */
export function goalsOf(rule: {
  goals_main: readonly number[];
  goals_significant: readonly number[];
}): { goal: number; relevance: Relevance }[] {
  return [
    ...rule.goals_main.map((goal) => ({ goal, relevance: 'main' as const })),
    ...rule.goals_significant.map((goal) => ({ goal, relevance: 'significant' as const }))
  ];
}
