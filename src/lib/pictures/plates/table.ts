/** The first lines of a table, with a bar for its first number: for what has no drawing of its own. */
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { NetTable } from '../../views/net/lens.ts';
import { el, type Markup } from '../markup.ts';
import type { Pen, Plate } from '../plate.ts';
import { cut, write } from '../text.ts';

const MOST = 20;
const ROW = 26;
/** Room of bars and their numbers, px. */
const LEAST_BAR = 170;
const NAME = { size: 14 } as const;
const HEAD = { size: 13 } as const;

/** @param most rows */
export function tablePlate({ columns, rows }: NetTable, pen: Pen, most = MOST): Plate {
  const { colours, measure, locale, width } = pen;
  const shown = rows.slice(0, most);
  const value = columns.findIndex(({ numeric }) => numeric);
  const texts = columns.flatMap(({ numeric }, i) => (numeric ? [] : [i])).slice(0, 2);
  // Names get what they need, bars what is left.
  const needs = texts.map(
    (column) =>
      Math.max(...shown.map(({ cells }) => measure(String(cells[column] ?? '–'), 14))) + 18
  );
  const needed = needs.reduce((sum, need) => sum + need, 0);
  const squeeze = Math.min(1, (width - LEAST_BAR) / Math.max(1, needed));
  const rooms = needs.map((need) => need * squeeze);
  const left = (i: number) => rooms.slice(0, i).reduce((sum, room) => sum + room, 0);
  const from = left(texts.length);
  const largest = Math.max(1, ...shown.map(({ cells }) => Number(cells[value] ?? 0)));
  const digits = measure(formatNumber(largest, locale), 14) + 10;
  const body: Markup[] = [...texts, ...(value < 0 ? [] : [value])].map((column, i) =>
    write(columns[column]!.label, { x: left(i), y: 13 }, HEAD, colours.muted)
  );
  shown.forEach(({ cells }, i) => {
    const y = 22 + i * ROW;
    texts.forEach((column, at) =>
      body.push(
        write(
          cut(String(cells[column] ?? '–'), rooms[at]! - 16, NAME, measure),
          { x: left(at), y: y + 17.5 },
          NAME,
          colours.ink
        )
      )
    );
    const count = Number(cells[value] ?? 0);
    const bar = Math.max(1, (count / largest) * (width - from - digits));
    body.push(
      el('rect', { x: from, y: y + 3, width: bar, height: ROW - 7, fill: colours.accent }),
      write(formatNumber(count, locale), { x: from + bar + 6, y: y + 17.5 }, NAME, colours.ink)
    );
  });
  const more = rows.length - shown.length;
  const y = 22 + shown.length * ROW;
  if (more > 0)
    body.push(
      write(m.net_more({ count: more }, { locale }), { x: 0, y: y + 17 }, HEAD, colours.muted)
    );
  return { width, height: y + (more > 0 ? 24 : 0), body };
}
