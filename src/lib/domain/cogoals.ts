/**
 * Which goals are recorded together: for every pair of goals the partnerships that carry both.
 *
 * Contract: pure; only goals on the wanted bases count (see `filters.ts`). Topic and programme rules
 * attach several goals at once, so a pair may come from one rule and not from two observations:
 * `byRule` counts those of which nothing but rules speaks.
 */
import type { Dataset } from './dataset.ts';
import type { Filters } from './filters.ts';
import { BASES, GOALS, type Basis } from './model.ts';
import type { Selection } from './selection.ts';

export interface GoalPair {
  /** `a` <= `b`; a goal with itself counts all that carry it. */
  a: number;
  b: number;
  /** Partnership rows, ascending. */
  rows: number[];
}

export interface CoGoals {
  /** Those that occur, by `a`, then by `b`. */
  pairs: GoalPair[];
  /** Partnerships with a goal, with more than one, and those whose goals all come from rules. */
  known: number;
  several: number;
  byRule: number;
}

/** Bases that are no rule. */
const OBSERVED: readonly Basis[] = ['source', 'editor'];

export function coGoals(dataset: Dataset, selection: Selection, filters: Filters): CoGoals {
  const { partnerships: ties } = dataset;
  const bases = filters.bases.length > 0 ? filters.bases : BASES;
  const observed = bases.filter((basis) => OBSERVED.includes(basis));
  const goalMask = (row: number, wanted: readonly Basis[]) =>
    wanted.reduce((mask, basis) => mask | ties.goals[BASES.indexOf(basis)]![row]!, 0);
  const found = new Map<number, number[]>();
  const sums = { known: 0, several: 0, byRule: 0 };
  for (const row of selection.rows) {
    const mask = goalMask(row, bases);
    if (mask === 0) continue;
    const goals = GOALS.filter((goal) => mask & (1 << goal));
    sums.known++;
    if (goals.length > 1) sums.several++;
    if (goalMask(row, observed) === 0) sums.byRule++;
    for (const a of goals)
      for (const b of goals) {
        if (b < a) continue;
        const rows = found.get(a * 100 + b);
        if (rows) rows.push(row);
        else found.set(a * 100 + b, [row]);
      }
  }
  const pairs = [...found]
    .map(([key, rows]) => ({ a: Math.floor(key / 100), b: key % 100, rows }))
    .sort((x, y) => x.a - y.a || x.b - y.b);
  return { pairs, ...sums };
}
