/**
 * Partnerships with several pairs (several German members or partners): each counts once per option,
 * for which pair it may ever be. Their authorities are noted pair by pair like all others.
 */
import type { Catalogue } from './catalogue.ts';
import { RECORDED } from './profiles.ts';
import type { SideTally, Tally } from './tally.ts';

export interface SideTallies {
  goals: SideTally;
  tie: SideTally;
  german: SideTally;
  abroad: SideTally;
}

/** @param fails bits of the failed questions per pair */
export function countPlural(
  { plural, pairs, german, questions }: Catalogue,
  fails: Uint16Array,
  sides: SideTallies,
  tally: Tally
): void {
  /** The tie that was counted last per counter. */
  const last = new Int32Array(tally.partnerships.length).fill(-1);
  const { goals, tie } = sides;
  const firstGerman = 1 << german.shift;

  plural.forEach((own, at) => {
    let fits = false;
    /** Bits of the questions that alone keep some pair from fitting. */
    let only = 0;
    for (const pair of own) {
      const failed = fails[pair]!;
      if (failed === 0) fits = true;
      else if ((failed & (failed - 1)) === 0) only |= failed;
    }
    if (!fits && only === 0) return;
    const first = own[0]!;
    const [ofGoals, ofTie] = [pairs.goals[first]!, pairs.tie[first]!];
    if (fits) {
      goals.whole[ofGoals]!++;
      tie.whole[ofTie]!++;
    } else
      for (let rest = only & (firstGerman - 1); rest !== 0; rest &= rest - 1) {
        const question = 31 - Math.clz32(rest & -rest);
        if (question < tie.profiles.shift) goals.one[goals.place(ofGoals, question)]!++;
        else tie.one[tie.place(ofTie, question)]!++;
      }
    for (let question = german.shift; question < questions; question++)
      if (fits || only & (1 << question)) countMembers(own, at, question);
  });

  /** The options of a question on members: those of all pairs that fail nothing else. */
  function countMembers(own: readonly number[], at: number, question: number) {
    const { abroad } = sides;
    const isAbroad = question >= abroad.profiles.shift;
    const side = isAbroad ? abroad : sides.german;
    const { start, list, state } = side.slots;
    let known = false;
    for (const pair of own) {
      if (fails[pair]! & ~(1 << question)) continue;
      const place = side.place((isAbroad ? pairs.abroad : pairs.german)[pair]!, question);
      known ||= state[place] === RECORDED;
      for (let i = start[place]!; i < start[place + 1]!; i++) {
        const counter = list[i]!;
        if (last[counter] === at) continue;
        last[counter] = at;
        tally.partnerships[counter]!++;
      }
    }
    tally.total[question]!++;
    if (known) tally.known[question]!++;
  }
}
