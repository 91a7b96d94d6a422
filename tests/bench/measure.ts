/**
 * One measurement in a process of its own, so that its peak memory is its own:
 * `node tests/bench/measure.ts <case>`, what is given as JSON by the environment variable BENCH.
 */
import { CASES, type Compared, type Given } from './cases.ts';
import type { Comparison } from './peers/compare.ts';

export interface Measured {
  rows: number;
  /** The shortest of the runs; of a comparison the median. */
  ms: number;
  runs: number;
  /** Peak resident memory of the whole process, preparation included. */
  peakMb: number;
  compared?: Compared;
  /** Only where peers do the same work in this process; `ms` is our median then. */
  comparison?: Comparison;
}

const found = CASES.find(({ name }) => name === process.argv[2]);
if (!found) throw new Error(`There is no case ${process.argv[2]}.`);
const given = JSON.parse(process.env.BENCH ?? '{}') as Given;
const { rows, time, compare, session } = found.task(given);
/** Runs at most, and milliseconds after which no further one is begun. */
const MOST = 7;
const ENOUGH = 15_000;

const comparison = session?.();
let ms = comparison?.ours.median ?? Infinity;
let runs = comparison?.clicks ?? 0;
const start = performance.now();
// A second import into the same database would only compare: `database` runs once.
while (
  !comparison &&
  (runs === 0 || (!found.database && runs < MOST && performance.now() - start < ENOUGH))
) {
  const began = performance.now();
  await time();
  ms = Math.min(ms, performance.now() - began);
  runs++;
}
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
const compared = compare?.();
const measured: Measured = {
  rows,
  ms,
  runs,
  peakMb,
  ...(compared && { compared }),
  ...(comparison && { comparison })
};
console.log(JSON.stringify(measured));
