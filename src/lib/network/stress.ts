/**
 * Positions in which distance on paper is as near as can be to distance in the graph.
 *
 * Stress by stochastic gradient descent (Zheng, Pawar and Goodman 2018): pairs of nodes are moved
 * towards their ideal distance one after the other, in a random order, with falling force. Up to
 * `ALL_PAIRS` nodes every pair counts; beyond, the edges and the pairs with pivots do, each pivot
 * speaking for the nodes nearest to it (Ortmann, Klimenta and Brandes 2017).
 *
 * Contract: pure and deterministic by the given generator; the unit of length is one edge.
 */
import type { Graph } from './graph.ts';
import { steps } from './walk.ts';

export type Rng = () => number;

/** Terms: ends (positions in the list of nodes) and ideal distance. */
interface Terms {
  a: Int32Array;
  b: Int32Array;
  d: Float32Array;
  /** How many nodes the other end speaks for when `a` or `b` is moved; absent: itself. */
  wa?: Float32Array;
  wb?: Float32Array;
}

const ALL_PAIRS = 3000;
/** Steps within which every pair counts: else the ends of a star lie on top of each other. */
const NEAR = 3;
const PIVOTS = 200;
const ROUNDS = 24;
/** Force of the last round. */
const LAST = 0.01;

/** Room to work in, as long as the graph: made once for all its groups. */
export interface Scratch {
  /** Position of each node in the list of its group. */
  place: Int32Array;
  /** Steps; -1 everywhere between uses. */
  away: Int16Array;
}

export const scratchOf = ({ nodes }: Graph): Scratch => ({
  place: new Int32Array(nodes),
  away: new Int16Array(nodes).fill(-1)
});

/**
 * @param nodes one connected group
 * @returns x and y beside `nodes`
 */
export function stressLayout(
  graph: Graph,
  nodes: readonly number[],
  rng: Rng,
  scratch = scratchOf(graph),
  rounds = ROUNDS
): { x: Float64Array; y: Float64Array } {
  const n = nodes.length;
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  const spread = Math.sqrt(n);
  for (let i = 0; i < n; i++) {
    x[i] = (rng() - 0.5) * spread;
    y[i] = (rng() - 0.5) * spread;
  }
  if (n < 2) return { x, y };
  nodes.forEach((node, at) => (scratch.place[node] = at));
  const terms =
    n <= ALL_PAIRS ? allPairs(graph, nodes, scratch) : pivotPairs(graph, nodes, rng, scratch);
  shuffle(terms, rng);
  descend(terms, x, y, rounds);
  return { x, y };
}

function descend(terms: Terms, x: Float64Array, y: Float64Array, rounds: number): void {
  const { a, b, d, wa, wb } = terms;
  let least = Infinity;
  let most = 0;
  for (let t = 0; t < d.length; t++) {
    const w = 1 / (d[t]! * d[t]!);
    if (w < least) least = w;
    if (w > most) most = w;
  }
  const first = 1 / least;
  const fall = Math.log(first / (LAST / most)) / Math.max(1, rounds - 1);
  for (let round = 0; round < rounds; round++) {
    const force = first * Math.exp(-fall * round);
    for (let t = 0; t < d.length; t++) {
      const i = a[t]!;
      const j = b[t]!;
      const dx = x[i]! - x[j]!;
      const dy = y[i]! - y[j]!;
      const distance = Math.sqrt(dx * dx + dy * dy) || 1e-9;
      const pull = (distance - d[t]!) / (2 * distance);
      const w = force / (d[t]! * d[t]!);
      const mi = Math.min(1, wa ? w * wa[t]! : w) * pull;
      const mj = Math.min(1, wb ? w * wb[t]! : w) * pull;
      x[i] = x[i]! - mi * dx;
      y[i] = y[i]! - mi * dy;
      x[j] = x[j]! + mj * dx;
      y[j] = y[j]! + mj * dy;
    }
  }
}

