/**
 * The surroundings of one place as a drawing, for a wide and a narrow page.
 *
 * Wide, one step: partners on two arcs beside the place, one above the other, so that their names
 * can be read; many of them, or two steps: on circles, names turned outwards. Narrow: a list with
 * lines, as a tree.
 */
import { m } from '../../i18n/paraglide/messages.js';
import { egoOf, type Ego } from '../../network/ego.ts';
import type { Graph } from '../../network/graph.ts';
import { linkTo } from '../links.ts';
import type { EgoDrawing, EgoFace, EgoMark } from './drawing.ts';
import { edgeId } from './kommunen.ts';
import type { Asked } from './lens.ts';
import type { Places } from './places.ts';

/** Names that fit on two arcs. */
const ARCS = 36;
/** Places on the outer circle. */
const MOST = 110;
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
    wide: ego.nodes.length - 1 <= ARCS && net.steps === 1 ? arcs(ego) : circles(ego),
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
    at: nodes.map((_, i) => {
      if (i === 0) return { x: cx, y: cy, turn: 0, anchor: 'middle' };
      const isRight = i <= right;
      const inSide = isRight ? right : count - right;
      // Down on the right, up on the left: neighbours in the order stay neighbours.
      const row = isRight ? i - 1 : count - i;
      const y = cy + (row - (inSide - 1) / 2) * rowHeight;
      const out = bend * Math.sqrt(Math.max(0.15, 1 - ((y - cy) / (height / 2 + 30)) ** 2));
      return {
        x: round(isRight ? cx + out : cx - out),
        y: round(y),
        turn: 0,
        anchor: isRight ? 'start' : 'end'
      };
    })
  };
}

function circles({ nodes }: Ego): EgoFace {
  const two = nodes.some(({ step }) => step === 2);
  const outside = nodes.filter(({ step }) => step === (two ? 2 : 1)).length;
  const far = Math.max(190, Math.min(300, (outside * 15) / (2 * Math.PI)));
  const near = two ? far * 0.5 : far;
  const size = 2 * (far + 160);
  return {
    width: Math.max(WIDE, size),
    height: size,
    at: nodes.map(({ step, angle }) => {
      const r = step === 0 ? 0 : step === 1 ? near : far;
      const left = angle > Math.PI;
      const turn = (angle * 180) / Math.PI - 90;
      return {
        x: round(Math.max(WIDE, size) / 2 + r * Math.sin(angle)),
        y: round(size / 2 - r * Math.cos(angle)),
        turn: step === 0 ? 0 : round(left ? turn + 180 : turn),
        anchor: step === 0 ? 'middle' : left ? 'end' : 'start'
      };
    })
  };
}

/** Each place below the one it belongs to, indented. */
function tree({ start, neighbours }: Graph, { nodes }: Ego): EgoFace {
  const row = 30;
  return {
    width: 340,
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
