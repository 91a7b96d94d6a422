/**
 * The two layouts to compare with, each given the same time as ours and set up as its makers advise.
 *
 * d3-force: links, charge, and x/y forces (the way for graphs in several pieces); it cools down
 * within the time. ForceAtlas2: settings inferred from the size, Barnes-Hut, random start.
 */
import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum
} from 'd3-force';
import atlasModule from 'graphology-layout-forceatlas2';
import type { Graph } from '../../src/lib/network/graph.ts';
import { Undirected, type Library } from '../../src/lib/network/library.ts';
import type { Positions } from '../../src/lib/network/quality.ts';
import { seeded } from '../../src/lib/network/random.ts';

/** CommonJS: the default import is the function itself. */
const forceAtlas = atlasModule as unknown as {
  inferSettings(graph: Library): Record<string, unknown>;
  assign(graph: Library, options: { iterations: number; settings: object }): void;
};

/** Milliseconds of processor time: what else runs on the machine does not count. */
export function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

type Timed = Positions & { rounds: number };

export function d3Force(graph: Graph, ms: number): Timed {
  const began = clock();
  const nodes = Array.from({ length: graph.nodes }, (): SimulationNodeDatum => ({}));
  const links = Array.from(graph.source, (source, e) => ({ source, target: graph.target[e]! }));
  const simulation = forceSimulation(nodes)
    .force('link', forceLink(links))
    .force('charge', forceManyBody())
    .force('x', forceX())
    .force('y', forceY())
    .stop();
  // Two ticks tell how many fit into the time; it then cools down over just so many.
  const first = clock();
  simulation.tick(2);
  const each = (clock() - first) / 2;
  const fit = Math.max(1, Math.floor((ms - (clock() - began)) / each));
  simulation.alphaDecay(1 - 0.001 ** (1 / fit));
  let rounds = 2;
  while (clock() - began < ms) {
    simulation.tick();
    rounds++;
  }
  return { x: nodes.map((node) => node.x!), y: nodes.map((node) => node.y!), rounds };
}

export function forceAtlas2(graph: Graph, ms: number): Timed {
  const began = clock();
  const rng = seeded(1);
  const made = new Undirected({ type: 'undirected', multi: false });
  for (let n = 0; n < graph.nodes; n++) made.addNode(n, { x: rng(), y: rng() });
  for (let e = 0; e < graph.edges; e++) made.addEdge(graph.source[e], graph.target[e]);
  const settings = { ...forceAtlas.inferSettings(made), barnesHutOptimize: true };
  let rounds = 0;
  const STEP = 5;
  while (clock() - began < ms) {
    forceAtlas.assign(made, { iterations: STEP, settings });
    rounds += STEP;
  }
  const x = new Float64Array(graph.nodes);
  const y = new Float64Array(graph.nodes);
  made.forEachNode((node, at) => {
    x[Number(node)] = at.x as number;
    y[Number(node)] = at.y as number;
  });
  return { x, y, rounds };
}
