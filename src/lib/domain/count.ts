/**
 * The pass over all pairs behind the facets: all authorities, and the partnerships of a single pair.
 *
 * Contract: the pairs of an authority come one after the other. Its options are gathered as bits and
 * counted when the next authority has its turn; those of its own side, which all its pairs share,
 * by the questions that its pairs fail alone.
 * Why one long function over plain arrays: it runs for every pair on every filter change, and it is
 * faster than the same in small methods.
 */
import type { Catalogue } from './catalogue.ts';
import { Gathered } from './gathered.ts';
import type { OptionBits } from './optionbits.ts';
import type { SideTallies } from './plural.ts';
import type { SideTally, Tally } from './tally.ts';

/** @param fails bits of the failed questions per pair */
export function countPairs(
  { pairs, textBit, bits: { tie: tieBits, abroad: abroadBits } }: Catalogue,
  goalBits: OptionBits,
  fails: Uint16Array,
  { goals, tie, german, abroad }: SideTallies,
  { authorities: counts }: Tally
): void {
  const { goals: ofGoals, tie: ofTie, german: ofGerman, abroad: ofAbroad } = pairs;
  const { authority: bodies, single } = pairs;
  const { whole: wholeGoals, one: oneGoals, questions: goalQuestions } = goals;
  const { whole: wholeTie, one: oneTie, questions: tieQuestions } = tie;
  const { whole: wholeGerman, one: oneGerman, questions: germanQuestions } = german;
  const { whole: wholeAbroad, one: oneAbroad, questions: abroadQuestions } = abroad;
  const [goalRows, tieRows, abroadRows] = [goalBits.bits, tieBits.bits, abroadBits.bits];
  const [firstTie, firstGerman] = [tie.profiles.shift, german.profiles.shift];
  const firstAbroad = abroad.profiles.shift;
  const { long, longBit } = abroadBits;
  const ownBits = (1 << firstAbroad) - (1 << firstGerman);
  const gathered = new Gathered([goalBits, tieBits, abroadBits], counts);
  const now = gathered.words;
  const [tieWord, abroadWord] = [goalBits.words, goalBits.words + tieBits.words];
  /** The authority last counted per option of the long list. */
  const last = new Int32Array(counts.length).fill(-1);
  /** Bits of the questions on its own side whose options the authority counts for. */
  let own = 0;
  let current = -1;
  let profile = 0;

  for (let pair = 0; pair < fails.length; pair++) {
    const failed = fails[pair]!;
    if ((failed & (failed - 1)) !== 0 || failed === textBit) continue; // counts nowhere
    const authority = bodies[pair]!;
    if (authority !== current) {
      gathered.turn();
      if (own !== 0) countOwn(german, profile, own, counts);
      own = 0;
      current = authority;
      profile = ofGerman[pair]!;
    }
    const partnerships = single[pair]!;
    const g = ofGoals[pair]!;
    const t = ofTie[pair]!;
    const a = ofAbroad[pair]!;
    if (failed === 0 || failed === longBit) {
      const counter = long[a]!;
      if (last[counter] !== authority) {
        last[counter] = authority;
        counts[counter]!++;
      }
    }
    if (failed === 0) {
      wholeGoals[g]! += partnerships;
      wholeTie[t]! += partnerships;
      wholeGerman[profile]! += partnerships;
      wholeAbroad[a]! += partnerships;
      gather(now, 0, goalRows, g, tieWord);
      gather(now, tieWord, tieRows, t, tieBits.words);
      gather(now, abroadWord, abroadRows, a, abroadBits.words);
      own = ownBits;
      continue;
    }
    const question = 31 - Math.clz32(failed);
    if (question < firstTie) {
      oneGoals[g * goalQuestions + question]! += partnerships;
      gatherOne(now, 0, goalBits, g, question);
    } else if (question < firstGerman) {
      oneTie[t * tieQuestions + question - firstTie]! += partnerships;
      gatherOne(now, tieWord, tieBits, t, question - firstTie);
    } else if (question < firstAbroad) {
      oneGerman[profile * germanQuestions + question - firstGerman]! += partnerships;
      own |= failed;
    } else {
      oneAbroad[a * abroadQuestions + question - firstAbroad]! += partnerships;
      gatherOne(now, abroadWord, abroadBits, a, question - firstAbroad);
    }
  }
  gathered.finish();
  countOwn(german, profile, own, counts);
}

/** Adds the options of a profile. */
function gather(
  now: Int32Array,
  at: number,
  bits: Int32Array,
  profile: number,
  words: number
): void {
  for (let w = 0; w < words; w++) now[at + w]! |= bits[profile * words + w]!;
}

/** Adds the options of a profile to one of its side's questions. */
function gatherOne(
  now: Int32Array,
  at: number,
  { bits, masks, words }: OptionBits,
  profile: number,
  question: number
): void {
  for (let w = 0; w < words; w++)
    now[at + w]! |= bits[profile * words + w]! & masks[question * words + w]!;
}

/** Counts an authority for the options of its own side's questions. */
function countOwn(german: SideTally, profile: number, questions: number, counts: Int32Array): void {
  const { start, list } = german.slots;
  for (let rest = questions; rest !== 0; rest &= rest - 1) {
    const place = german.place(profile, 31 - Math.clz32(rest & -rest));
    for (let i = start[place]!; i < start[place + 1]!; i++) counts[list[i]!]!++;
  }
}
