/** Goals against goals: the lower half of a matrix, each goal's name beside the end of its row. */
import { shadeOf, stepsFor } from '../../charts/shades.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { GoalsDrawing } from '../../views/net/drawing.ts';
import { legend, shadeEntries, stacked } from '../legend.ts';
import { el, type Markup } from '../markup.ts';
import type { Pen, Plate } from '../plate.ts';
import { wrap, write } from '../text.ts';
import { goalTile } from '../tile.ts';

const HEIGHT = 31;
const NAME = { size: 13 } as const;

export function goalsPlate({ goals, cells }: GoalsDrawing, pen: Pen): Plate {
  const { colours, measure, locale } = pen;
  const counts = cells.map(({ partnerships }) => partnerships);
  const number = (value: number) => formatNumber(value, locale);
  const steps = stepsFor(Math.max(0, ...counts));
  const digits = Math.max(0, ...counts.map((count) => measure(number(count), 13)));
  const least = Math.max(22, digits + 4);
  const tile = Math.min(26, least);
  const left = tile + 8;
  const lastName = Math.max(150, measure(goals.at(-1)?.name ?? '', 13));
  const cell = Math.max(least, Math.min(54, (pen.width - left - lastName - 12) / goals.length));
  const x = (column: number) => left + column * cell;
  const y = (row: number) => row * HEIGHT;
  const body: Markup[] = [];
  const filled = new Set(cells.map(({ a, b }) => `${b} ${a}`));
  const dots: string[] = [];
  goals.forEach(({ goal, name }, i) => {
    body.push(...goalTile(goal, 0, y(i) + (HEIGHT - tile) / 2, tile));
    body.push(...goalTile(goal, x(i) + (cell - tile) / 2, y(goals.length) + 6, tile));
    const lines = wrap(name, pen.width - x(i + 1) - 8, NAME, measure);
    lines.forEach((line, at) =>
      body.push(
        write(
          line,
          { x: x(i + 1) + 8, y: y(i) + HEIGHT / 2 + 4.5 + (at - (lines.length - 1) / 2) * 14 },
          NAME,
          colours.ink
        )
      )
    );
    for (let column = 0; column <= i; column++)
      if (!filled.has(`${i} ${column}`))
        dots.push(`M${Math.round(x(column) + cell / 2)} ${y(i) + HEIGHT / 2}h0`);
  });
  body.push(
    el('path', {
      d: dots.join(''),
      stroke: colours.control,
      'stroke-width': 2,
      'stroke-linecap': 'round'
    })
  );
  for (const { a, b, partnerships } of cells) {
    const shade = shadeOf(partnerships, steps);
    body.push(
      el('rect', {
        x: x(a) + (a === b ? 1.5 : 0.5),
        y: y(b) + (a === b ? 1.5 : 0.5),
        width: cell - (a === b ? 3 : 1),
        height: HEIGHT - (a === b ? 3 : 1),
        fill: colours.seq[shade - 1],
        // The diagonal counts the goal itself.
        stroke: a === b ? colours.ink : null,
        'stroke-width': a === b ? 1.2 : null
      }),
      write(
        number(partnerships),
        { x: x(a) + cell / 2, y: y(b) + HEIGHT / 2 + 4.6, anchor: 'middle' },
        NAME,
        shade > 3 ? colours.onSeq : colours.ink
      )
    );
  }
  const key = legend(m.net_column_ties({}, { locale }), shadeEntries(counts, steps, pen), pen);
  const plate = { width: pen.width, height: y(goals.length) + tile + 8, body };
  return stacked(14, key, plate);
}
