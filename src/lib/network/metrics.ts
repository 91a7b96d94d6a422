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
  const large = (node: number) => (found.members[found.of[node]!]?.length ?? 0) >= LARGE;
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
  // Nobody is between others in groups of two; they only cost time.
  const counts = (node: number) => (found.members[found.of[node]!]?.length ?? 0) > 2;
  const larger = library(graph, counts);
  if (larger.order === 0) return new Uint32Array(); // the library demands a node
  const values = betweenness(larger, { getEdgeWeight: null, normalized: false });
  return Uint32Array.from(
    Object.entries(values)
      .map(([node, value]): [number, number] => [Number(node), Math.round(value)])
      .filter(([, value]) => value > 0)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, most),
    ([node]) => node
  );
}

function library(graph: Graph, wanted: (node: number) => boolean): Library {
  const made = new Undirected({ type: 'undirected', multi: false });
  for (let node = 0; node < graph.nodes; node++) if (wanted(node)) made.addNode(node);
  for (let e = 0; e < graph.edges; e++)
    if (wanted(graph.source[e]!)) made.addEdge(graph.source[e], graph.target[e]);
  return made;
}
