/**
 * What a graph library computes for us: communities and bridging places.
 *
 * Contract: deterministic (seeded, nodes in order); runs at publishing and in tests, never in the
 * browser, which must not carry the library.
 */
import type { Graph } from './graph.ts';
import { betweenness, louvain, Undirected, type Library } from './library.ts';
import { seeded } from './random.ts';
import type { Components } from './walk.ts';

/** Groups of fewer nodes are one community, their own. */
const LARGE = 12;

/**
 * Louvain communities of the large connected groups.
 * @returns by node: 1 = the largest community, then by size; 0 = in a small group or without edges
 */
export function communities(graph: Graph, found: Components): Uint16Array {
  const large = found.members.filter(({ length }) => length >= LARGE).flat();
  const assigned = louvain(library(graph, large), { rng: seeded(1) });
  const members = new Map<number, number[]>();
  for (const [node, community] of Object.entries(assigned)) {
    const list = members.get(community);
    if (list) list.push(Number(node));
    else members.set(community, [Number(node)]);
  }
  const result = new Uint16Array(graph.nodes);
  [...members.values()]
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
    .forEach((list, at) => list.forEach((node) => (result[node] = at + 1)));
  return result;
}

/**
 * Nodes by betweenness: on how many shortest ways between others they lie. Most first, 0 left out.
 * @param most how many are wanted
 */
export function bridgesOf(graph: Graph, found: Components, most: number): Uint32Array {
  // Group by group: the library walks through all nodes once for each of them. Nobody is between
  // others in groups of two.
  return Uint32Array.from(
    found.members
      .filter(({ length }) => length > 2)
      .flatMap((nodes) =>
        Object.entries(
          betweenness(library(graph, nodes), { getEdgeWeight: null, normalized: false })
        )
      )
      .map(([node, value]): [number, number] => [Number(node), Math.round(value)])
      .filter(([, value]) => value > 0)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, most),
    ([node]) => node
  );
}

/** @param nodes whole connected groups */
function library({ start, neighbours }: Graph, nodes: readonly number[]): Library {
  const made = new Undirected({ type: 'undirected', multi: false });
  const ascending = [...nodes].sort((a, b) => a - b);
  for (const node of ascending) made.addNode(node);
  for (const node of ascending)
    for (const other of neighbours.subarray(start[node], start[node + 1]))
      if (other > node) made.addEdge(node, other);
  return made;
}
