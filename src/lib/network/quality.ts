/**
 * How well a picture tells the graph: the three measures of the bench, on samples.
 *
 * Contract: pure; all three are free of the picture's scale. Only pairs of one connected group have
 * a distance in the graph, so only they count for stress.
 */
import type { Graph } from './graph.ts';
import type { Rng } from './stress.ts';
import { steps } from './walk.ts';

export interface Positions {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

export interface Quality {
  /** Mean of ((distance on paper - in the graph) / in the graph)^2 at the best scale; 0 is perfect. */
  stress: number;
  /** Mean share (Jaccard) of a node's two-step neighbourhood among its nearest on paper; 1 is best. */
  neighbourhood: number;
  /** Crossings per sampled edge with all edges. */
  crossings: number;
}

export function quality(graph: Graph, at: Positions, rng: Rng, sample = 400): Quality {
  const drawn: number[] = [];
  for (let n = 0; n < graph.nodes; n++) if (graph.degree[n]! > 0) drawn.push(n);
  const some = pick(drawn, sample, rng);
  return {
    stress: stress(graph, at, some),
    neighbourhood: neighbourhood(graph, at, some, drawn),
    crossings: crossings(graph, at, rng, sample)
  };
}

function stress(graph: Graph, at: Positions, from: readonly number[]): number {
  const away = new Int16Array(graph.nodes).fill(-1);
  // With weights 1/d², the best scale s minimises the sum of (s·r - 1)², r = paper / graph.
  let sum = 0;
  let squares = 0;
  let pairs = 0;
  for (const node of from)
    for (const other of steps(graph, node, away)) {
      const d = away[other]!;
      away[other] = -1;
      if (d === 0) continue;
      const r = Math.hypot(at.x[node]! - at.x[other]!, at.y[node]! - at.y[other]!) / d;
      sum += r;
      squares += r * r;
      pairs++;
    }
  return pairs === 0 || squares === 0 ? 0 : 1 - (sum * sum) / squares / pairs;
}

function neighbourhood(
  graph: Graph,
  at: Positions,
  from: readonly number[],
  drawn: readonly number[]
): number {
  const away = new Int16Array(graph.nodes).fill(-1);
  let total = 0;
  for (const node of from) {
    const near = steps(graph, node, away, 2);
    for (const other of near) away[other] = -1;
    const inGraph = new Set(near.slice(1));
    const k = inGraph.size;
    const byDistance = drawn
      .filter((other) => other !== node)
      .map((other): [number, number] => [
        (at.x[node]! - at.x[other]!) ** 2 + (at.y[node]! - at.y[other]!) ** 2,
        other
      ])
      .sort((a, b) => a[0] - b[0]);
    const both = byDistance.slice(0, k).filter(([, other]) => inGraph.has(other)).length;
    total += both / (2 * k - both);
  }
  return total / Math.max(1, from.length);
}

function crossings(graph: Graph, at: Positions, rng: Rng, sample: number): number {
  const all = Array.from({ length: graph.edges }, (_, e) => e);
  const some = pick(all, sample, rng);
  let count = 0;
  for (const e of some) for (let f = 0; f < graph.edges; f++) if (cross(graph, at, e, f)) count++;
  return count / Math.max(1, some.length);
}

/** Whether two edges without a common end cross. */
export function cross({ source, target }: Graph, { x, y }: Positions, e: number, f: number) {
  const [a, b, c, d] = [source[e]!, target[e]!, source[f]!, target[f]!];
  if (a === c || a === d || b === c || b === d) return false;
  const side = (p: number, q: number, r: number) =>
    (x[q]! - x[p]!) * (y[r]! - y[p]!) - (y[q]! - y[p]!) * (x[r]! - x[p]!);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function pick(list: readonly number[], count: number, rng: Rng): number[] {
  const rest = [...list];
  const taken: number[] = [];
  while (taken.length < count && rest.length > 0) {
    const at = Math.floor(rng() * rest.length);
    taken.push(rest[at]!);
    rest[at] = rest.at(-1)!;
    rest.pop();
  }
  return taken;
}
