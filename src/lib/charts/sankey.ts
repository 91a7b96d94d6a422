/**
 * Places of a flow in three columns: German side, goals, partners' side, in SVG units.
 *
 * Contract: pure; one unit is one CSS pixel at the width it is laid out for. Nodes keep their order;
 * all bands have one scale; names, one line each, overlap neither each other nor a band.
 */
import { sankey } from 'd3-sankey';

export interface SankeyBand {
  id: string;
  /** Positions among the nodes of the two columns it joins. */
  from: number;
  to: number;
  /** 0 = German side to goals, 1 = goals to partners. */
  stage: 0 | 1;
  flags: number;
}

export interface PlacedNode {
  column: 0 | 1 | 2;
  index: number;
  x: number;
  y: number;
  height: number;
  /** Middle. */
  middle: number;
}

/** Where the flow stands: outer width, its left and right edge, and the room for the goals' words. */
export interface SankeyBox {
  width: number;
  left: number;
  right: number;
  /** Between the two bars of a goal, where no band runs. */
  words: number;
}

export interface PlacedBand {
  id: string;
  path: string;
  width: number;
  /** Where its words are shown. */
  x: number;
  y: number;
}

export interface SankeyLayout {
  width: number;
  height: number;
  nodes: PlacedNode[];
  /** Widest first, so that narrow ones lie on top. */
  bands: PlacedBand[];
  /** Pixels a flag is high. */
  scale: number;
}

export const NODE = 12;
/** Least distance of two middles: a line of a name. */
export const LINE = 17;

interface Own {
  column: 0 | 1 | 2;
  index: number;
}

/**
 * @param counts nodes per column; every node has a band
 * @param box names of the outer columns stand outside of the edges
 * @param room height for all flags together
 */
export function sankeyLayout(
  counts: readonly [number, number, number],
  bands: readonly SankeyBand[],
  box: SankeyBox,
  room: number
): SankeyLayout {
  const most = Math.max(...counts);
  const height = Math.round(room + most * LINE);
  if (bands.length === 0) return { width: box.width, height: 0, nodes: [], bands: [], scale: 0 };
  const start = [0, counts[0], counts[0] + counts[1]];
  const own: Own[] = ([0, 1, 2] as const).flatMap((column) =>
    Array.from({ length: counts[column] }, (_, index) => ({ column, index }))
  );
  const graph = sankey<Own, { id: string }>()
    .nodeWidth(NODE)
    .nodePadding(LINE)
    .nodeAlign((node) => node.column)
    .nodeSort(null)
    .iterations(8)
    .extent([
      [box.left, LINE / 2],
      [box.right - box.words, height - LINE / 2]
    ])({
    nodes: own.map((node) => ({ ...node })),
    links: bands.map(({ id, from, to, stage, flags }) => ({
      id,
      source: start[stage]! + from,
      target: start[stage + 1]! + to,
      value: flags
    }))
  });
  const nodes = graph.nodes.map(({ column, index: _, x0 = 0, y0 = 0, y1 = 0 }, at) => ({
    column,
    index: at - start[column]!,
    x: short(x0 + (column === 2 ? box.words : 0)),
    y: short(y0),
    height: short(Math.max(1, y1 - y0)),
    middle: short((y0 + y1) / 2)
  }));
  const first = graph.nodes[0]!;
  const scale = ((first.y1 ?? 0) - (first.y0 ?? 0)) / (first.value ?? 1);
  return {
    width: box.width,
    height,
    scale,
    nodes,
    bands: graph.links
      .map(({ id, source, target, y0 = 0, y1 = 0, width = 0 }) => {
        if (typeof source !== 'object' || typeof target !== 'object')
          throw new Error('sankey left a link without its nodes');
        // Behind the goals all is shifted by their words.
        const shift = source.column === 1 ? box.words : 0;
        const from = (source.x1 ?? 0) + shift;
        const to = (target.x0 ?? 0) + shift;
        return {
          id,
          width: short(Math.max(0.8, width)),
          path: curve(from, y0, to, y1),
          x: short((from + to) / 2),
          y: short((y0 + y1) / 2)
        };
      })
      .sort((a, b) => b.width - a.width)
  };
}

/** A line drawn as wide as the band. */
function curve(x0: number, y0: number, x1: number, y1: number): string {
  const half = short((x0 + x1) / 2);
  return `M${short(x0)} ${short(y0)}C${half} ${short(y0)} ${half} ${short(y1)} ${short(x1)} ${short(y1)}`;
}

const short = (value: number) => Math.round(value * 10) / 10;
