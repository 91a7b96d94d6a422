/** Walks through a graph: connected groups, steps from one node, and everything within some steps. */
import type { Graph } from './graph.ts';

export interface Components {
  /** Component of every node, by size descending, then by first node; -1 = node without an edge. */
  of: Int32Array;
  /** Nodes of each component, ascending. */
  members: number[][];
}

export function components(graph: Graph): Components {
  const { nodes, degree, start, neighbours } = graph;
  const seen = new Uint8Array(nodes);
  const members: number[][] = [];
  for (let first = 0; first < nodes; first++) {
    if (seen[first] || degree[first] === 0) continue;
    seen[first] = 1;
    const found = [first];
    for (let at = 0; at < found.length; at++) {
      const node = found[at]!;
      for (let i = start[node]!; i < start[node + 1]!; i++) {
        const next = neighbours[i]!;
        if (seen[next]) continue;
        seen[next] = 1;
        found.push(next);
      }
    }
    members.push(found.sort((a, b) => a - b));
  }
  members.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  const of = new Int32Array(nodes).fill(-1);
  members.forEach((list, at) => list.forEach((node) => (of[node] = at)));
  return { of, members };
}

/**
 * Steps from `from` to every node that can be reached.
 * @param into filled with steps; must hold -1 everywhere before
 * @param most steps after which the walk ends
 * @returns the nodes reached, nearest first, `from` included
 */
export function steps(graph: Graph, from: number, into: Int16Array, most = Infinity): number[] {
  const { start, neighbours } = graph;
  const found = [from];
  into[from] = 0;
  for (let at = 0; at < found.length; at++) {
    const node = found[at]!;
    const step = into[node]! + 1;
    if (step > most) break;
    for (let i = start[node]!; i < start[node + 1]!; i++) {
      const next = neighbours[i]!;
      if (into[next]! >= 0) continue;
      into[next] = step;
      found.push(next);
    }
  }
  return found;
}
