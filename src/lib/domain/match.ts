/**
 * Which questions each pair of members FAILS under the filters, as bit masks.
 *
 * Why masks: the selection needs "fails nothing", a facet needs "fails nothing but its own
 * question", so one rule answers both and they cannot disagree.
 * Contract: pure; the last answer per Dataset is kept, for `select` and `facets` ask the same.
 */
import { catalogueOf, type Pairs } from './catalogue.ts';
import type { Dataset } from './dataset.ts';
import type { Filters } from './filters.ts';
import { bitsOf, type OptionBits } from './optionbits.ts';
import { profileFails, slotsOf, type Slots } from './profiles.ts';
import { textFails } from './textmatch.ts';

/** What was answered last, by what was asked. */
class Last<T> {
  #key: string | null = null;
  #value: T | undefined;

  get(key: string, make: () => T): T {
    if (key !== this.#key) {
      this.#value = make();
      this.#key = key;
    }
    return this.#value!;
  }
}

interface Kept {
  fails: Last<Uint16Array>;
  text: Last<Uint8Array | null>;
  goalSlots: Last<{ slots: Slots; bits: OptionBits }>;
}

const cache = new WeakMap<Dataset, Kept>();

function keptOf(dataset: Dataset): Kept {
  let kept = cache.get(dataset);
  if (!kept)
    cache.set(dataset, (kept = { fails: new Last(), text: new Last(), goalSlots: new Last() }));
  return kept;
}

/** @returns bits of the failed questions per pair (`Pairs`); 0 = fits */
export function failsOf(dataset: Dataset, filters: Filters): Uint16Array {
  const kept = keptOf(dataset);
  return kept.fails.get(JSON.stringify(filters), () => {
    const { goals, tie, german, abroad, pairs, textBit } = catalogueOf(dataset);
    const fails = combine(pairs, {
      goals: profileFails(goals, filters),
      tie: profileFails(tie, filters),
      german: profileFails(german, filters),
      abroad: profileFails(abroad, filters)
    });
    const text = kept.text.get(filters.text, () => textFails(dataset, filters.text));
    if (text)
      for (let pair = 0; pair < fails.length; pair++)
        if (text[pairs.row[pair]!]) fails[pair]! |= textBit;
    return fails;
  });
}

/** The pass over all pairs. */
function combine(
  pairs: Pairs,
  by: Record<'goals' | 'tie' | 'german' | 'abroad', Uint16Array>
): Uint16Array {
  const { goals, tie, german, abroad } = pairs;
  const { goals: byGoals, tie: byTie, german: byGerman, abroad: byAbroad } = by;
  const fails = new Uint16Array(goals.length);
  for (let pair = 0; pair < fails.length; pair++)
    fails[pair] =
      byGoals[goals[pair]!]! |
      byTie[tie[pair]!]! |
      byGerman[german[pair]!]! |
      byAbroad[abroad[pair]!]!;
  return fails;
}

/** Counters of the goals' profiles and their bits; the filters of that question change them. */
export function goalSlotsOf(
  dataset: Dataset,
  filters: Filters
): { slots: Slots; bits: OptionBits } {
  const { goals, goalsAll, bases } = filters;
  return keptOf(dataset).goalSlots.get(JSON.stringify([goals, goalsAll, bases]), () => {
    const { goals: profiles, facets, counters } = catalogueOf(dataset);
    const slots = slotsOf(profiles, filters, facets);
    return { slots, bits: bitsOf(profiles, slots, facets, counters) };
  });
}
