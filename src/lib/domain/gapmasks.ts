/**
 * The positions of an axis as bits, per profile of a tie's side or per body: so one pass over the
 * pairs answers all cells at once.
 *
 * Contract: pure. Bit k is `axis.values[k]`; behind them `all` (the filters as they are, for the
 * totals) and `known` (of these, with the value recorded). A position means exactly what a filter
 * for it would: `fit` where it fits, `could` where it fits or is not recorded, `counts` where the
 * tie counts at all when this is asked.
 */
import { catalogueOf, type Catalogue } from './catalogue.ts';
import type { Dataset } from './dataset.ts';
import { derived } from './derived.ts';
import type { Filters } from './filters.ts';
import { aboutAuthority, type GapAxis } from './gapaxes.ts';
import type { GapFrame, Stratum } from './gapframe.ts';
import { SIZE_CLASSES, type Form, type Programme } from './model.ts';
import type { Profiles } from './profiles.ts';
import type { Question } from './question.ts';

export interface AxisMasks {
  /** Number of positions; bit `values` = all, bit `values + 1` = known. */
  values: number;
  /** Profile of each pair, by which the masks are looked up; for bodies: the body. */
  of: Uint16Array | Uint32Array;
  fit: Int32Array;
  could: Int32Array;
  counts: Int32Array;
  /** Bits of the questions that the axis asks in place of the filters. */
  ignored: number;
  /** Positions of a group of Gemeinden, with the bit `all`. */
  stratum(stratum: Pick<Stratum, 'land' | 'size' | 'networks'>): number;
}

const FIT = 0;
const COULD = 1;
const COUNTS = 2;
const LEFT_OUT = 3;
type Answer = typeof FIT | typeof COULD | typeof COUNTS | typeof LEFT_OUT;

export function masksOf(
  dataset: Dataset,
  filters: Filters,
  axis: GapAxis,
  frame: GapFrame
): AxisMasks {
  const values = axis.values.length;
  if (aboutAuthority(axis.id)) return ofBodies(dataset, axis, frame);
  const { profiles, of, answer, ignored } = ofTies(dataset, filters, axis);
  const length = profiles.examples.length;
  const [fit, could, counts] = [0, 1, 2].map(() => new Int32Array(length)) as [
    Int32Array,
    Int32Array,
    Int32Array
  ];
  // `known` is last: it looks at the answer for all.
  for (let k = 0; k < values + 2; k++)
    for (let p = 0; p < length; p++) {
      const found = answer(k, profiles.examples[p]!);
      if (found === LEFT_OUT) continue;
      counts[p]! |= 1 << k;
      if (found === COUNTS) continue;
      could[p]! |= 1 << k;
      if (found === FIT) fit[p]! |= 1 << k;
    }
  const whole = 2 ** (values + 1) - 1;
  return { values, of, fit, could, counts, ignored, stratum: () => whole };
}

/** The answer of a subject to position k (`values.length` = all, then known). */
type Ask = (k: number, subject: number) => Answer;

function ofTies(dataset: Dataset, filters: Filters, axis: GapAxis) {
  const catalogue = catalogueOf(dataset);
  const { goals, tie, abroad, pairs } = catalogue;
  const ids = axis.values.map(({ id }) => id);
  switch (axis.id) {
    case 'sdg': {
      const add = filters.goalsAll ? filters.goals : [];
      return own(goals, pairs.goals, 0, filters, ids, (id) => ({
        goals: [...add, id === 'keine' ? id : Number(id)]
      }));
    }
    case 'form':
      return own(tie, pairs.tie, at(tie, 'forms'), filters, ids, (id) => ({
        forms: [id as Form]
      }));
    case 'programm':
      return own(tie, pairs.tie, at(tie, 'programmes'), filters, ids, (id) => ({
        programmes: [id as Programme | 'keine']
      }));
    default:
      return {
        profiles: abroad,
        of: pairs.abroad,
        ignored: 0,
        answer: axis.id === 'region' ? regionAnswers(dataset, ids) : groupAnswers(dataset, ids)
      };
  }
}

const at = ({ questions }: Profiles, name: string): number =>
  questions.findIndex(({ counts }) => counts[0]!.name === name);

