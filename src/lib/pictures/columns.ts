/**
 * Groups of lines flowed into columns of like height, in reading order down and then across.
 *
 * Contract: pure. A line is never torn; a group that goes on in the next column says its name again.
 */
import { at, type Markup } from './markup.ts';
import type { Plate } from './plate.ts';

export interface Group {
  head: Plate;
  items: readonly Plate[];
}

/** Groups up to so many lines stay together. */
const SMALL = 5;
/** Above a group that does not begin a column. */
const ABOVE = 10;

/** @param gap between columns, px; items are as wide as a column */
export function inColumns(groups: readonly Group[], count: number, gap: number): Plate {
  const width = groups[0]?.head.width ?? 0;
  const whole = fill(groups, Infinity)[0]?.height ?? 0;
  let target = Math.ceil(whole / count);
  let columns = fill(groups, target);
  while (columns.length > count) columns = fill(groups, (target += 8));
  return {
    width: count * width + (count - 1) * gap,
    height: Math.max(0, ...columns.map(({ height }) => height)),
    body: columns.map(({ body }, i) => at(i * (width + gap), 0, body))
  };
}

interface Filled {
  height: number;
  body: Markup[];
}

function fill(groups: readonly Group[], limit: number): Filled[] {
  const columns: Filled[] = [];
  let column: Filled | null = null;
  const put = (into: Filled, { height, body }: Plate) => {
    into.body.push(at(0, into.height, body));
    into.height += height;
  };
  for (const { head, items } of groups)
    items.forEach((item, i) => {
      // A name is never left alone at the foot of a column.
      const first = items.length > SMALL ? item.height : heightOf(items);
      const needed = i === 0 ? ABOVE + head.height + first : item.height;
      if (!column || column.height + needed > limit) {
        columns.push((column = { height: 0, body: [] }));
        put(column, head);
      } else if (i === 0) {
        column.height += ABOVE;
        put(column, head);
      }
      put(column, item);
    });
  return columns;
}

const heightOf = (items: readonly Plate[]): number =>
  items.reduce((sum, { height }) => sum + height, 0);
