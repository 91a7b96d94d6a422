/** Organisations, a mark each, in the shape of its kind: rows are places, columns are kinds. */
import { SLANT } from '../../charts/matrix.ts';
import { PITCH, unitGrid } from '../../charts/unitgrid.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { SHAPES } from '../../views/net/civilshapes.ts';
import type { CivilDrawing } from '../../views/net/drawing.ts';
import { el, type Markup } from '../markup.ts';
import { NARROW, type Pen, type Plate } from '../plate.ts';
import { cut, write } from '../text.ts';

const COUNT = { size: 13 } as const;
const RISE = (SLANT * Math.PI) / 180;
/** From the grid up to the keys of the columns, and to their names. */
const KEY = 10;
const HEAD = 22;

export function unitsPlate({ rows, columns, units }: CivilDrawing, pen: Pen): Plate {
  const { colours, measure, locale } = pen;
  const say = { locale };
  const narrow = pen.width < NARROW;
  const NAME = { size: narrow ? 13 : 14 };
  const number = (value: number) => formatNumber(value, locale);
  const widest = (texts: readonly string[], { size }: { size: number }) =>
    Math.max(0, ...texts.map((text) => measure(text, size)));
  const labels = (axis: readonly { label: string }[]) => axis.map(({ label }) => label);
  const names = widest([...labels(rows), m.net_sum({}, say)], NAME) + 10;
  const slanted = widest(labels(columns), NAME);
  const sums =
    widest(
      rows.map(({ total }) => number(total)),
      COUNT
    ) + 14;
  const least = narrow ? 26 : 36;
  const last = measure(columns.at(-1)?.label ?? '', NAME.size) * Math.cos(RISE);
  const right = Math.max(sums, Math.ceil(last) - least / 2 + 12);
  const pitch = narrow ? 15 : PITCH;
  const grid = unitGrid(labels(rows), labels(columns), units, pen.width, {
    pitch,
    least,
    left: Math.ceil(Math.min(names, pen.width - right - least * columns.length)),
    top: Math.ceil(slanted * Math.sin(RISE) + HEAD + 12),
    right
  });
  const { left, top } = grid;
  const end = grid.rows.reduce((_, { y, height }) => y + height, top);
  const edge = left + grid.columns.reduce((sum, { width }) => sum + width, 0);
  const line = (d: string) => el('path', { d, fill: 'none', stroke: colours.line });
  const mark = (shape: string, x: number, y: number, look: Record<string, string>) =>
    el('path', {
      d: shape,
      transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}) scale(${narrow ? 0.8 : 1})`,
      ...look
    });
  const body: Markup[] = [
    line(
      [
        ...grid.columns.map(({ x }) => `M${x} ${top}V${end}`),
        `M${edge} ${top}V${end}`,
        ...[...grid.rows.map(({ y }) => y), end].map((y) => `M0 ${y}H${edge + sums}`)
      ].join('')
    ),
    ...[m.net_civil_unit({}, say), m.net_civil_unit_more({}, say)].map((text, at) =>
      write(text, { x: 0, y: 13 + 17 * at }, COUNT, colours.muted)
    )
  ];
  columns.forEach(({ id, label, total }, i) => {
    const { x, width } = grid.columns[i]!;
    const middle = x + width / 2;
    body.push(
      write(label, { x: middle + 4, y: top - HEAD, rotate: -SLANT }, NAME, colours.ink),
      mark(SHAPES[id], middle, top - KEY, { fill: 'none', stroke: colours.muted }),
      write(number(total), { x: middle, y: end + 18, anchor: 'middle' }, COUNT, colours.muted)
    );
  });
  rows.forEach(({ label, total }, i) => {
    const { y, height } = grid.rows[i]!;
    const at = y + height / 2 + 4.7;
    body.push(
      write(
        cut(label, left - 8, NAME, measure),
        { x: left - 8, y: at, anchor: 'end' },
        NAME,
        colours.ink
      ),
      write(number(total), { x: edge + sums - 4, y: at, anchor: 'end' }, COUNT, colours.muted)
    );
  });
  body.push(
    write(m.net_sum({}, say), { x: left - 8, y: end + 18, anchor: 'end' }, COUNT, colours.muted),
    ...units.map(({ column }, i) => {
      const { x, y } = grid.units[i]!;
      return mark(SHAPES[columns[column]!.id], x, y, { fill: colours.accent });
    })
  );
  return { width: Math.max(grid.width, edge + right), height: end + 24, body };
}
