/**
 * Everything about a Dataset that filtering needs and no filter changes: the profiles of each side,
 * the pairs that are passed over, the counters of all facets.
 *
 * Contract: pure; computed once per Dataset, which never changes.
 */
import type { Dataset } from './dataset.ts';
import { sidesOf } from './dimensions.ts';
import { NO_FILTERS } from './filters.ts';
import { bitsOf, type OptionBits } from './optionbits.ts';
import { profilesOf, slotsOf, type Counted, type Profiles, type Slots } from './profiles.ts';

/**
 * Columns with one entry per German member and partner of a tie; a tie without a partner abroad has one per
 * German member. Why pairs: a tie fits when it fails nothing itself and one member of each side
 * fails nothing, that is when one of its pairs does.
 *
 * In the order of the German members: so these are counted by comparing with the last one.
 */
export interface Pairs {
  row: Uint32Array;
  authority: Uint32Array;
  /** Row of the partner; the number of partners = none. */
  partner: Uint32Array;
  /** 1 = the only pair of its tie, which nearly all are. */
  single: Uint8Array;
  /** Profiles of the tie and its two members. */
  goals: Uint16Array | Uint32Array;
  tie: Uint16Array | Uint32Array;
  german: Uint16Array | Uint32Array;
  abroad: Uint16Array | Uint32Array;
}

export interface Catalogue {
  /** In the order of their bits. The text is asked last and has no options. */
  goals: Profiles;
  tie: Profiles;
  german: Profiles;
  abroad: Profiles;
  questions: number;
  textBit: number;
  pairs: Pairs;
  /** The pairs of each tie that has several. */
  plural: readonly (readonly number[])[];
  facets: readonly Counted[];
  /** Number of all options. */
  counters: number;
  /** Counters of the profiles of the sides whose options no filter changes. */
  slots: { tie: Slots; german: Slots; abroad: Slots };
  /** Their options as bits. */
  bits: { tie: OptionBits; abroad: OptionBits };
}

const cache = new WeakMap<Dataset, Catalogue>();

export function catalogueOf(dataset: Dataset): Catalogue {
  let found = cache.get(dataset);
  if (!found) cache.set(dataset, (found = catalogue(dataset)));
  return found;
}

function catalogue(dataset: Dataset): Catalogue {
  const sides = sidesOf(dataset);
  let shift = 0;
  const next = (side: keyof typeof sides): Profiles => {
    const found = profilesOf(sides[side], shift);
    shift += found.questions.length;
    return found;
  };
  const goals = next('goals');
  const tie = next('tie');
  const german = next('german');
  const abroad = next('abroad');
  let counters = 0;
  const facets = [goals, tie, german, abroad].flatMap(({ questions, shift: first }) =>
    questions.flatMap(({ counts }, q) =>
      counts.map(({ name, values, tiesOnly = false }): Counted => {
        const offset = counters;
        counters += values.length;
        return { name, values, question: first + q, offset, tiesOnly };
      })
    )
  );
  const [tieSlots, germanSlots, abroadSlots] = [tie, german, abroad].map((side) =>
    slotsOf(side, NO_FILTERS, facets)
  ) as [Slots, Slots, Slots];
  return {
    goals,
    tie,
    german,
    abroad,
    questions: shift,
    textBit: 1 << shift,
    ...pairsOf(dataset, { goals, tie, german, abroad }),
    facets,
    counters,
    slots: { tie: tieSlots, german: germanSlots, abroad: abroadSlots },
    bits: {
      tie: bitsOf(tie, tieSlots, facets, counters),
      abroad: bitsOf(abroad, abroadSlots, facets, counters)
    }
  };
}

function pairsOf(
  dataset: Dataset,
  sides: Record<'goals' | 'tie' | 'german' | 'abroad', Profiles>
): Pick<Catalogue, 'pairs' | 'plural'> {
  const none = [dataset.partners.length];
  /** Where the next pair of each authority comes. */
  const next = new Uint32Array(dataset.authorities.length + 1);
  eachMembers(dataset, (_, german, theirs) => {
    for (const authority of german) next[authority + 1]! += theirs.length || 1;
  });
  for (let a = 1; a < next.length; a++) next[a]! += next[a - 1]!;
  const length = next.at(-1)!;
  const column = () => new Uint32Array(length);
  const [row, authority, partner] = [column(), column(), column()];
  const single = new Uint8Array(length);
  const plural: number[][] = [];
  eachMembers(dataset, (at, german, theirs) => {
    const own: number[] = [];
    for (const ours of german)
      for (const other of theirs.length > 0 ? theirs : none) {
        const pair = next[ours]!++;
        row[pair] = at;
        authority[pair] = ours;
        partner[pair] = other;
        own.push(pair);
      }
    if (own.length === 1) single[own[0]!] = 1;
    else if (own.length > 1) plural.push(own);
  });
  const profile = (side: Profiles, subjects: Uint32Array) => {
    const found = subjects.map((subject) => side.of[subject]!);
    // Half the memory to pass over, as long as the numbers fit.
    return side.examples.length < 65_536 ? Uint16Array.from(found) : found;
  };
  return {
    pairs: {
      row,
      authority,
      partner,
      single,
      goals: profile(sides.goals, row),
      tie: profile(sides.tie, row),
      german: profile(sides.german, authority),
      abroad: profile(sides.abroad, partner)
    },
    plural
  };
}

/** Calls back with the German members and the partners of every tie, in lists used again. */
function eachMembers(
  { partnerships: { memberStart, members, length } }: Dataset,
  call: (row: number, german: readonly number[], abroad: readonly number[]) => void
): void {
  const german: number[] = [];
  const abroad: number[] = [];
  for (let row = 0; row < length; row++) {
    german.length = abroad.length = 0;
    for (let i = memberStart[row]!; i < memberStart[row + 1]!; i++) {
      const member = members[i]!;
      if (member >= 0) german.push(member);
      else abroad.push(~member);
    }
    call(row, german, abroad);
  }
}
