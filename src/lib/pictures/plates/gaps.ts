/** The gap matrix: two figures in every cell, shade, hatch and sign as on the page, totals at the edges. */
import type { Key } from '../../views/gaps/legend.ts';
import type { Grid, Head, Mark } from '../../views/gaps/marks.ts';
import { titleOf } from '../../views/gaps/words.ts';
import { legend, stacked } from '../legend.ts';
import { at, el, type Markup } from '../markup.ts';
import type { Pen, Plate } from '../plate.ts';
import type { Small } from '../shown.ts';
import { cut, SMALLEST, wrap, write } from '../text.ts';
import { goalTile } from '../tile.ts';
import { entryOf, ground, hatch, HEIGHT, inkOn, sign } from './gapcell.ts';

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
const TILE = 26;
const LINE = 15;
/** Without words cells are as wide as they look good. */
const SMALL_CELL = 48;

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

/** The cells without words or totals, and their legend. */
export const gapsSmall = ({ grid, legend: keys, title }: GapDrawing): Small => ({
  mark: (pen) => {
    const [across, down] = [grid.columns.length - 1, grid.rows.length - 1];
    const k = pen.width / (across * SMALL_CELL);
    const box = { x: 0.5, y: 0.5, width: SMALL_CELL - 1, height: HEIGHT - 1 };
    const cells = grid.marks.filter(({ row, column }) => row < down && column < across);
    const drawn = cells.map(({ row, column, shade, thin, expected }) =>
      at(column * SMALL_CELL, row * HEIGHT, [
        ...ground(shade, box, pen),
        ...(thin ? [hatch(box, pen.colours.ink, 0.26, 7)] : []),
        ...(expected?.striking ? sign(expected.striking, SMALL_CELL, shade, pen) : [])
      ])
    );
    return {
      width: pen.width,
      height: down * HEIGHT * k,
      body: [el('g', { transform: `scale(${k.toFixed(4)})` }, drawn)]
    };
  },
  keys: (pen) =>
    legend(
      title,
      keys.map((key) => entryOf(key, pen)),
      pen
    )
});

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
