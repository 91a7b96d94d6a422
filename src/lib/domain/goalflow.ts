/**
 * Who cooperates with whom on which goal: German side -> goal -> partners' side, as bands.
 *
 * Contract: pure; only goals on the wanted bases count, and of these only the ones asked for (see
 * `filters.ts`). A flag is one combination of German group, goal and partner group of one partnership,
 * so at every goal the flags that come in are those that go out. Partnerships without a goal flow
 * through goal 0.
 */
import type { Dataset } from './dataset.ts';
import type { Filters } from './filters.ts';
import { BASES, GOALS, type Basis } from './model.ts';
import type { Selection } from './selection.ts';

export interface GoalBand {
  /** Group on the German (`left`) or the partners' side (`right`). */
  end: number;
  /** 1-17; 0 = no goal recorded. */
  goal: number;
  /** Partnership rows, ascending, each once. */
  rows: number[];
  flags: number;
}

export interface GoalFlow {
  /** By goal, then by end. */
  left: GoalBand[];
  right: GoalBand[];
  /** Partnerships with a goal, with more than one, without one. */
  known: number;
  several: number;
  none: number;
}

/**
 * @param leftOf group of an authority row
 * @param rightOf group of a partner row
 * @param inland group of ties that have no partner abroad
 */
export function goalFlow(
  dataset: Dataset,
  selection: Selection,
  filters: Filters,
  leftOf: (authority: number) => number,
  rightOf: (partner: number) => number,
  inland: number
): GoalFlow {
  const { members, memberStart } = dataset.partnerships;
  const bodies = new Set(selection.authorities);
  const abroad = new Set(selection.partners);
  const goalsOf = goalReader(dataset, filters);
  const left = new Map<number, GoalBand>();
  const right = new Map<number, GoalBand>();
  const sums = { known: 0, several: 0, none: 0 };
  for (const row of selection.rows) {
    const goals = goalsOf(row);
    if (goals.length === 0) sums.none++;
    else sums.known++;
    if (goals.length > 1) sums.several++;
    const ours = new Set<number>();
    const theirs = new Set<number>();
    for (const member of members.subarray(memberStart[row], memberStart[row + 1])) {
      if (member >= 0 && bodies.has(member)) ours.add(leftOf(member));
      if (member < 0 && abroad.has(~member)) theirs.add(rightOf(~member));
    }
    if (theirs.size === 0) theirs.add(inland);
    for (const goal of goals.length === 0 ? [0] : goals) {
      for (const end of ours) add(left, end, goal, row, theirs.size);
      for (const end of theirs) add(right, end, goal, row, ours.size);
    }
  }
  return { left: sorted(left), right: sorted(right), ...sums };
}

/** Goals of a partnership that count under these filters, ascending. */
export function goalReader(dataset: Dataset, filters: Filters): (row: number) => number[] {
  const columns = dataset.partnerships.goals;
  const bases: readonly Basis[] = filters.bases.length > 0 ? filters.bases : BASES;
  const counted = bases.map((basis) => columns[BASES.indexOf(basis)]!);
  const asked = GOALS.filter((goal) => filters.goals.includes(goal));
  const wanted = asked.length > 0 ? asked : GOALS;
  return (row) => {
    const mask = counted.reduce((bits, column) => bits | column[row]!, 0);
    return mask === 0 ? [] : wanted.filter((goal) => mask & (1 << goal));
  };
}

function add(
  bands: Map<number, GoalBand>,
  end: number,
  goal: number,
  row: number,
  flags: number
): void {
  const key = end * 100 + goal;
  let band = bands.get(key);
  if (!band) bands.set(key, (band = { end, goal, rows: [], flags: 0 }));
  band.rows.push(row);
  band.flags += flags;
}

const sorted = (bands: Map<number, GoalBand>) =>
  [...bands.values()].sort((a, b) => a.goal - b.goal || a.end - b.end);