function allPairs(graph: Graph, nodes: readonly number[], { place, away }: Scratch): Terms {
  const n = nodes.length;
  const length = (n * (n - 1)) / 2;
  const terms = {
    a: new Int32Array(length),
    b: new Int32Array(length),
    d: new Float32Array(length)
  };
  let t = 0;
  for (const node of nodes) {
    const at = place[node]!;
    for (const other of steps(graph, node, away)) {
      const there = place[other]!;
      if (there > at) {
        terms.a[t] = at;
        terms.b[t] = there;
        terms.d[t++] = away[other]!;
      }
      away[other] = -1;
    }
  }
  return terms;
}

function pivotPairs(graph: Graph, nodes: readonly number[], rng: Rng, scratch: Scratch): Terms {
  const n = nodes.length;
  const { place, away } = scratch;
  const found = pivotsOf(graph, nodes, scratch, Math.floor(rng() * n));
  const a: number[] = [];
  const b: number[] = [];
  const d: number[] = [];
  const wa: number[] = [];
  const wb: number[] = [];
  const add = (at: number, there: number, steps: number, forOthers: number, back: number) => {
    a.push(at);
    b.push(there);
    d.push(steps);
    wa.push(forOthers);
    wb.push(back);
  };
  nodes.forEach((node, at) => {
    for (const other of steps(graph, node, away, NEAR)) {
      if (place[other]! > at) add(at, place[other]!, away[other]!, 1, 1);
      away[other] = -1;
    }
  });
  const isPivot = new Set(found.pivots);
  found.rows.forEach((row, p) => {
    // How many nodes of the pivot's region are within half the way: they push as one.
    const within = new Int32Array(row.reduce((most, steps) => Math.max(most, steps), 0) + 1);
    for (let i = 0; i < n; i++) if (found.region[i] === p) within[row[i]!]!++;
    for (let k = 1; k < within.length; k++) within[k] = within[k]! + within[k - 1]!;
    for (let i = 0; i < n; i++) {
      const steps = row[i]!;
      if (steps <= NEAR) continue;
      const heavy = Math.max(1, within[Math.floor(steps / 2)]!);
      add(i, found.pivots[p]!, steps, heavy, isPivot.has(i) ? heavy : 0);
    }
  });
  return {
    a: Int32Array.from(a),
    b: Int32Array.from(b),
    d: Float32Array.from(d),
    wa: Float32Array.from(wa),
    wb: Float32Array.from(wb)
  };
}

/** Each pivot is the node farthest from all before it; `rows`: steps from it to every node. */
function pivotsOf(graph: Graph, nodes: readonly number[], { place, away }: Scratch, first: number) {
  const n = nodes.length;
  const nearest = new Int16Array(n).fill(32_000);
  const region = new Int32Array(n);
  const pivots: number[] = [];
  const rows: Int16Array[] = [];
  let next = first;
  while (pivots.length < Math.min(PIVOTS, n)) {
    const row = new Int16Array(n);
    for (const node of steps(graph, nodes[next]!, away)) {
      row[place[node]!] = away[node]!;
      away[node] = -1;
    }
    for (let i = 0; i < n; i++)
      if (row[i]! < nearest[i]!) {
        nearest[i] = row[i]!;
        region[i] = pivots.length;
      }
    rows.push(row);
    pivots.push(next);
    next = nearest.reduce((best, steps, i) => (steps > nearest[best]! ? i : best), 0);
  }
  return { pivots, rows, region };
}

function shuffle({ a, b, d, wa, wb }: Terms, rng: Rng): void {
  const columns = [a, b, d, ...(wa && wb ? [wa, wb] : [])];
  for (let t = d.length - 1; t > 0; t--) {
    const other = Math.floor(rng() * (t + 1));
    for (const column of columns) {
      const kept = column[t]!;
      column[t] = column[other]!;
      column[other] = kept;
    }
  }
}
