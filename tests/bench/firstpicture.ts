/**
 * Case `first-picture`: what a visitor's browser computes from the published part `layout` to the
 * settled picture, against d3-force laying out the same network there until it rests.
 *
 * Ours: read and check the part, build the scene and the index of what is under the pointer, walk
 * through the whole drawing. The canvas is a stand-in that only counts calls: no pixels here, for
 * ours nor for the peer. Processor time, as what else runs on the machine does not count.
 */
import { readFileSync } from 'node:fs';
import { forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { draw, type Look } from '../../src/lib/charts/netdraw.ts';
import { hitTest } from '../../src/lib/charts/nethit.ts';
import { fit, sceneOf } from '../../src/lib/charts/netscene.ts';
import type { Records } from '../../src/lib/data/records.ts';
import { UNIT, type NetworkLayout } from '../../src/lib/domain/layout.ts';
import { buildGraph, type Graph } from '../../src/lib/network/graph.ts';
import { layoutOf } from '../../src/lib/network/layout.ts';
import { assemble } from '../../src/lib/server/assemble.ts';
import { decodeLayout, encodeLayout } from '../../src/lib/snapshot/layout.ts';
import type { Case } from './cases.ts';
import { clock } from './layoutpeers.ts';
import { multiplyRecords } from './synthetic.ts';

const SIZE = { width: 864, height: 640 };
const LOOK: Look = {
  own: 'black',
  paper: 'white',
  ring: 'red',
  colours: Array.from({ length: 9 }, () => 'grey')
};

/** A canvas that only counts what it is told to draw. */
function counter(): { ctx: CanvasRenderingContext2D; calls: () => number } {
  let calls = 0;
  const one = () => void calls++;
  const methods = ['beginPath', 'moveTo', 'lineTo', 'stroke', 'fill', 'arc', 'fillRect'];
  const ctx = Object.fromEntries(methods.map((name) => [name, one]));
  return { ctx: ctx as unknown as CanvasRenderingContext2D, calls: () => calls };
}

function picture(graph: Graph, layout: NetworkLayout, own: number): void {
  const scene = sceneOf(graph, layout, own, () => 0);
  const camera = fit(scene.box, SIZE.width, SIZE.height);
  hitTest(scene)(camera, 0, 0);
  const { ctx, calls } = counter();
  for (const pause of draw(ctx, scene, camera, SIZE, LOOK)) void pause;
  if (calls() < graph.edges) throw new Error('the drawing left links out');
}

/**
 * A drawing after panning, slice by slice: between two slices the page answers. While a reader pans,
 * the kept picture is moved, whatever the size of the network.
 * @returns of each slice the shortest time of several drawings, summed up and the longest, ms
 */
function slices(graph: Graph, layout: NetworkLayout, own: number, zoom: number) {
  const scene = sceneOf(graph, layout, own, () => 0);
  const whole = fit(scene.box, SIZE.width, SIZE.height);
  const [x, y] = [SIZE.width / 2, SIZE.height / 2];
  // Towards the middle of the picture.
  const camera = {
    k: zoom * whole.k,
    x: x - zoom * (x - whole.x),
    y: y - zoom * (y - whole.y)
  };
  let shortest: number[] = [];
  let drawn = 0;
  for (let run = 0; run < 9; run++) {
    const { ctx, calls } = counter();
    const work = draw(ctx, scene, camera, SIZE, LOOK);
    const times: number[] = [];
    for (let done: boolean | undefined = false; !done;) {
      const began = performance.now();
      done = work.next().done;
      times.push(performance.now() - began);
    }
    shortest = times.map((time, i) => Math.min(time, shortest[i] ?? Infinity));
    drawn = calls();
  }
  return {
    'longest slice, ms': Math.max(...shortest),
    'all slices, ms': shortest.reduce((sum, time) => sum + time, 0),
    slices: shortest.length,
    'canvas calls': drawn
  };
}

/** As its makers set it up: cools down in 300 ticks. */
function simulated(graph: Graph, layout: NetworkLayout): NetworkLayout {
  const nodes = Array.from({ length: graph.nodes }, () => ({ x: NaN, y: NaN }));
  const links = Array.from(graph.source, (source, e) => ({ source, target: graph.target[e]! }));
  const simulation = forceSimulation(nodes)
    .force('link', forceLink(links))
    .force('charge', forceManyBody())
    .force('x', forceX())
    .force('y', forceY())
    .stop();
  while (simulation.alpha() >= simulation.alphaMin()) simulation.tick();
  const steps = (value: number) => Math.max(-32_767, Math.min(32_767, Math.round(value * UNIT)));
  return {
    ...layout,
    x: Int16Array.from(nodes, ({ x }) => steps(x)),
    y: Int16Array.from(nodes, ({ y }) => steps(y))
  };
}

function timed(work: () => void, runs: number): { mean: number; median: number; p95: number } {
  const times = Array.from({ length: runs }, () => {
    const began = clock();
    work();
    return clock() - began;
  }).sort((a, b) => a - b);
  const mean = times.reduce((sum, time) => sum + time, 0) / runs;
  return { mean, median: times[runs >> 1]!, p95: times[Math.ceil(0.95 * runs) - 1]! };
}

export const FIRST_PICTURE: Case = {
  name: 'first-picture',
  what: 'from the published places to the settled picture, the drawing walked through without pixels',
  scales: [1, 10],
  note: 'goal at 1x: below 1000 ms; d3-force runs until it rests, as a page without published places would; not at 10x, where it takes minutes',
  task({ recordsFile, scale }) {
    const records = JSON.parse(readFileSync(recordsFile, 'utf8')) as Records;
    const { dataset } = assemble(multiplyRecords(records, scale));
    const graph = buildGraph(dataset);
    const own = dataset.authorities.length;
    const began = clock();
    const layout = layoutOf(dataset);
    const publish = clock() - began;
    const part = encodeLayout(layout);
    const ours = () => picture(graph, decodeLayout(part, graph.nodes), own);
    const runs = 9;
    return {
      rows: graph.edges,
      time: ours,
      ...(scale === 1 && {
        session: () => ({
          ours: timed(ours, runs),
          peers: { 'd3-force': timed(() => picture(graph, simulated(graph, layout), own), 1) },
          clicks: runs
        })
      }),
      compare: () => ({
        'at publishing': { 'layout, s': publish / 1000, nodes: graph.nodes },
        'drawn anew': slices(graph, layout, own, 1),
        'drawn anew, zoomed': slices(graph, layout, own, 8)
      })
    };
  }
};
