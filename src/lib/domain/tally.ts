/**
 * The counters of all facets during one pass over the pairs, side by side.
 *
 * Contract: authorities have their turns one after the other, so a counter has seen the current one
 * exactly when it was the last noted there.
 */
import { LEFT_OUT, RECORDED, type Profiles, type Slots } from './profiles.ts';

/** Counters of all sides; a new one is all zero. */
export class Tally {
  readonly partnerships: Int32Array;
  readonly authorities: Int32Array;
  /** The authority last noted per counter; -1 = none yet. */
  readonly last: Int32Array;
  /** Per question: partnerships that fail nothing but it and would fit if nothing were asked. */
  readonly total: Int32Array;
  /** Those of them whose value is recorded. */
  readonly known: Int32Array;

  constructor(counters: number, questions: number) {
    this.partnerships = new Int32Array(counters);
    this.authorities = new Int32Array(counters);
    this.last = new Int32Array(counters).fill(-1);
    this.total = new Int32Array(questions);
    this.known = new Int32Array(questions);
  }
}

/** What one side adds to them. */
export class SideTally {
  readonly profiles: Profiles;
  readonly slots: Slots;
  readonly #tally: Tally;
  readonly #questions: number;
  /** Partnerships that fail nothing, per profile: spread over the counters by `finish`. */
  readonly #whole: Int32Array;
  readonly #last: Int32Array;

  constructor(tally: Tally, profiles: Profiles, slots: Slots) {
    this.profiles = profiles;
    this.slots = slots;
    this.#tally = tally;
    this.#questions = profiles.questions.length;
    this.#whole = new Int32Array(profiles.examples.length);
    this.#last = new Int32Array(profiles.examples.length).fill(-1);
  }

  /** Place of a question (by its bit) of a profile in the slots. */
  place(profile: number, question: number): number {
    return profile * this.#questions + question - this.profiles.shift;
  }

  /** A pair of this authority fails nothing. @param partnerships to count by it: 1 or 0 */
  whole(profile: number, authority: number, partnerships: number): void {
    this.#whole[profile]! += partnerships;
    if (this.#last[profile] === authority) return;
    this.#last[profile] = authority;
    const place = profile * this.#questions;
    this.#note(place, place + this.#questions, authority);
  }

  /** A pair of this authority fails this question only. */
  one(profile: number, question: number, authority: number, partnerships: number): void {
    const place = this.place(profile, question);
    if (partnerships !== 0) this.#count(place, partnerships);
    this.#note(place, place + 1, authority);
  }

  /** A partnership, whose authorities are noted pair by pair. */
  countOne(profile: number, question: number): void {
    this.#count(this.place(profile, question), 1);
  }

  finish(): void {
    this.#whole.forEach((partnerships, profile) => {
      if (partnerships === 0) return;
      for (let q = 0; q < this.#questions; q++)
        this.#count(profile * this.#questions + q, partnerships);
    });
  }

  #count(place: number, by: number): void {
    const { start, list, state } = this.slots;
    const { partnerships, total, known } = this.#tally;
    const to = start[place + 1]!;
    for (let i = start[place]!; i < to; i++) partnerships[list[i]!]! += by;
    const question = this.profiles.shift + (place % this.#questions);
    if (state[place] !== LEFT_OUT) total[question]! += by;
    if (state[place] === RECORDED) known[question]! += by;
  }

  /** Notes the authority for the options at some places. */
  #note(from: number, to: number, authority: number): void {
    const { start, list } = this.slots;
    const { last, authorities } = this.#tally;
    const end = start[to]!;
    for (let i = start[from]!; i < end; i++) {
      const counter = list[i]!;
      if (last[counter] === authority) continue;
      last[counter] = authority;
      authorities[counter]!++;
    }
  }
}
