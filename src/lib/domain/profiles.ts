/**
 * The subjects of one side by profile: those that answer every question alike.
 *
 * Why: thousands of ties share a few hundred profiles, so what is asked and what can be counted is
 * worked out once per profile; a pass over the ties only looks it up.
 */
import type { Side } from './dimensions.ts';
import type { Filters } from './filters.ts';
import type { Question } from './question.ts';

export interface Profiles {
  questions: readonly Question[];
  /** Bit of the first question in a mask of failed ones; the others follow. */
  shift: number;
  /** Profile of each subject. */
  of: Uint32Array;
  /** One subject of each profile; it answers for all of them. */
  examples: readonly number[];
}

/** What a profile adds to; `p * questions + q` is the place of question q of profile p. */
export interface Slots {
  /** Counters of its options: `list[start[place]]` up to `start[place + 1]`. */
  start: Uint32Array;
  list: Uint16Array;
  /** Whether the value is recorded, and whether it counts when nothing is asked: RECORDED etc. */
  state: Uint8Array;
}
export const RECORDED = 0;
export const NOT_RECORDED = 1;
export const LEFT_OUT = 2;

/** Where the counters of one facet begin, and of which question it is. */
export interface Counted {
  name: string;
  values: readonly unknown[];
  question: number;
  offset: number;
  /** Authorities are not counted. */
  tiesOnly: boolean;
}

export function profilesOf({ length, questions }: Side, shift: number): Profiles {
  const of = new Uint32Array(length);
  let examples = length === 0 ? [] : [0];
  for (const { key } of questions) {
    // Each question splits the profiles found so far.
    const split: Map<number | string, number>[] = examples.map(() => new Map());
    const finer: number[] = [];
    for (let subject = 0; subject < length; subject++) {
      const parts = split[of[subject]!]!;
      const value = key(subject);
      let profile = parts.get(value);
      if (profile === undefined) {
        parts.set(value, (profile = finer.length));
        finer.push(subject);
      }
      of[subject] = profile;
    }
    examples = finer;
  }
  return { questions, shift, of, examples };
}

/** Bits of the questions that each profile fails. */
export function profileFails(
  { questions, shift, examples }: Profiles,
  filters: Filters
): Uint16Array {
  const fails = new Uint16Array(examples.length);
  questions.forEach((question, q) => {
    const fits = question.asks(filters);
    if (!fits) return;
    for (let p = 0; p < fails.length; p++) if (!fits(examples[p]!)) fails[p]! |= 1 << (shift + q);
  });
  return fails;
}

/** @param counted all facets; those of these questions are used */
export function slotsOf(
  { questions, examples }: Profiles,
  filters: Filters,
  counted: readonly Counted[]
): Slots {
  const prepared = questions.map(({ base, known, counts }) => ({
    base,
    known,
    counts: counts.map(({ name, options }) => ({
      options: options(filters),
      offset: counted.find((one) => one.name === name)!.offset
    }))
  }));
  const places = examples.length * questions.length;
  const start = new Uint32Array(places + 1);
  const state = new Uint8Array(places);
  const list: number[] = [];
  let place = 0;
  for (const example of examples)
    for (const { base, known, counts } of prepared) {
      for (const { options, offset } of counts)
        for (const option of options(example)) list.push(offset + option);
      if (base && !base(example)) state[place] = LEFT_OUT;
      else if (known && !known(example)) state[place] = NOT_RECORDED;
      start[++place] = list.length;
    }
  return { start, list: Uint16Array.from(list), state };
}
