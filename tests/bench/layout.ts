/**
 * Case `layout`: the network's picture against d3-force and ForceAtlas2, each given the processor
 * time ours took.
 *
 * Measures: see `network/quality.ts`. All three pictures are judged on the same samples.
 */
import { readFileSync } from 'node:fs';
import type { Records } from '../../src/lib/data/records.ts';
import { buildGraph } from '../../src/lib/network/graph.ts';
import { place } from '../../src/lib/network/place.ts';
import { quality, type Positions, type Quality } from '../../src/lib/network/quality.ts';
import { seeded } from '../../src/lib/network/random.ts';
import { assemble } from '../../src/lib/server/assemble.ts';
import type { Case } from './cases.ts';
import { clock, d3Force, forceAtlas2 } from './layoutpeers.ts';
import { multiplyRecords } from './synthetic.ts';

/** Below 1 = better than the better of the two peers; for `neighbourhood`, where more is better, too. */
function ratios(ours: Quality, peers: readonly Quality[]): Quality {
  const best = (pick: (one: Quality) => number) => Math.min(...peers.map(pick));
  return {
    stress: ours.stress / best(({ stress }) => stress),
    neighbourhood: Math.max(...peers.map((one) => one.neighbourhood)) / ours.neighbourhood,
    crossings: ours.crossings / best(({ crossings }) => crossings)
  };
}

export const LAYOUT: Case = {
  name: 'layout',
  what: 'a place for every node of the network; the same time for each peer',
  scales: [1, 10],
  task({ recordsFile, scale }) {
    const records = JSON.parse(readFileSync(recordsFile, 'utf8')) as Records;
    const graph = buildGraph(assemble(multiplyRecords(records, scale)).dataset);
    let ours: Positions = { x: [], y: [] };
    return {
      rows: graph.edges,
      time: () => (ours = place(graph, (node) => node)),
      compare: () => {
        const began = clock();
        ours = place(graph, (node) => node);
        const ms = clock() - began;
        const judged = (at: Positions) => quality(graph, at, seeded(7));
        const mine = judged(ours);
        const peers = { 'd3-force': d3Force(graph, ms), ForceAtlas2: forceAtlas2(graph, ms) };
        const [d3, atlas] = [judged(peers['d3-force']), judged(peers.ForceAtlas2)];
        return {
          ours: { ...mine },
          'd3-force': { ...d3, rounds: peers['d3-force'].rounds },
          ForceAtlas2: { ...atlas, rounds: peers.ForceAtlas2.rounds },
          'ours / best peer': { ...ratios(mine, [d3, atlas]) }
        };
      }
    };
  }
};
