/**
 * One place and everything within one or two steps, laid out anew around it.
 *
 * Contract: pure and deterministic. The place is in the middle (0, 0), its neighbours on a circle of
 * radius 1, theirs on one of radius 2, each beside the neighbour it belongs to (the first by which it
 * is reached). Every leaf gets the same share of the circle, so labels find room.
 */
import type { Graph } from './graph.ts';

export interface EgoNode {
  node: number;
  /** 0 the place itself, 1 or 2. */
  step: number;
  /** Clockwise from twelve o'clock, radians. */
  angle: number;
}

export interface Ego {
  nodes: EgoNode[];
  /** Edge numbers between the nodes that are shown. */
  edges: number[];
  /** Nodes in reach that were left out. */
  left: number;
}

/**
 * @param order sorts neighbours around the circle, e.g. by country
 * @param most nodes on the outer circle; those left out are counted
 */
export function egoOf(
  graph: Graph,
  centre: number,
  reach: 1 | 2,
  order: (a: number, b: number) => number,
  most = 160
): Ego {
  const inner = neighboursOf(graph, centre).sort((a, b) => order(a, b) || a - b);
  const taken = new Set([centre, ...inner]);
  let left = 0;
  let room = most;
  const outer = inner.map((node) => {
    if (reach === 1) return [];
    const fresh = neighboursOf(graph, node)
      .filter((other) => !taken.has(other))
      .sort((a, b) => order(a, b) || a - b);
    const shown = fresh.slice(0, Math.max(0, room));
    for (const other of shown) taken.add(other);
    room -= shown.length;
    left += fresh.length - shown.length;
    return shown;
  });
  const shares = outer.map((list) => Math.max(1, list.length));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const nodes: EgoNode[] = [{ node: centre, step: 0, angle: 0 }];
  let begun = 0;
  inner.forEach((node, i) => {
    const turn = (share: number) => ((begun + share) / all) * 2 * Math.PI;
    nodes.push({ node, step: 1, angle: turn(shares[i]! / 2) });
    outer[i]!.forEach((other, k) => nodes.push({ node: other, step: 2, angle: turn(k + 0.5) }));
    begun += shares[i]!;
  });
  const edges: number[] = [];
  for (const node of taken)
    for (let i = graph.start[node]!; i < graph.start[node + 1]!; i++)
      if (graph.neighbours[i]! > node && taken.has(graph.neighbours[i]!)) edges.push(graph.via[i]!);
  return { nodes, edges: edges.sort((a, b) => a - b), left };
}

const neighboursOf = ({ start, neighbours }: Graph, node: number): number[] => [
  ...neighbours.subarray(start[node], start[node + 1])
];
