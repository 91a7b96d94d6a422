/** Ties of one place gathered for reading: by country or Land of the other side. Pure. */
import { BASES, type Basis } from '../domain/model.ts';
import type { Member, Tie } from './ties.ts';

export interface TieGroup {
  /** Country, or Land for German bodies. */
  where: string;
  ties: Tie[];
}

/** Everybody in the tie but the place whose panel it is: partners abroad first. */
export function othersIn(tie: Tie, placeId: string): Member[] {
  return [...tie.partners, ...tie.german].filter((member) => member.id !== placeId);
}

/** One group per place of the first other member, by name; ties keep their order. */
export function groupTies(
  ties: readonly Tie[],
  placeId: string,
  compare: (a: string, b: string) => number
): TieGroup[] {
  const groups = new Map<string, Tie[]>();
  for (const tie of ties) {
    const where = othersIn(tie, placeId)[0]?.where ?? '';
    groups.set(where, [...(groups.get(where) ?? []), tie]);
  }
  return [...groups]
    .map(([where, ties]) => ({ where, ties }))
    .sort((a, b) => compare(a.where, b.where));
}

export interface GoalCount {
  goal: number;
  name: string;
  /** Partnerships with the goal. */
  ties: number;
  /** All reasons for which any of them has it. */
  bases: Basis[];
}

/** Goals of all these ties together, by number. */
export function goalsOfTies(ties: readonly Tie[]): GoalCount[] {
  const found = new Map<number, GoalCount>();
  for (const tie of ties)
    for (const { goal, name, bases } of tie.goals) {
      const known = found.get(goal) ?? { goal, name, ties: 0, bases: [] };
      const all = new Set([...known.bases, ...bases]);
      found.set(goal, {
        ...known,
        ties: known.ties + 1,
        bases: BASES.filter((basis) => all.has(basis))
      });
    }
  return [...found.values()].sort((a, b) => a.goal - b.goal);
}
