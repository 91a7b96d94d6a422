/**
 * The options that the current authority counts for, and all those counted before.
 *
 * Contract: `words` are filled pair by pair, `turn` between authorities, `finish` at the end.
 * Why by value: nearly all authorities have the same few combinations of options in a word. So words
 * are counted whole, in the place their hash gives, and taken apart only when another one needs it.
 */
import type { OptionBits } from './optionbits.ts';

/** Places per word of options: 2 to the power of. */
const PLACES = 6;

export class Gathered {
  /** Options of the current authority. */
  readonly words: Int32Array;
  readonly #counters: Uint16Array;
  readonly #counts: Int32Array;
  /** A combination per place, and how many authorities had it. */
  readonly #values: Int32Array;
  readonly #times: Int32Array;

  /** @param sides one after the other in `words`; @param counts where authorities are counted */
  constructor(sides: readonly OptionBits[], counts: Int32Array) {
    const length = sides.reduce((sum, { words }) => sum + words, 0);
    this.words = new Int32Array(length);
    this.#counters = new Uint16Array(length * 32);
    let word = 0;
    for (const { counters, words } of sides) {
      this.#counters.set(counters, word * 32);
      word += words;
    }
    this.#counts = counts;
    this.#values = new Int32Array(length << PLACES);
    this.#times = new Int32Array(length << PLACES);
  }

  /** The next authority comes. */
  turn(): void {
    const words = this.words;
    const values = this.#values;
    const times = this.#times;
    for (let w = 0; w < words.length; w++) {
      const value = words[w]!;
      if (value === 0) continue;
      words[w] = 0;
      const place = (w << PLACES) | (Math.imul(value, 0x9e3779b1) >>> (32 - PLACES));
      if (values[place] !== value) {
        this.#spread(place);
        values[place] = value;
        times[place] = 0;
      }
      times[place]!++;
    }
  }

  finish(): void {
    this.turn();
    for (let place = 0; place < this.#values.length; place++) this.#spread(place);
  }

  #spread(place: number): void {
    const counters = this.#counters;
    const times = this.#times[place]!;
    const first = (place >> PLACES) * 32 + 31;
    for (let rest = this.#values[place]!; rest !== 0; rest &= rest - 1)
      this.#counts[counters[first - Math.clz32(rest & -rest)]!]! += times;
  }
}
