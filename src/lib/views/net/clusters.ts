/** The largest communities of what is drawn, each named by its place with most partners. */
import type { NetworkLayout } from '../../domain/layout.ts';
import type { Graph } from '../../network/graph.ts';
import { GERMANY } from './places.ts';

/** Communities with a colour of their own; more cannot be told apart. */
const COLOURED = GERMANY;

/** @returns colour class by node (`GERMANY` = none of its own), and the hub of each class */
export function clustersOf(
  graph: Graph,
  { community }: NetworkLayout
): { classOf: (node: number) => number; hubs: number[] } {
  const sizes = new Map<number, { count: number; hub: number }>();
  for (let node = 0; node < graph.nodes; node++) {
    const own = community[node]!;
    if (own === 0 || graph.degree[node] === 0) continue;
    const found = sizes.get(own);
    if (!found) sizes.set(own, { count: 1, hub: node });
    else {
      found.count++;
      if (graph.degree[node]! > graph.degree[found.hub]!) found.hub = node;
    }
  }
  const largest = [...sizes]
    .sort(([a, one], [b, other]) => other.count - one.count || a - b)
    .slice(0, COLOURED);
  const classes = new Map(largest.map(([own], at) => [own, at]));
  return {
    classOf: (node) => classes.get(community[node]!) ?? GERMANY,
    hubs: largest.map(([, { hub }]) => hub)
  };
}
