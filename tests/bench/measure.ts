/**
 * One measurement in a process of its own, so that its peak memory is its own:
 * `node tests/bench/measure.ts <case>`, what is given as JSON by the environment variable BENCH.
 */
import { CASES, type Given } from './cases.ts';

export interface Measured {
  rows: number;
  /** The shortest of the runs. */
  ms: number;
  runs: number;
  /** Peak resident memory of the whole process, preparation included. */
  peakMb: number;
}

const found = CASES.find(({ name }) => name === process.argv[2]);
if (!found) throw new Error(`There is no case ${process.argv[2]}.`);
const given = JSON.parse(process.env.BENCH ?? '{}') as Given;
const { rows, time } = found.task(given);
// A second import into the same database would only compare.
const most = found.database ? 1 : given.scale === 1 ? 7 : given.scale === 10 ? 3 : 1;
let ms = Infinity;
for (let run = 0; run < most; run++) {
  const began = performance.now();
  await time();
  ms = Math.min(ms, performance.now() - began);
}
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
const measured: Measured = { rows, ms, runs: most, peakMb };
console.log(JSON.stringify(measured));
