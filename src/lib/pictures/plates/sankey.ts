/** The flow: German side, goals, partners; below, on a scale of its own, what has no goal. */
import { NODE, sankeyLayout } from '../../charts/sankey.ts';
import { stripOf } from '../../charts/strip.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { FlowNode, SankeyDrawing } from '../../views/net/drawing.ts';
import { scaleWords } from '../../views/net/flowdrawing.ts';
import { goalColours } from '../colours.ts';
import { legend, stacked } from '../legend.ts';
import { at, el, type Markup } from '../markup.ts';
import { NARROW, type Pen, type Plate } from '../plate.ts';
import { cut, write } from '../text.ts';
import { goalTile } from '../tile.ts';

const NAME = { size: 14 } as const;
const SMALL = { size: 13 } as const;
/** Height of all flags together. */
const ROOM = 330;
const TOP = 28;
const BAR = 34;
/** A goal at least this high is tinted between its bars. */
const TINTED = 15;

export function sankeyPlate(drawing: SankeyDrawing, pen: Pen): Plate {
  const flow = flowPlate(drawing, pen);
  const strip = stripPlate(drawing, pen, flow.scale, flow.height - TOP);
  return stacked(22, flow, goalKey(drawing, pen), strip);
}

/** Names of the goals, where the flow itself has room for their numbers only. */
function goalKey({ goals }: SankeyDrawing, pen: Pen): Plate {
  if (pen.width >= NARROW) return { width: 0, height: 0, body: [] };
  const entries = goals.map(({ goal, label }) => ({
    swatch: goalTile(goal, 0, -2, 22, 17),
    text: label
  }));
  return legend('', entries, pen);
}

function flowPlate(
  { heads, left, goals, right, cells }: SankeyDrawing,
  pen: Pen
): Plate & { scale: number } {
  const { colours, measure, width } = pen;
  const narrow = width < NARROW;
  const number = (value: number) => formatNumber(value, pen.locale);
  const drawn = (nodes: FlowNode[]) => nodes.filter(({ flags }) => flags > 0);
  const columns = [drawn(left), goals, drawn(right)] as const;
  const wordsOf = ({ label, short, partnerships }: FlowNode, column: number) =>
    `${narrow && column === 0 && short !== '' ? short : label} ${number(partnerships)}`;
  const room = (column: 0 | 2) =>
    Math.min(
      width * (narrow ? (column === 0 ? 0.4 : 0.34) : 0.3),
      Math.max(
        measure(heads[column], 13) - NODE,
        ...columns[column].map((node) => measure(wordsOf(node, column), 14))
      ) + 10
    );
  const goalWords = ({ label, partnerships }: FlowNode) =>
    narrow ? number(partnerships) : `${label} ${number(partnerships)}`;
  // Tile, name and number between the two bars of a goal.
  const words = 32 + Math.max(0, ...goals.map((goal) => measure(goalWords(goal), 14))) + 8;
  const box = { width, left: room(0), right: width - room(2), words };
  const layout = sankeyLayout(
    [columns[0].length, columns[1].length, columns[2].length],
    cells
      .filter(({ goal }) => goal >= 0)
      .map(({ id, side, end, goal, flags }) =>
        side === 'left'
          ? { id, stage: 0 as const, from: end, to: goal, flags }
          : { id, stage: 1 as const, from: goal, to: end, flags }
      ),
    box,
    ROOM
  );
  if (layout.height === 0) return { width, height: 0, body: [], scale: 0 };
  const label = (column: 0 | 1 | 2, node: FlowNode, x: number, middle: number): Markup[] => {
    const y = middle + 4.8;
    if (column !== 1) {
      const space = (column === 0 ? box.left : width - box.right) - 8;
      const words = cut(wordsOf(node, column), space, NAME, measure);
      return [
        column === 0
          ? write(words, { x: x - 8, y, anchor: 'end' }, NAME, colours.ink)
          : write(words, { x: x + NODE + 8, y }, NAME, colours.ink)
      ];
    }
    return [
      ...goalTile(Number(node.id), x + NODE + 4, middle - 8, 23, 16),
      write(goalWords(node), { x: x + NODE + 32, y }, NAME, colours.ink)
    ];
  };
  const bands = layout.bands.map(({ path, width: wide }) =>
    el('path', {
      d: path,
      fill: 'none',
      stroke: colours.accent,
      'stroke-opacity': 0.26,
      'stroke-width': wide
    })
  );
  const nodes = layout.nodes.flatMap(({ column, index, x, y, height, middle }) => {
    const node = columns[column][index];
    if (!node) return [];
    const bar = { y, width: NODE, height, fill: colours.ink };
    if (column !== 1) return [el('rect', { ...bar, x }), ...label(column, node, x, middle)];
    const { fill } = goalColours(Number(node.id));
    const tint = { ...bar, x: x + NODE, width: words, fill, 'fill-opacity': 0.16 };
    return [
      ...(height >= TINTED ? [el('rect', tint)] : []),
      el('rect', { ...bar, x, fill }),
      el('rect', { ...bar, x: x + NODE + words, fill }),
      ...label(column, node, x, middle)
    ];
  });
  const head = (text: string, x: number, anchor: 'start' | 'middle' | 'end') =>
    write(text, { x, y: 13, anchor }, SMALL, colours.muted);
  return {
    width,
    height: TOP + layout.height,
    scale: layout.scale,
    body: [
      head(heads[0], box.left + NODE, 'end'),
      head(heads[1], (box.left + box.right) / 2, 'middle'),
      head(heads[2], box.right - NODE, 'start'),
      at(0, TOP, [...bands, ...nodes])
    ]
  };
}

