/**
 * The network as it is drawn: which nodes and edges, where, how large, in which colour.
 *
 * Contract: pure; places come from the published layout and do not depend on filters. Node numbers
 * are those of the graph. Lengths are in the layout's own unit (one short edge); y grows downwards.
 */
import { UNIT, type NetworkLayout } from '../domain/layout.ts';
import type { Graph } from '../network/graph.ts';
import { nodeRadius } from '../network/radius.ts';

export interface Scene {
  graph: Graph;
  /** Nodes that are drawn, most neighbours first, then by number. */
  nodes: Int32Array;
  x: Float32Array;
  y: Float32Array;
  radius: Float32Array;
  /** Colour class of every node; an edge takes that of its second end. */
  colour: Uint8Array;
  /** Nodes below are German, drawn as discs; the others are squares. */
  own: number;
  /** Bridging places among the drawn nodes. */
  bridges: number[];
  /** Box around the drawn nodes. */
  box: { x: number; y: number; width: number; height: number };
}

/** Bridging places that are marked. */
const MARKED = 12;

/** @param colour class of a node */
export function sceneOf(
  graph: Graph,
  layout: NetworkLayout,
  own: number,
  colour: (node: number) => number
): Scene {
  const nodes: number[] = [];
  for (let node = 0; node < graph.nodes; node++) if (graph.degree[node]! > 0) nodes.push(node);
  nodes.sort((a, b) => graph.degree[b]! - graph.degree[a]! || a - b);
  const x = Float32Array.from(layout.x, (value) => value / UNIT);
  const y = Float32Array.from(layout.y, (value) => value / UNIT);
  const radius = Float32Array.from(graph.degree, nodeRadius);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const node of nodes) {
    const r = radius[node]!;
    left = Math.min(left, x[node]! - r);
    right = Math.max(right, x[node]! + r);
    top = Math.min(top, y[node]! - r);
    bottom = Math.max(bottom, y[node]! + r);
  }
  const empty = nodes.length === 0;
  return {
    graph,
    nodes: Int32Array.from(nodes),
    x,
    y,
    radius,
    colour: Uint8Array.from({ length: graph.nodes }, (_, node) => colour(node)),
    own,
    bridges: [...layout.bridges].filter((node) => graph.degree[node]! > 1).slice(0, MARKED),
    box: empty
      ? { x: -1, y: -1, width: 2, height: 2 }
      : { x: left, y: top, width: right - left, height: bottom - top }
  };
}

/** Scale and shift from the scene to pixels: `px = k * x + x0`. */
export interface Camera {
  k: number;
  x: number;
  y: number;
}

/** Shows the whole box with a margin. */
export function fit(box: Scene['box'], width: number, height: number, margin = 16): Camera {
  const k = Math.min(
    Math.max(1, width - 2 * margin) / Math.max(box.width, 4),
    Math.max(1, height - 2 * margin) / Math.max(box.height, 4)
  );
  return {
    k,
    x: width / 2 - k * (box.x + box.width / 2),
    y: height / 2 - k * (box.y + box.height / 2)
  };
}
