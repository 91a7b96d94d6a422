/**
 * Who could work together: German bodies with partners in the same country (or region) on the same
 * goal that have no tie with one another.
 *
 * Contract: pure; only members that fit the selection and goals that count under the filters (see
 * `goalflow.ts`). Two bodies have a tie with one another when any partnership of the whole dataset
 * names both, whatever the filters say.
 */
import type { Dataset } from './dataset.ts';
import type { Filters } from './filters.ts';
import { goalReader } from './goalflow.ts';
import type { Selection } from './selection.ts';

export interface CandidateGroup {
  /** Group of the partners' side. */
  place: number;
  goal: number;
  /** Authority rows, ascending: at least two of them have no tie with one another. */
  bodies: number[];
  /** Pairs of them without a tie with one another. */
  pairs: number;
  /** Their partnerships there on that goal, ascending. */
  rows: number[];
}

/**
 * @param placeOf group of a partner row; -1 = leave it out
 * @returns groups with such a pair, by place, then by goal
 */
export function candidates(
  dataset: Dataset,
  selection: Selection,
  filters: Filters,
  placeOf: (partner: number) => number
): CandidateGroup[] {
  const { members, memberStart } = dataset.partnerships;
  const fits = new Set(selection.authorities);
  const abroad = new Set(selection.partners);
  const goalsOf = goalReader(dataset, filters);
  const tied = tiesAmong(dataset);
  const found = new Map<number, { bodies: Set<number>; rows: number[] }>();
  for (const row of selection.rows) {
    const goals = goalsOf(row);
    if (goals.length === 0) continue;
    const ours: number[] = [];
    const places = new Set<number>();
    for (const member of members.subarray(memberStart[row], memberStart[row + 1])) {
      if (member >= 0 && fits.has(member)) ours.push(member);
      if (member < 0 && abroad.has(~member)) places.add(placeOf(~member));
    }
    places.delete(-1);
    for (const place of places)
      for (const goal of goals) {
        const key = place * 100 + goal;
        let group = found.get(key);
        if (!group) found.set(key, (group = { bodies: new Set(), rows: [] }));
        group.rows.push(row);
        for (const body of ours) group.bodies.add(body);
      }
  }
  return [...found]
    .map(([key, { bodies, rows }]) => {
      const sorted = [...bodies].sort((a, b) => a - b);
      let pairs = 0;
      for (const [i, a] of sorted.entries())
        for (const b of sorted.slice(i + 1)) if (!tied.get(a)?.has(b)) pairs++;
      return { place: Math.floor(key / 100), goal: key % 100, bodies: sorted, pairs, rows };
    })
    .filter(({ pairs }) => pairs > 0)
    .sort((a, b) => a.place - b.place || a.goal - b.goal);
}

const cache = new WeakMap<Dataset, Map<number, Set<number>>>();

/** Authority row -> those it shares a partnership with. */
function tiesAmong(dataset: Dataset): Map<number, Set<number>> {
  let tied = cache.get(dataset);
  if (tied) return tied;
  tied = new Map();
  const { members, memberStart, length } = dataset.partnerships;
  for (let row = 0; row < length; row++) {
    const ours = members
      .subarray(memberStart[row], memberStart[row + 1])
      .filter((member) => member >= 0);
    if (ours.length < 2) continue;
    for (const body of ours) {
      const own = tied.get(body) ?? new Set<number>();
      for (const other of ours) if (other !== body) own.add(other);
      tied.set(body, own);
    }
  }
  cache.set(dataset, tied);
  return tied;
}
