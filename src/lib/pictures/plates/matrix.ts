/**
 * Counts in rows and columns: shade and number in every filled cell, a dot where nothing is recorded.
 * Cells can be flagged with a triangle, also those that count nothing.
 */
import { shadeOf, stepsFor } from '../../charts/shades.ts';
import { formatNumber } from '../../i18n/format.ts';
import { legend, shadeEntries, stacked } from '../legend.ts';
import { at, el, type Markup } from '../markup.ts';
import { NARROW, type Pen, type Plate } from '../plate.ts';
import { cut, SMALLEST, write } from '../text.ts';

export interface Counts {
  rows: readonly { label: string; total: number }[];
  /** `tile` draws the head instead of words, around x = 0. */
  columns: readonly {
    label: string;
    short: string;
    total: number;
    tile?: (width: number) => Markup[];
  }[];
  cells: readonly { row: number; column: number; count: number; flagged?: boolean }[];
  /** `flag`: what the triangle means. */
  words: { legend: string; sum: string; flag?: string };
  /** A line is drawn above this row; 0 = none. */
  divide?: number;
}

const NAME = { size: 14 } as const;
const HEIGHT = 25;
const SLANT = 50;
const RISE = (SLANT * Math.PI) / 180;

export function matrixPlate({ rows, columns, cells, words, divide = 0 }: Counts, pen: Pen): Plate {
  const { colours, measure, locale } = pen;
  const number = (value: number) => formatNumber(value, locale);
  const widest = (texts: readonly string[], size: number) =>
    Math.max(0, ...texts.map((text) => measure(text, size)));
  const narrow = pen.width < NARROW;
  const COUNT = { size: narrow ? SMALLEST : 13 };
  const sums = widest(
    rows.map(({ total }) => number(total)),
    COUNT.size
  );
  // Cells hold their widest number; what they leave is for the names of rows.
  const digits = [...cells.map(({ count }) => count), ...columns.map(({ total }) => total)];
  const least = Math.max(18, widest(digits.map(number), COUNT.size) + 3);
  const names = widest([...rows.map(({ label }) => label), words.sum], NAME.size) + 10;
  const left = Math.ceil(Math.min(names, pen.width - sums - 10 - least * columns.length));
  // The names of columns slant, or give way to short ones.
  const flat = narrow || columns.every(({ tile }) => tile);
  const slanted = widest(
    columns.map(({ label }) => label),
    NAME.size
  );
  const last = flat ? 0 : slanted * Math.cos(RISE) - 20;
  const right = Math.max(sums + 10, last);
  const cell = Math.max(
    least,
    Math.min(64, (pen.width - left - right) / Math.max(1, columns.length))
  );
  const top = flat ? 26 : Math.ceil(slanted * Math.sin(RISE) + 22);
  const x = (column: number) => left + column * cell;
  const y = (row: number) => top + row * HEIGHT;
  const steps = stepsFor(Math.max(0, ...cells.map(({ count }) => count)));
  const filled = new Set(cells.map(({ row, column }) => `${row} ${column}`));

  const heads = columns.map(({ label, short, tile }, i) => {
    const middle = x(i) + cell / 2;
    if (tile) return at(middle, 0, tile(Math.min(26, cell - 2)));
    if (flat) return write(short, { x: middle, y: top - 8, anchor: 'middle' }, NAME, colours.ink);
    return write(label, { x: middle + 4, y: top - 7, rotate: -SLANT }, NAME, colours.ink);
  });
  const dots = rows
    .flatMap((_, row) =>
      columns.map((_, column) =>
        filled.has(`${row} ${column}`)
          ? ''
          : `M${Math.round(x(column) + cell / 2)} ${y(row) + HEIGHT / 2}h0`
      )
    )
    .join('');
  const side = narrow ? 8 : 11;
  const flag = (x: number, y: number) =>
    el('path', {
      d: `M${x} ${y}v${side}l${side} -${side}z`,
      fill: colours.warm,
      stroke: colours.paper
    });
  const grid = cells.flatMap(({ row, column, count, flagged }) => {
    const shade = count > 0 ? shadeOf(count, steps) : 0;
    return [
      el('rect', {
        x: x(column) + 0.5,
        y: y(row) + 0.5,
        width: cell - 1,
        height: HEIGHT - 1,
        fill: shade > 0 ? colours.seq[shade - 1] : colours.paper,
        stroke: shade > 0 ? null : colours.control
      }),
      write(
        shade > 0 ? number(count) : '·',
        { x: x(column) + cell / 2, y: y(row) + 17, anchor: 'middle' },
        COUNT,
        shade > 3 ? colours.onSeq : colours.ink
      ),
      ...(flagged ? [flag(x(column) + 1, y(row) + 1)] : [])
    ];
  });
  const end = x(columns.length) + sums + 9;
  const floor = y(rows.length) + 19;
  const body = [
    ...heads,
    ...rows.flatMap(({ label, total }, row) => [
      write(
        cut(label, left - 8, NAME, measure),
        { x: left - 8, y: y(row) + 17.5, anchor: 'end' },
        NAME,
        colours.ink
      ),
      write(number(total), { x: end, y: y(row) + 17, anchor: 'end' }, COUNT, colours.muted)
    ]),
    el('path', { d: dots, stroke: colours.control, 'stroke-width': 2, 'stroke-linecap': 'round' }),
    ...grid,
    ...(divide > 0
      ? [el('path', { d: `M0 ${y(divide)}H${end}`, stroke: colours.ink, 'stroke-width': 1.2 })]
      : []),
    write(words.sum, { x: left - 8, y: floor, anchor: 'end' }, COUNT, colours.muted),
    ...columns.map(({ total }, i) =>
      write(number(total), { x: x(i) + cell / 2, y: floor, anchor: 'middle' }, COUNT, colours.muted)
    )
  ];
  const plate = { width: x(columns.length) + right, height: floor + 6, body };
  const counts = cells.map(({ count }) => count).filter((count) => count > 0);
  const entries = shadeEntries(counts, steps, pen);
  if (words.flag && cells.some(({ flagged }) => flagged))
    entries.push({ swatch: [flag(6, 1)], text: words.flag });
  return stacked(flat ? 14 : 2, legend(words.legend, entries, pen), plate);
}
