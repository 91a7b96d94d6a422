/**
 * The five states of an authority under a question: what we know, and what we do not.
 *
 * Contract: pure. The authority side of the filters (Land, Kreis, size) says who is asked: the
 * population. Everything else is what is asked about their partnerships.
 * - `match`: a partnership fits.
 * - `attribute_unknown`: none fits, but one fails only where its value is not recorded: it could fit.
 * - `recorded_other`: there are partnerships, and none of them could fit.
 * - `confirmed_none`: nothing that counts is recorded, and the body said it has none.
 * - `no_record`: the rest. Never a "no".
 *
 * A partnership counts under the same defaults as everywhere (`filters.ts`): German-German,
 * initiated and utilities' ties only where they are asked for. A body with nothing but such ties is
 * therefore `no_record`: about what is asked, we know nothing, and the upper bound must say so.
 * "Known" is what `dimensions.ts` calls known, so the facets and the states agree.
 */
import { catalogueOf } from './catalogue.ts';
import type { Dataset } from './dataset.ts';
import { derived } from './derived.ts';
import type { Filters } from './filters.ts';
import { failsOf, goalSlotsOf } from './match.ts';
import { SIZE_CLASSES, type AuthorityKind } from './model.ts';
import { LEFT_OUT, profileFails, RECORDED } from './profiles.ts';

export const STATES = [
  'match',
  'recorded_other',
  'attribute_unknown',
  'confirmed_none',
  'no_record'
] as const;
export type State = (typeof STATES)[number];
export type StateCounts = Record<State, number>;

/** In place of a state: the filters' authority side leaves the body out. */
export const OUTSIDE = 255;

export const [MATCH, OTHER, UNKNOWN, CONFIRMED, NO_RECORD] = [0, 1, 2, 3, 4] as const;

/** @returns per row of `dataset.authorities` a position in STATES, or OUTSIDE */
export function statesOf(dataset: Dataset, filters: Filters): Uint8Array {
  const { authorities } = dataset;
  const { german, pairs } = catalogueOf(dataset);
  const states = new Uint8Array(authorities.length).fill(NO_RECORD);
  const silent = new Set(dataset.confirmedNone.map(({ id }) => id));
  if (silent.size > 0)
    authorities.id.forEach((id, row) => {
      if (silent.has(id)) states[row] = CONFIRMED;
    });
  const answer = answers(dataset, filters);
  for (let pair = 0; pair < pairs.row.length; pair++) {
    const found = answer(pair);
    const member = pairs.authority[pair]!;
    if (found !== NO_RECORD) states[member] = better(found, states[member]!);
  }
  const outside = profileFails(german, filters);
  for (let row = 0; row < states.length; row++)
    if (outside[german.of[row]!] !== 0) states[row] = OUTSIDE;
  return states;
}

/** A fitting tie decides, then one that could fit, then any. */
export function better(found: number, before: number): number {
  if (found === MATCH || before === MATCH) return MATCH;
  return found === UNKNOWN || before === UNKNOWN ? UNKNOWN : OTHER;
}

/**
 * What a pair of members says: MATCH, UNKNOWN, OTHER, or NO_RECORD where it does not count.
 * @param ignored bits of questions that are left aside (`Profiles.shift`)
 */
export function answers(dataset: Dataset, filters: Filters, ignored = 0): (pair: number) => number {
  const catalogue = catalogueOf(dataset);
  const { goals, tie, german, abroad, pairs, textBit } = catalogue;
  const fails = failsOf(dataset, filters);
  const goalStates = goalSlotsOf(dataset, filters).slots.state;
  const { tie: tieSlots, abroad: abroadSlots } = catalogue.slots;
  const firstAbroad = 1 << abroad.shift;
  /** Who is asked is not what is asked about. */
  const about = ~(firstAbroad - (1 << german.shift)) & ~ignored;

  function stateOf(pair: number, question: number): number {
    if (question < tie.shift) return goalStates[pairs.goals[pair]! * goals.questions.length]!;
    const [side, slots, profile] =
      question < german.shift
        ? [tie, tieSlots, pairs.tie[pair]!]
        : [abroad, abroadSlots, pairs.abroad[pair]!];
    return slots.state[profile * side.questions.length + question - side.shift]!;
  }

  return (pair) => {
    const failed = fails[pair]! & about;
    if (failed === 0) return MATCH;
    // A tie without a partner abroad fails what is asked of partners; and names are always known.
    const none = pairs.partner[pair] === dataset.partners.length;
    let found: number =
      (failed & textBit) !== 0 || (none && failed >= firstAbroad) ? OTHER : UNKNOWN;
    for (let rest = failed & (textBit - 1); rest !== 0; rest &= rest - 1) {
      const state = stateOf(pair, 31 - Math.clz32(rest & -rest));
      if (state === LEFT_OUT) return NO_RECORD;
      if (state === RECORDED) found = OTHER;
    }
    return found;
  };
}

/** What a grouping may look at: positions in the dataset's lists, -1 where there is none. */
export interface Body {
  kind: AuthorityKind;
  land: number;
  kreis: number;
  size: number;
}

/**
 * Counts states per group, also of bodies without any row in the dataset.
 * @param groupOf position of the group a body belongs to; -1 leaves it out
 * @param all number of bodies of each group in the population, with or without a record
 */
export function countStates(
  dataset: Dataset,
  filters: Filters,
  groupOf: (body: Body) => number,
  all: readonly number[]
): StateCounts[] {
  const counts = all.map(() => new Array<number>(STATES.length).fill(0));
  const { authorities } = dataset;
  const { size, kreis } = derived(dataset);
  statesOf(dataset, filters).forEach((state, row) => {
    if (state === OUTSIDE) return;
    const land = authorities.land[row]!;
    const body = { kind: authorities.kind[row]!, land, kreis: kreis[row]!, size: size[row]! };
    const group = counts[groupOf(body)];
    if (group) group[state]!++;
  });
  for (const body of silentBodies(dataset, filters)) {
    const group = counts[groupOf(body)];
    if (group) group[CONFIRMED]!++;
  }
  return counts.map((group, at) => {
    const told = group[MATCH]! + group[OTHER]! + group[UNKNOWN]! + group[CONFIRMED]!;
    group[NO_RECORD] = Math.max(0, all[at]! - told);
    return Object.fromEntries(STATES.map((state, k) => [state, group[k]!])) as StateCounts;
  });
}

/** Bodies of the population that said "none" and have no row among the authorities. */
export function silentBodies(dataset: Dataset, filters: Filters): (Body & { id: string })[] {
  const { confirmedNone, laender, kreise } = dataset;
  if (confirmedNone.length === 0) return [];
  const rows = new Set(dataset.authorities.id);
  const fits = <T>(asked: readonly T[], value: T) => asked.length === 0 || asked.includes(value);
  return confirmedNone
    .filter(({ id, land, kreis, size }) => {
      if (rows.has(id) || !fits(filters.laender, land) || !fits(filters.kreise, kreis))
        return false;
      return filters.sizes.length === 0 || (size !== null && filters.sizes.includes(size));
    })
    .map(({ id, kind, land, kreis, size }) => ({
      id,
      kind,
      land: laender.findIndex(({ code }) => code === land),
      kreis: kreise.findIndex(({ code }) => code === kreis),
      size: SIZE_CLASSES.findIndex(({ id }) => id === size)
    }));
}
