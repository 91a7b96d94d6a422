/**
 * A place on paper for every node of a snapshot: computed once, at publishing.
 *
 * Contract: pure; the same graph and keys give the same picture on every machine. Each connected
 * group is laid out for itself with a seed of its own, so a new partnership elsewhere does not turn
 * it; then the groups are packed, the largest in the middle.
 */
import type { Graph } from './graph.ts';
import { level, loosen } from './loosen.ts';
import { pack } from './pack.ts';
import type { Positions } from './quality.ts';
import { nodeRadius } from './radius.ts';
import { seeded } from './random.ts';
import { scratchOf, stressLayout } from './stress.ts';
import { components, type Components } from './walk.ts';

/** @param key number that stays the node's own from snapshot to snapshot */
export function place(
  graph: Graph,
  key: (node: number) => number,
  found: Components = components(graph)
): Positions {
  const x = new Float64Array(graph.nodes);
  const y = new Float64Array(graph.nodes);
  const scratch = scratchOf(graph);
  const groups = found.members.map((nodes) => {
    const rng = seeded(nodes.reduce((least, node) => Math.min(least, key(node)), Infinity));
    const group = { nodes, ...stressLayout(graph, nodes, rng, scratch) };
    level(group);
    loosen(group, (i) => nodeRadius(graph.degree[nodes[i]!]!));
    return group;
  });
  pack(graph, groups, (node) => nodeRadius(graph.degree[node]!));
  for (const group of groups)
    group.nodes.forEach((node, i) => {
      x[node] = group.x[i]!;
      y[node] = group.y[i]!;
    });
  return { x, y };
}
