/** The gap matrix: two figures in every cell, shade, hatch and sign as on the page, totals at the edges. */
import type { Key } from '../../views/gaps/legend.ts';
import type { Grid, Head, Mark } from '../../views/gaps/marks.ts';
import { titleOf } from '../../views/gaps/words.ts';
import { legend, stacked, type Entry } from '../legend.ts';
import { at, el, type Markup } from '../markup.ts';
import type { Pen, Plate } from '../plate.ts';
import { cut, SMALLEST, wrap, write } from '../text.ts';
import { goalTile } from '../tile.ts';

export interface GapDrawing {
  grid: Grid;
  legend: readonly Key[];
  /** Of the legend: the measure. */
  title: string;
  lines: (mark: Mark) => [string, string];
}

const NAME = { size: 13 } as const;
const SMALL = { size: SMALLEST } as const;
const BOLD = { size: 13, face: 'semibold' } as const;
const HEIGHT = 34;
const TILE = 26;
const LINE = 15;

export function gapsPlate({ grid, legend: keys, title, lines }: GapDrawing, pen: Pen): Plate {
  const { colours, measure, width } = pen;
  const { rows, columns, marks, roomy } = grid;
  const names = Math.max(
    ...rows.map((head) => measure(head.label, 13) + (head.goal ? TILE + 6 : 0))
  );
  const least = Math.ceil(
    Math.max(...marks.flatMap((mark) => lines(mark)).map((text) => measure(text, SMALLEST))) + 4
  );
  const left = Math.ceil(
    Math.min(names + 12, Math.max(110, width - least * columns.length), width * 0.36)
  );
  const cell = Math.floor(
    Math.max(least, Math.min(roomy ? 120 : 54, (width - left) / columns.length))
  );
  const heads = columns.map((head) => headLines(head, roomy ? cell - 6 : 130, pen));
  const top = roomy
    ? Math.max(...heads.map(({ length }) => length)) * LINE + TILE
    : Math.max(...heads.flat().map((text) => measure(text, 13))) + 14;
  const x = (column: number) => left + column * cell;
  const y = (row: number) => top + row * HEIGHT;
  const total = ({ row, column }: Mark) => row === rows.length - 1 || column === columns.length - 1;
  const body = [
    ...columns.map((head, i) => columnHead(head, heads[i]!, x(i), top, cell, roomy, pen)),
    ...rows.map((head, i) => at(0, y(i), rowHead(head, left - 10, pen))),
    ...marks.map((mark) =>
      at(x(mark.column), y(mark.row), cellOf(mark, lines(mark), cell, total(mark), pen))
    ),
    el('path', {
      d: `M0 ${y(rows.length - 1)}H${x(columns.length)}`,
      stroke: colours.line,
      'stroke-width': 1.5
    })
  ];
  const matrix = fitted({ width: x(columns.length), height: y(rows.length) + 2, body }, width);
  return stacked(
    12,
    legend(
      title,
      keys.map((key) => entryOf(key, pen)),
      pen
    ),
    matrix
  );
}

/** Many columns in a narrow picture: rather smaller than cut. */
function fitted(plate: Plate, width: number): Plate {
  const scale = width / plate.width;
  if (scale >= 1) return plate;
  const body = [el('g', { transform: `scale(${scale.toFixed(4)})` }, plate.body)];
  return { width, height: plate.height * scale, body };
}

function headLines(head: Head, room: number, { measure }: Pen): string[] {
  return [...wrap(titleOf(head), room, NAME, measure), ...(head.of ? [head.of] : [])].slice(0, 4);
}

function columnHead(
  { goal }: Head,
  text: readonly string[],
  left: number,
  top: number,
  cell: number,
  roomy: boolean,
  { colours }: Pen
): Markup {
  const middle = left + cell / 2;
  if (!roomy)
    return el(
      'g',
      {},
      text.map((line, i) =>
        write(
          line,
          { x: middle + 5 + (i - (text.length - 1) / 2) * LINE, y: top - 7, rotate: -90 },
          NAME,
          colours.ink
        )
      )
    );
  const tile = goal === null ? [] : [at(middle, 0, goalTile(goal, -11, 0, 22, 20))];
  return el('g', {}, [
    ...tile,
    ...text.map((line, i) =>
      write(
        line,
        { x: middle, y: top - 8 - (text.length - 1 - i) * LINE, anchor: 'middle' },
        NAME,
        colours.ink
      )
    )
  ]);
}

function rowHead({ label, goal, of, id }: Head, room: number, { colours, measure }: Pen): Markup[] {
  const from = goal === null ? 0 : TILE + 6;
  const type = id === 'alle' ? BOLD : NAME;
  const text = cut(label, room - from, type, measure);
  const name = write(text, { x: from, y: of ? 15 : 21.5 }, type, colours.ink);
  return [
    ...(goal === null ? [] : goalTile(goal, 0, 7, 22, 20)),
    name,
    ...(of ? [write(of, { x: from, y: 29 }, SMALL, colours.muted)] : [])
  ];
}

