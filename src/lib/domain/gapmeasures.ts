/**
 * What is said of one cell of the gap matrix: shares, densities, and what independence would expect.
 *
 * Contract: pure. With N under 5 there are counts only: no rate, no density, no expectation.
 *
 * Expected value: what there would be if the two axes had nothing to do with each other, row x
 * column / all. An engagement gap is not a data gap, so it is reckoned only where the answer is
 * recorded; otherwise a place or a goal that is recorded less would look like a gap.
 * - both axes about the tie: over the partnerships whose value is recorded on BOTH.
 * - one about the authority: over the authorities with a partnership whose value on the tie's axis
 *   is recorded: their number in the row x the share of all such authorities that match the column.
 * - both about the authority: over those of whom anything is known (N without `no_record`): their
 *   number in the cell x the share of all such that match. Where nothing is asked of the
 *   partnerships all of them match, so nothing can differ: no record is not none.
 * - `region` and `gruppe`: none, since one determines the other.
 * With values that occur together (goals, programmes) it holds cell by cell, as "has it or not".
 *
 * How far off: given its margins the count is hypergeometric (Fisher); `residual` is the difference
 * over the standard deviation of that, `tail` the exact probability of a count at least as far on
 * its side. A cell is `striking` when twice its tail stays under 5 % also after Bonferroni's
 * correction for all cells of the matrix: with hundreds of cells, some differ by chance. So a small
 * cell does not stand out for being small, and one with under 5 recorded answers is not judged.
 *
 * Limits: the recorded part need not be like the rest, and sources choose what they tell. Partnerships
 * are not independent draws (a body has several, neighbours join in), so tails are too small rather
 * than too big. It shows where to look, and no causes.
 */
import { sharesOf, SMALL } from './areas.ts';
import type { StateCounts } from './states.ts';

export interface Expected {
  /** What is counted. */
  of: 'authorities' | 'partnerships';
  observed: number;
  /** With the answer recorded, in the row (both axes about authorities: in the cell). */
  base: number;
  value: number;
  /** Difference in standard deviations; null where nothing can vary. */
  residual: number | null;
  /** One-sided probability, 0..1. */
  tail: number;
  striking: 'fewer' | 'more' | null;
}

/** Draws without replacement: `drawn` of `total`, of which `marked` have the property. */
export interface Margins {
  of: Expected['of'];
  observed: number;
  total: number;
  marked: number;
  drawn: number;
}

export interface Shares {
  /** 0..1 of N, see `areas.ts`; null where N is under 5. */
  rate: number | null;
  upper: number | null;
  coverage: number | null;
  /** Partnerships per 100,000 inhabitants of the population; null also where these are not known. */
  per100000: number | null;
  /** Share of the inhabitants who live in authorities that match. */
  engagedShare: number | null;
}

const ALPHA = 0.05;

export function sharesOfCell(
  n: number,
  states: StateCounts,
  partnerships: number,
  inhabitants: number | null,
  engaged: number
): Shares {
  if (n < SMALL)
    return { rate: null, upper: null, coverage: null, per100000: null, engagedShare: null };
  const people = inhabitants === null || inhabitants === 0 ? null : inhabitants;
  return {
    ...sharesOf(n, states),
    per100000: people && (partnerships / people) * 100_000,
    engagedShare: people && engaged / people
  };
}

/** @param tests number of cells that are looked at together */
export function expectedOf(margins: Margins, tests: number): Expected | null {
  const { of, observed, total, marked, drawn } = margins;
  if (drawn < SMALL) return null;
  const value = (drawn * marked) / total;
  const share = marked / total;
  const variance = total > 1 ? (value * (1 - share) * (total - drawn)) / (total - 1) : 0;
  const residual = variance > 0 ? (observed - value) / Math.sqrt(variance) : null;
  const tail = residual === null ? 1 : tailOf(margins, observed < value);
  const side = observed < value ? 'fewer' : 'more';
  const striking = 2 * tail * Math.max(1, tests) < ALPHA ? side : null;
  return { of, observed, base: drawn, value, residual, tail, striking };
}

/** P(X <= observed), or P(X >= observed), of a hypergeometric X. */
function tailOf({ observed, total, marked, drawn }: Margins, lower: boolean): number {
  const least = Math.max(0, drawn + marked - total);
  const most = Math.min(drawn, marked);
  let term = Math.exp(
    chooseLog(marked, observed) +
      chooseLog(total - marked, drawn - observed) -
      chooseLog(total, drawn)
  );
  let sum = 0;
  // Away from the mean each term is smaller than the last: the rest soon adds nothing.
  for (let x = observed; x >= least && x <= most && term > sum * 1e-12;) {
    sum += term;
    if (lower) {
      term *= (x * (total - marked - drawn + x)) / ((marked - x + 1) * (drawn - x + 1));
      x--;
    } else {
      term *= ((marked - x) * (drawn - x)) / ((x + 1) * (total - marked - drawn + x + 1));
      x++;
    }
  }
  return Math.min(1, sum);
}

const chooseLog = (n: number, k: number) => factorialLog(n) - factorialLog(k) - factorialLog(n - k);

const EXACT: number[] = [0];

/** ln n!; by Stirling's series from 256 on, where its error is below 1e-15. */
function factorialLog(n: number): number {
  if (n >= 256)
    return (
      (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * n ** 3)
    );
  for (let k = EXACT.length; k <= n; k++) EXACT.push(EXACT[k - 1]! + Math.log(k));
  return EXACT[n]!;
}
