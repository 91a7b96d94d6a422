/** Bands between Länder and partners on two halves of a circle. */
import { chords } from '../../charts/chords.ts';
import { formatNumber } from '../../i18n/format.ts';
import { at, el, type Markup } from '../markup.ts';
import { NARROW, type Pen, type Plate } from '../plate.ts';
import { cut, write } from '../text.ts';

interface Side {
  label: string;
  short: string;
  total: number;
}
export interface Chorded {
  rows: readonly Side[];
  columns: readonly Side[];
  cells: readonly { id: string; row: number; column: number; partnerships: number }[];
}

const TYPE = { size: 14 } as const;
/** From the circle to the name. */
const ARM = 36;

export function chordPlate({ rows, columns, cells }: Chorded, pen: Pen): Plate {
  const { colours, measure } = pen;
  const narrow = pen.width < NARROW;
  const number = (value: number) => formatNumber(value, pen.locale);
  const wordsOf = ({ label, short, total }: Side, side: 'left' | 'right') =>
    `${narrow && side === 'left' && short !== '' ? short : label} ${number(total)}`;
  const room = (sides: readonly Side[], side: 'left' | 'right') =>
    Math.max(0, ...sides.map((one) => measure(wordsOf(one, side), 14))) + ARM;
  const [left, right] = [room(columns, 'left'), Math.min(room(rows, 'right'), pen.width * 0.5)];
  const radius = Math.max(100, Math.min(270, (pen.width - left - right) / 2 - 12));
  const width = Math.min(pen.width, left + right + 2 * radius + 24);
  const layout = chords(columns.length, rows.length, cells, {
    width,
    radius,
    x: left + radius + 12
  });
  const body: Markup[] = [
    el(
      'g',
      { transform: layout.transform },
      layout.bands.map(({ path }) =>
        el('path', {
          d: path,
          fill: colours.accent,
          'fill-opacity': 0.3,
          stroke: colours.paper,
          'stroke-width': 0.5
        })
      )
    ),
    ...layout.arcs.flatMap(({ side, index, path, label, leader }) => {
      const thing = (side === 'left' ? columns : rows)[index];
      if (!thing || thing.total === 0) return [];
      const space = side === 'left' ? label.x : width - label.x;
      return [
        el('path', { d: path, fill: colours.accent }),
        el('path', { d: leader, fill: 'none', stroke: colours.control, 'stroke-width': 0.8 }),
        write(
          cut(wordsOf(thing, side), space, TYPE, measure),
          { x: label.x, y: label.y + 4.8, anchor: side === 'left' ? 'end' : 'start' },
          TYPE,
          colours.ink
        )
      ];
    })
  ];
  // A circle stands in the middle.
  return { width: pen.width, height: layout.height, body: [at((pen.width - width) / 2, 0, body)] };
}
