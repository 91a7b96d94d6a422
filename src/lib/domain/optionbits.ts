/**
 * The options of profiles as bits, so that those of all pairs of an authority are gathered by "or"
 * and counted once: an authority counts once per option, however many of its pairs have it.
 */
import type { Counted, Profiles, Slots } from './profiles.ts';

export interface OptionBits {
  /** Words per profile: those of profile p begin at `p * words`. */
  words: number;
  bits: Int32Array;
  /** The bits of each question's options, `words` words each. */
  masks: Int32Array;
  /** Counter of each bit. */
  counters: Uint16Array;
  /** Counter of a profile's option in the long list, or `none`. */
  long: Uint16Array;
  /** Bit of the question with the long list; 0 = none has one. */
  longBit: number;
}

/** Options of longer lists hardly share a word: no use for bits where a profile has one at most. */
const LONG = 64;

/**
 * @param none the counter of nothing
 * @param facets of all sides; those of these questions are used, one of them a long list at most
 */
export function bitsOf(
  { questions, examples, shift }: Profiles,
  { start, list }: Slots,
  facets: readonly Counted[],
  none: number
): OptionBits {
  const counters: number[] = [];
  const bitOf = new Map<number, number>();
  const found = { long: new Uint16Array(examples.length).fill(none), longBit: 0 };
  for (const { question, values, offset, tiesOnly } of facets) {
    if (question < shift || question >= shift + questions.length || tiesOnly) continue;
    if (values.length > LONG) {
      found.longBit = 1 << question;
      continue;
    }
    for (let i = 0; i < values.length; i++) bitOf.set(offset + i, counters.push(offset + i) - 1);
  }
  const words = Math.ceil(counters.length / 32);
  const bits = new Int32Array(examples.length * words);
  const masks = new Int32Array(questions.length * words);
  for (let p = 0, place = 0; p < examples.length; p++)
    for (let q = 0; q < questions.length; q++, place++)
      for (let i = start[place]!; i < start[place + 1]!; i++) {
        const bit = bitOf.get(list[i]!);
        if (bit === undefined) {
          if (found.longBit === 1 << (shift + q)) found.long[p] = list[i]!;
          continue;
        }
        bits[p * words + (bit >> 5)]! |= 1 << bit;
        masks[q * words + (bit >> 5)]! |= 1 << bit;
      }
  return { words, bits, masks, counters: Uint16Array.from(counters), ...found };
}
