/**
 * Who is tied to whom: authorities and partner places as nodes, partnerships as edges.
 *
 * Contract: pure and plain arrays, so that the browser needs no graph library. Node numbers are
 * positions: authority rows first, then partner rows (`authorities.length + row`); only ids leave.
 * - A partnership with partners abroad ties EVERY German member to EVERY partner abroad; two Germans
 *   in it are not tied to each other by it (they share a partner, they did not agree with each other).
 * - A partnership without partners abroad ties every pair of its German members.
 * - Parallel partnerships of the same two are one edge that knows all of them.
 * - Of a selection only the pairs count in which a member fits the filters itself; its other end is
 *   drawn too, so that no edge ends in nothing.
 */
import type { Dataset } from '../domain/dataset.ts';
import type { Selection } from '../domain/selection.ts';

export interface Graph {
  /** Number of nodes of the WHOLE snapshot, drawn or not. */
  nodes: number;
  /** Number of edges. */
  edges: number;
  /** Ends of edge e, `source[e] < target[e]`; edges ascend by source, then target. */
  source: Int32Array;
  target: Int32Array;
  /** Partnership rows of edge e: `ties[tieStart[e]] … ties[tieStart[e+1]-1]`, ascending. */
  tieStart: Uint32Array;
  ties: Uint32Array;
  /** Number of different neighbours of every node; 0 = not part of what is asked for. */
  degree: Uint16Array;
  /** Neighbours of node n: `neighbours[start[n]] … neighbours[start[n+1]-1]`, ascending. */
  start: Uint32Array;
  neighbours: Int32Array;
  /** Edge numbers beside `neighbours`. */
  via: Int32Array;
}

/** The part of a Selection that a graph needs. */
export type Fitting = Pick<Selection, 'rows' | 'authorities' | 'partners'>;

/** @param fitting what the filters give; without it all partnerships of the snapshot count */
export function buildGraph(dataset: Dataset, fitting?: Fitting): Graph {
  const { memberStart, members, length } = dataset.partnerships;
  const own = dataset.authorities.length;
  const nodes = own + dataset.partners.length;
  const fits = fitting && marks(fitting, own, nodes);
  const pairs: [key: number, row: number][] = [];
  const add = (a: number, b: number, row: number) => {
    if (a === b) return;
    pairs.push([Math.min(a, b) * nodes + Math.max(a, b), row]);
  };
  const rows = fitting?.rows ?? Uint32Array.from({ length }, (_, row) => row);
  for (const row of rows) {
    const list = [...members.subarray(memberStart[row], memberStart[row + 1])];
    const ours = list.filter((member) => member >= 0);
    const abroad = list.filter((member) => member < 0).map((member) => own + ~member);
    if (abroad.length > 0) {
      for (const a of ours)
        for (const b of abroad) if (!fits || (fits[a] && fits[b])) add(a, b, row);
    } else
      ours.forEach((a, i) => {
        for (const b of ours.slice(i + 1)) if (!fits || fits[a] || fits[b]) add(a, b, row);
      });
  }
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return fromPairs(nodes, pairs);
}

/** A graph from edges alone, for tests and synthetic data: each edge has its number as the tie. */
export const graphOf = (nodes: number, edges: readonly (readonly [number, number])[]): Graph =>
  fromPairs(
    nodes,
    edges
      .map(([a, b], row): [number, number] => [Math.min(a, b) * nodes + Math.max(a, b), row])
      .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  );

function marks(fitting: Fitting, own: number, nodes: number): Uint8Array {
  const fits = new Uint8Array(nodes);
  for (const row of fitting.authorities) fits[row] = 1;
  for (const row of fitting.partners) fits[own + row] = 1;
  return fits;
}

/** @param pairs sorted by key, then row */
function fromPairs(nodes: number, pairs: readonly [key: number, row: number][]): Graph {
  const sources: number[] = [];
  const targets: number[] = [];
  const tieStart: number[] = [];
  const ties: number[] = [];
  let last = -1;
  for (const [key, row] of pairs) {
    if (key !== last) {
      sources.push(Math.floor(key / nodes));
      targets.push(key % nodes);
      tieStart.push(ties.length);
      last = key;
    } else if (ties.at(-1) === row) continue;
    ties.push(row);
  }
  tieStart.push(ties.length);
  const edges = sources.length;
  const degree = new Uint16Array(nodes);
  for (let e = 0; e < edges; e++) {
    degree[sources[e]!]!++;
    degree[targets[e]!]!++;
  }
  const start = new Uint32Array(nodes + 1);
  for (let n = 0; n < nodes; n++) start[n + 1] = start[n]! + degree[n]!;
  const next = start.slice(0, nodes);
  const neighbours = new Int32Array(2 * edges);
  const via = new Int32Array(2 * edges);
  const put = (from: number, to: number, edge: number) => {
    const at = next[from]!++;
    neighbours[at] = to;
    via[at] = edge;
  };
  // Ends below a node come first (they are sources, ascending), then those above it.
  for (let e = 0; e < edges; e++) put(targets[e]!, sources[e]!, e);
  for (let e = 0; e < edges; e++) put(sources[e]!, targets[e]!, e);
  return {
    nodes,
    edges,
    source: Int32Array.from(sources),
    target: Int32Array.from(targets),
    tieStart: Uint32Array.from(tieStart),
    ties: Uint32Array.from(ties),
    degree,
    start,
    neighbours,
    via
  };
}
