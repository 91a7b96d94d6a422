/**
 * The surroundings of one place as a drawing, for a wide and a narrow page.
 *
 * Wide: partners on two arcs beside the place, one above the other, so that their names can be read;
 * in two steps as two wings, partners of partners farther out. Narrow: a list with lines, as a tree.
 */
import { m } from '../../i18n/paraglide/messages.js';
import { egoOf, type Ego } from '../../network/ego.ts';
import type { Graph } from '../../network/graph.ts';
import { linkTo } from '../links.ts';
import type { EgoDrawing, EgoFace, EgoMark } from './drawing.ts';
import { edgeId } from './kommunen.ts';
import type { Asked } from './lens.ts';
import type { Places } from './places.ts';

/** Places two steps away. */
const MOST = 90;
const WIDE = 900;

export function egoDrawing(
  { here, net, locale }: Asked,
  graph: Graph,
  places: Places,
  centre: number
): Omit<EgoDrawing, 'pick' | 'picked'> {
  const order = (a: number, b: number) =>
    places.part(a) - places.part(b) ||
    places.where(a).localeCompare(places.where(b), locale) ||
    places.name(a).localeCompare(places.name(b), locale);
  const ego = egoOf(graph, centre, net.steps, order, MOST);
  const marks = ego.nodes.map(({ node, step }): EgoMark => ({
    id: places.id(node),
    name: places.name(node),
    where: places.where(node),
    own: places.isOwn(node),
    step,
    colour: places.part(node),
    partners: graph.degree[node]!,
    href: linkTo(here, {}, { place: places.id(node), net: { ...net, picked: null } })
  }));
  const position = new Map(ego.nodes.map(({ node }, at) => [node, at]));
  return {
    kind: 'ego',
    title: m.net_ego_title({ name: places.name(centre) }, { locale }),
    marks,
    edges: ego.edges.map((edge) => ({
      id: edgeId(places, graph, edge),
      a: position.get(graph.source[edge]!)!,
      b: position.get(graph.target[edge]!)!
    })),
    left: ego.left,
    wide: net.steps === 1 ? arcs(ego) : wings(ego),
    narrow: tree(graph, ego)
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

function arcs({ nodes }: Ego): EgoFace {
  const count = nodes.length - 1;
  const right = Math.ceil(count / 2);
  const rowHeight = 30;
  const height = Math.max(220, right * rowHeight + 40);
  const [cx, cy] = [WIDE / 2, height / 2];
  const bend = Math.min(210, 120 + right * 6);
  return {
    width: WIDE,
    height,
    where: true,
    at: nodes.map((_, i) => {
      if (i === 0) return { x: cx, y: cy, anchor: 'middle' };
      const isRight = i <= right;
      const inSide = isRight ? right : count - right;
      // Down on the right, up on the left: neighbours in the order stay neighbours.
      const row = isRight ? i - 1 : count - i;
      const y = cy + (row - (inSide - 1) / 2) * rowHeight;
      const out = bend * Math.sqrt(Math.max(0.15, 1 - ((y - cy) / (height / 2 + 30)) ** 2));
      return {
        x: round(isRight ? cx + out : cx - out),
        y: round(y),
        anchor: isRight ? 'start' : 'end'
      };
    })
  };
}

/** Partners beside the place, theirs farther out, each beside the one it belongs to. */
function wings({ nodes }: Ego): EgoFace {
  const rowHeight = 25;
  const [width, near, far] = [1000, 96, 282];
  // A partner and its own partners, as one block of rows.
  const blocks: number[][] = [];
  nodes.forEach(({ step }, i) => {
    if (step === 1) blocks.push([i]);
    if (step === 2) blocks.at(-1)!.push(i);
  });
  const rowsOf = (block: number[]) => Math.max(1, block.length - 1);
  const all = blocks.reduce((sum, block) => sum + rowsOf(block), 0);
  let begun = 0;
  const sides: [right: number[][], left: number[][]] = [[], []];
  for (const block of blocks) {
    sides[begun + rowsOf(block) / 2 <= all / 2 ? 0 : 1].push(block);
    begun += rowsOf(block);
  }
  const heights = sides.map((side) => side.reduce((sum, block) => sum + rowsOf(block), 0));
  const height = Math.max(...heights, 6) * rowHeight + 30;
  const at: EgoFace['at'] = [{ x: width / 2, y: height / 2, anchor: 'middle' }];
  sides.forEach((side, k) => {
    const [sign, anchor] = k === 0 ? ([1, 'start'] as const) : ([-1, 'end'] as const);
    let y = (height - heights[k]! * rowHeight) / 2 + rowHeight / 2;
    // Down on the right, up on the left: neighbours in the order stay neighbours.
    for (const block of k === 0 ? side : side.toReversed()) {
      const rows = rowsOf(block);
      const middle = y + ((rows - 1) * rowHeight) / 2;
      at[block[0]!] = { x: width / 2 + sign * near, y: round(middle), anchor };
      for (const i of block.slice(1)) {
        at[i] = { x: width / 2 + sign * far, y: round(y), anchor };
        y += rowHeight;
      }
      if (block.length === 1) y += rowHeight;
    }
  });
  return { width, height, at, where: false };
}

/** Each place below the one it belongs to, indented. */
function tree({ start, neighbours }: Graph, { nodes }: Ego): EgoFace {
  const row = 30;
  return {
    width: 340,
    where: true,
    height: nodes.length * row + 16,
    at: nodes.map(({ step }, i) => ({
      x: 14 + step * 24,
      y: 22 + i * row,
      turn: 0,
      anchor: 'start'
    })),
    parents: nodes.map(({ node, step }, i) => {
      if (step === 0) return -1;
      for (let above = i - 1; above >= 0; above--)
        if (
          nodes[above]!.step === step - 1 &&
          neighbours.subarray(start[node], start[node + 1]).includes(nodes[above]!.node)
        )
          return above;
      return 0;
    })
  };
}
