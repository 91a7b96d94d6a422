/**
 * A walk through the network by keys: along edges, around a place, through the ranking.
 *
 * Contract: pure. `from` is the place the walk came from. Right and left go round it (its neighbours
 * in the order of the clock), down goes on to a neighbour, up goes back. Without `from`, right and
 * left go through the places by number of partners. Every neighbour can be reached this way.
 */
import type { Scene } from './netscene.ts';

export interface Step {
  at: number;
  from: number | null;
}

export type Key = 'right' | 'left' | 'down' | 'up' | 'home' | 'end';

/** Neighbours clockwise, beginning at twelve o'clock. */
export function around({ graph, x, y }: Scene, node: number): number[] {
  const angle = (other: number) => {
    const turn = Math.atan2(x[other]! - x[node]!, y[node]! - y[other]!);
    return turn < 0 ? turn + 2 * Math.PI : turn;
  };
  return [...graph.neighbours.subarray(graph.start[node], graph.start[node + 1])].sort(
    (a, b) => angle(a) - angle(b) || a - b
  );
}

/** @returns the next step; the same one where there is nowhere to go, null where nothing is drawn */
export function walk(scene: Scene, now: Step | null, key: Key): Step | null {
  const { nodes, graph } = scene;
  if (nodes.length === 0) return null;
  if (key === 'home' || (now === null && key !== 'end')) return { at: nodes[0]!, from: null };
  if (key === 'end' || now === null) return { at: nodes[nodes.length - 1]!, from: null };
  if (graph.degree[now.at] === 0) return { at: nodes[0]!, from: null };
  const { at, from } = now;
  if (key === 'up') return from === null ? now : { at: from, from: null };
  if (key === 'down') {
    const others = around(scene, at).filter((node) => node !== from);
    return others.length > 0 ? { at: others[0]!, from: at } : now;
  }
  const list = from === null ? [...nodes] : around(scene, from);
  const place = list.indexOf(at) + (key === 'right' ? 1 : -1);
  return { at: list[(place + list.length) % list.length]!, from };
}

/** The first drawn node whose folded name begins with the typed text; after `now` when repeated. */
export function typed(
  scene: Scene,
  folded: (node: number) => string,
  text: string,
  now: number | null
): number | null {
  const fits = [...scene.nodes].filter((node) => folded(node).startsWith(text));
  if (fits.length === 0) return null;
  const here = now === null ? -1 : fits.indexOf(now);
  return text.length === 1 ? fits[(here + 1) % fits.length]! : here >= 0 ? now : fits[0]!;
}