/** An axis that asks a question of the filters with one value in place of theirs. */
function own(
  profiles: Profiles,
  of: Catalogue['pairs']['goals'],
  position: number,
  filters: Filters,
  ids: readonly string[],
  change: (id: string) => Partial<Filters>
): { profiles: Profiles; of: typeof of; ignored: number; answer: Ask } {
  const question: Question = profiles.questions[position]!;
  const asks = ids.map((id) => question.asks({ ...filters, ...change(id) }));
  asks.push(question.asks(filters));
  const answer: Ask = (k, subject) => {
    if (k > ids.length) {
      const found = answer(ids.length, subject);
      return found === FIT && !(question.known?.(subject) ?? true) ? COUNTS : found;
    }
    if (asks[k]?.(subject) ?? true) return FIT;
    if (question.base && !question.base(subject)) return LEFT_OUT;
    return question.known && !question.known(subject) ? COULD : COUNTS;
  };
  return { profiles, of, ignored: 1 << (profiles.shift + position), answer };
}

function regionAnswers(dataset: Dataset, ids: readonly string[]): Ask {
  const { country } = dataset.partners;
  const { region } = derived(dataset);
  const positions = ids.map((id) => dataset.regions.findIndex(({ code }) => code === id));
  return (k, subject) => {
    const here = country[subject] ?? -1;
    const own = here < 0 ? -1 : region[here]!;
    if (k === ids.length) return FIT;
    if (k > ids.length) return own < 0 ? COUNTS : FIT;
    if (ids[k] === 'inland') return here < 0 ? FIT : COUNTS;
    if (here < 0) return COUNTS;
    if (ids[k] === 'unbekannt') return own < 0 ? FIT : COUNTS;
    if (own < 0) return COULD;
    return own === positions[k] ? FIT : COUNTS;
  };
}

function groupAnswers(dataset: Dataset, ids: readonly string[]): Ask {
  const { countries, partners } = dataset;
  return (k, subject) => {
    const country = countries[partners.country[subject] ?? -1];
    if (k === ids.length) return FIT;
    if (k > ids.length) return country ? FIT : COUNTS;
    switch (ids[k]) {
      case 'oda':
        return country?.oda ? FIT : COUNTS;
      case 'ldc':
        return country?.ldc ? FIT : COUNTS;
      case 'andere':
        return country && !country.oda ? FIT : COUNTS;
      default:
        return country ? COUNTS : FIT;
    }
  };
}

/** An axis that divides the bodies: who is asked, not what. */
function ofBodies(dataset: Dataset, axis: GapAxis, { networksOf }: GapFrame): AxisMasks {
  const values = axis.values.length;
  const totals = (1 << values) | (1 << (values + 1));
  const ids = axis.values.map(({ id }) => id);
  const bit = (id: string | undefined) => {
    const k = id === undefined ? -1 : ids.indexOf(id);
    return k < 0 ? 0 : 1 << k;
  };
  const lands = dataset.laender.map(({ code }) => bit(code));
  const sizes = SIZE_CLASSES.map(({ id }) => bit(id));
  // Networks are the first positions of their axis, in the order of the frame's bits.
  const single = ({ land, size, networks }: Pick<Stratum, 'land' | 'size' | 'networks'>) => {
    if (axis.id === 'land') return lands[land] ?? 0;
    if (axis.id === 'groesse') return sizes[size] ?? 0;
    return networks === 0 ? bit('unbekannt') : networks;
  };
  const { authorities } = dataset;
  const { size } = derived(dataset);
  const masks = new Int32Array(authorities.length);
  for (let row = 0; row < masks.length; row++)
    masks[row] =
      totals |
      single({
        land: authorities.land[row]!,
        size: size[row]!,
        networks: axis.id === 'netzwerk' ? (networksOf.get(authorities.id[row]!) ?? 0) : 0
      });
  return {
    values,
    of: catalogueOf(dataset).pairs.authority,
    fit: masks,
    could: masks,
    counts: masks,
    ignored: 0,
    stratum: (stratum) => single(stratum) | (1 << values)
  };
}
