/**
 * One measurement in a process of its own, so that its peak memory is its own:
 * `node tests/bench/measure.ts <case>`, what is given as JSON by the environment variable BENCH.
 */
import { CASES, type Compared, type Given } from './cases.ts';

export interface Measured {
  rows: number;
  /** The shortest of the runs. */
  ms: number;
  runs: number;
  /** Peak resident memory of the whole process, preparation included. */
  peakMb: number;
  compared?: Compared;
}

const found = CASES.find(({ name }) => name === process.argv[2]);
if (!found) throw new Error(`There is no case ${process.argv[2]}.`);
const given = JSON.parse(process.env.BENCH ?? '{}') as Given;
const { rows, time, compare } = found.task(given);
/** Runs at most, and milliseconds after which no further one is begun. */
const MOST = 7;
const ENOUGH = 15_000;

let ms = Infinity;
let runs = 0;
const start = performance.now();
do {
  const began = performance.now();
  await time();
  ms = Math.min(ms, performance.now() - began);
  runs++;
  // A second import into the same database would only compare: `database` runs once.
} while (!found.database && runs < MOST && performance.now() - start < ENOUGH);
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
const compared = compare?.(ms);
const measured: Measured = { rows, ms, runs, peakMb, ...(compared && { compared }) };
console.log(JSON.stringify(measured));
