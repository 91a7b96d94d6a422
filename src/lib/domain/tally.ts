/**
 * The counters of all facets, and what each side adds to them.
 *
 * Contract: partnerships are added up per profile (`SideTally`) and spread over the options by
 * `finish`; authorities are counted by the pass over the pairs (`count.ts`).
 */
import { LEFT_OUT, RECORDED, type Profiles, type Slots } from './profiles.ts';

/** Counters of all sides; a new one is all zero. */
export class Tally {
  readonly partnerships: Int32Array;
  /** One more than there are options: for what counts nowhere. */
  readonly authorities: Int32Array;
  /** Per question: partnerships that fail nothing but it and would fit if nothing were asked. */
  readonly total: Int32Array;
  /** Those of them whose value is recorded. */
  readonly known: Int32Array;

  constructor(counters: number, questions: number) {
    this.partnerships = new Int32Array(counters);
    this.authorities = new Int32Array(counters + 1);
    this.total = new Int32Array(questions);
    this.known = new Int32Array(questions);
  }
}

export class SideTally {
  readonly profiles: Profiles;
  readonly slots: Slots;
  /** Number of its questions. */
  readonly questions: number;
  /** Partnerships that fail nothing, per profile. */
  readonly whole: Int32Array;
  /** Partnerships that fail one question only, per place. */
  readonly one: Int32Array;

  constructor(profiles: Profiles, slots: Slots) {
    this.profiles = profiles;
    this.slots = slots;
    this.questions = profiles.questions.length;
    this.whole = new Int32Array(profiles.examples.length);
    this.one = new Int32Array(profiles.examples.length * profiles.questions.length);
  }

  /** Place of a question (by its bit) of a profile in the slots. */
  place(profile: number, question: number): number {
    return profile * this.questions + question - this.profiles.shift;
  }

  finish({ partnerships, total, known }: Tally): void {
    const { start, list, state } = this.slots;
    const { questions, shift } = this.profiles;
    for (let profile = 0, place = 0; profile < this.whole.length; profile++) {
      const whole = this.whole[profile]!;
      for (let q = 0; q < questions.length; q++, place++) {
        const found = whole + this.one[place]!;
        if (found === 0) continue;
        for (let i = start[place]!; i < start[place + 1]!; i++) partnerships[list[i]!]! += found;
        const question = shift + q;
        if (state[place] !== LEFT_OUT) total[question]! += found;
        if (state[place] === RECORDED) known[question]! += found;
      }
    }
  }
}