/** Partnerships without a goal as one bar per side. */
function stripPlate(
  { heads, left, right, cells, none: sum }: SankeyDrawing,
  pen: Pen,
  scale: number,
  above: number
): Plate {
  const { colours, measure, width, locale } = pen;
  const none = cells.filter(({ goal }) => goal < 0);
  if (none.length === 0) return { width, height: 0, body: [] };
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const half = width / 2;
  const flags = none.reduce((all, cell) => all + (cell.side === 'left' ? cell.flags : 0), 0);
  const times = above > 0 ? (flags * scale) / above : 0;
  const told = scaleWords(times, locale);
  const title = m.net_fluss_strip({ count: sum, shown: number(sum) }, say);
  const beside = measure(title, 16, 'semibold') + measure(told, 13) + 24 < width;
  const top = scale > 0 ? 34 : 16;
  const bar = top + (beside || times === 0 ? 0 : 18) + 30;
  const parts = (['left', 'right'] as const).flatMap((side) =>
    stripOf(
      none.filter((cell) => cell.side === side),
      side === 'left' ? 0 : half + 8,
      half - 8
    )
  );
  const byId = new Map(none.map((cell) => [cell.id, cell]));
  const body: Markup[] = [
    ...(scale > 0
      ? [
          el('path', {
            d: `M0 8h${half - 16}l6 -6l8 12l8 -12l6 6H${width}`,
            fill: 'none',
            stroke: colours.control
          })
        ]
      : []),
    write(title, { x: 0, y: top }, { size: 16, face: 'semibold' }, colours.ink),
    ...(times > 0
      ? [
          beside
            ? write(told, { x: width, y: top, anchor: 'end' }, SMALL, colours.muted)
            : write(told, { x: 0, y: top + 18 }, SMALL, colours.muted)
        ]
      : []),
    write(heads[0], { x: 0, y: bar - 7 }, SMALL, colours.muted),
    write(heads[2], { x: half + 8, y: bar - 7 }, SMALL, colours.muted),
    ...parts.flatMap((part) => {
      const cell = byId.get(part.id)!;
      const node = (cell.side === 'left' ? left : right)[cell.end]!;
      const name = [node.label, node.short].find(
        (own) => own !== '' && measure(own, 13) + 10 < part.width
      );
      return [
        el('rect', {
          x: part.x,
          y: bar,
          width: Math.max(0.6, part.width - 1),
          height: BAR,
          fill: colours.line
        }),
        ...(name
          ? [write(name, { x: part.x + 5, y: bar + BAR / 2 + 4.6 }, SMALL, colours.ink)]
          : [])
      ];
    })
  ];
  return { width, height: bar + BAR, body };
}
