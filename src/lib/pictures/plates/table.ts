/** The first lines of a table, with a bar for its first number: for what has no drawing of its own. */
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { NetTable } from '../../views/net/lens.ts';
import { el, type Markup } from '../markup.ts';
import type { Pen, Plate } from '../plate.ts';
import { cut, write } from '../text.ts';

const MOST = 20;
const ROW = 26;
const NAME = { size: 14 } as const;
const HEAD = { size: 13 } as const;

export function tablePlate({ columns, rows }: NetTable, pen: Pen): Plate {
  const { colours, measure, locale, width } = pen;
  const shown = rows.slice(0, MOST);
  const value = columns.findIndex(({ numeric }) => numeric);
  const texts = columns.flatMap(({ numeric }, i) => (numeric ? [] : [i])).slice(0, 2);
  const room = Math.min(280, (width * 0.62) / Math.max(1, texts.length));
  const from = texts.length * room;
  const most = Math.max(1, ...shown.map(({ cells }) => Number(cells[value] ?? 0)));
  const digits = measure(formatNumber(most, locale), 14) + 10;
  const body: Markup[] = [...texts, ...(value < 0 ? [] : [value])].map((column, i) =>
    write(columns[column]!.label, { x: i * room, y: 13 }, HEAD, colours.muted)
  );
  shown.forEach(({ cells }, i) => {
    const y = 22 + i * ROW;
    texts.forEach((column, at) =>
      body.push(
        write(
          cut(String(cells[column] ?? '–'), room - 16, NAME, measure),
          { x: at * room, y: y + 17.5 },
          NAME,
          colours.ink
        )
      )
    );
    const count = Number(cells[value] ?? 0);
    const bar = Math.max(1, (count / most) * (width - from - digits));
    body.push(
      el('rect', { x: from, y: y + 3, width: bar, height: ROW - 7, fill: colours.accent }),
      write(formatNumber(count, locale), { x: from + bar + 6, y: y + 17.5 }, NAME, colours.ink)
    );
  });
  const left = rows.length - shown.length;
  const y = 22 + shown.length * ROW;
  if (left > 0)
    body.push(
      write(m.net_more({ count: left }, { locale }), { x: 0, y: y + 17 }, HEAD, colours.muted)
    );
  return { width, height: y + (left > 0 ? 24 : 0), body };
}
