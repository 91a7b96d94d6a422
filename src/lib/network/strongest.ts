/** The best connected places of a network and theirs, where there is no room for all of it. Pure. */
import type { Graph } from './graph.ts';

/**
 * The edges of the best connected nodes: first those whose greater end has most neighbours, then those
 * whose other end has; equal ones in the order of the graph.
 * @param limit at most so many
 * @returns positions of edges, in the order of the graph
 */
export function strongestEdges(graph: Graph, limit: number): number[] {
  const ends = (edge: number) => {
    const [a, b] = [graph.degree[graph.source[edge]!]!, graph.degree[graph.target[edge]!]!];
    return a < b ? [a, b] : [b, a];
  };
  return Array.from({ length: graph.edges }, (_, edge) => ({ edge, ends: ends(edge) }))
    .sort((a, b) => b.ends[1]! - a.ends[1]! || b.ends[0]! - a.ends[0]! || a.edge - b.edge)
    .slice(0, limit)
    .map(({ edge }) => edge)
    .sort((a, b) => a - b);
}