function cellOf(
  mark: Mark,
  [first, second]: [string, string],
  width: number,
  total: boolean,
  pen: Pen
): Markup[] {
  const { colours } = pen;
  const box = { x: 0.5, y: 0.5, width: width - 1, height: HEIGHT - 1 };
  const striking = total ? null : (mark.expected?.striking ?? null);
  const ink = total ? colours.ink : inkOn(mark.shade, pen);
  const put = (text: string, y: number, type: { size: number }) =>
    write(text, { x: width / 2, y, anchor: 'middle' }, type, ink);
  return [
    ...(total ? [] : ground(mark.shade, box, pen)),
    ...(mark.thin && !total ? [hatch(box, colours.ink, 0.26, 7)] : []),
    ...(striking ? sign(striking, width, mark.shade, pen) : []),
    put(first, second ? 15 : 21.5, total ? BOLD : NAME),
    ...(second ? [put(second, 29, SMALL)] : [])
  ];
}

const inkOn = (shade: Mark['shade'], { colours }: Pen): string => {
  if (shade === 's4' || shade === 's5') return colours.onSeq;
  return shade === 's0' || shade === 'unknown' || shade === 'none' ? colours.muted : colours.ink;
};

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function ground(shade: Mark['shade'], box: Box, { colours }: Pen): Markup[] {
  const step = /^s([1-5])$/.exec(shade);
  if (step) return [el('rect', { ...box, fill: colours.seq[Number(step[1]) - 1] })];
  switch (shade) {
    case 'few':
    case 'few_other':
      return [
        el('rect', { ...box, fill: colours.land }),
        dots(box, shade === 'few' ? colours.accent : colours.control)
      ];
    case 'empty':
      return [el('rect', { ...box, fill: colours.land }), hatch(box, colours.muted, 0.45, 5)];
    case 'confirmed':
      return [el('rect', { ...box, fill: colours.raised, stroke: colours.ink })];
    case 'none':
      return [];
    default:
      return [el('rect', { ...box, fill: 'none', stroke: colours.line })];
  }
}

/** Lines from lower left to upper right, cut at the box. */
function hatch({ x, y, width, height }: Box, stroke: string, opacity: number, gap: number): Markup {
  const lines: string[] = [];
  for (let shift = gap; shift < width + height; shift += gap) {
    const from = [Math.max(0, shift - height), Math.min(height, shift)] as const;
    const to = [Math.min(width, shift), Math.max(0, shift - width)] as const;
    lines.push(`M${x + from[0]} ${y + from[1]}L${x + to[0]} ${y + to[1]}`);
  }
  return el('path', {
    d: lines.join(''),
    stroke,
    'stroke-width': 0.8,
    'stroke-opacity': opacity,
    fill: 'none'
  });
}

/** Only at the edges: the figures stand in the middle. */
function dots({ x, y, width, height }: Box, stroke: string): Markup {
  const rows = [4, height - 4];
  const points: string[] = [];
  for (const row of rows)
    for (let column = 4; column < width; column += 5) points.push(`M${x + column} ${y + row}h0`);
  return el('path', {
    d: points.join(''),
    stroke,
    'stroke-width': 1.8,
    'stroke-linecap': 'round'
  });
}

function sign(striking: 'fewer' | 'more', width: number, shade: Mark['shade'], pen: Pen): Markup[] {
  const { colours } = pen;
  const right = width - 4;
  if (striking === 'more')
    return [el('path', { d: `M${right} 8h-6l3 -5z`, fill: inkOn(shade, pen) })];
  return [
    el('rect', {
      x: 1.5,
      y: 1.5,
      width: width - 3,
      height: HEIGHT - 3,
      fill: 'none',
      stroke: colours.warm,
      'stroke-width': 2
    }),
    el('path', { d: `M${right} 4h-6l3 5z`, fill: colours.warm })
  ];
}

function entryOf({ sign: kind, words }: Key, pen: Pen): Entry {
  const box = { x: 0.5, y: 0.5, width: 21, height: 13 };
  const { colours } = pen;
  const plain = ground(
    kind === 'thin' || kind === 'more' ? 's1' : kind === 'fewer' ? 's0' : kind,
    box,
    pen
  );
  if (kind === 'thin') return { swatch: [...plain, hatch(box, colours.ink, 0.4, 5)], text: words };
  if (kind === 'more')
    return {
      swatch: [...plain, el('path', { d: 'M14 10h-6l3 -6z', fill: colours.ink })],
      text: words
    };
  if (kind === 'fewer')
    return {
      swatch: [
        el('rect', {
          x: 1,
          y: 1,
          width: 20,
          height: 12,
          fill: 'none',
          stroke: colours.warm,
          'stroke-width': 2
        }),
        el('path', { d: 'M14 4h-6l3 6z', fill: colours.warm })
      ],
      text: words
    };
  const zero =
    kind === 's0' ? [write('0', { x: 11, y: 11.5, anchor: 'middle' }, SMALL, colours.muted)] : [];
  return { swatch: [...plain, ...zero], text: words };
}
