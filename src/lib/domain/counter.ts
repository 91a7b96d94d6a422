/**
 * Counts partnerships and distinct authorities per option of one dimension.
 *
 * Contract: rows arrive in order; the same option of the same row counts once. Distinct
 * authorities are a bit set per option: 2,550 bodies x 250 countries are 80 KB.
 */
import type { Facet } from './facets.ts';

export class Counter<V = unknown> {
  readonly #values: readonly V[];
  readonly #words: number;
  readonly #partnerships: Uint32Array;
  readonly #authorities: Uint32Array;
  readonly #last: Int32Array;
  readonly #seen: Uint32Array;
  #total = 0;
  #known = 0;

  constructor(values: readonly V[], authorities: number) {
    this.#values = values;
    this.#words = (authorities + 31) >>> 5;
    this.#partnerships = new Uint32Array(values.length);
    this.#authorities = new Uint32Array(values.length);
    this.#last = new Int32Array(values.length).fill(-1);
    this.#seen = new Uint32Array(values.length * this.#words);
  }

  /** Partnership `row` has the option (-1 = none), by these authorities. */
  add(option: number, row: number, authorities: readonly number[]): void {
    for (let i = 0; i < authorities.length; i++) this.addOne(option, row, authorities[i]!);
  }

  addOne(option: number, row: number, authority: number): void {
    if (option < 0) return;
    if (this.#last[option] !== row) {
      this.#last[option] = row;
      this.#partnerships[option]!++;
    }
    const word = option * this.#words + (authority >>> 5);
    const bit = 1 << (authority & 31);
    if (this.#seen[word]! & bit) return;
    this.#seen[word]! |= bit;
    this.#authorities[option]!++;
  }

  /** One partnership under all other filters, with or without a recorded value. */
  base(known: boolean): void {
    this.#total++;
    if (known) this.#known++;
  }

  facet(): Facet<V> {
    return {
      options: this.#values.map((value, option) => ({
        value,
        partnerships: this.#partnerships[option]!,
        authorities: this.#authorities[option]!
      })),
      known: { partnerships: this.#known, share: this.#total === 0 ? 0 : this.#known / this.#total }
    };
  }
}
