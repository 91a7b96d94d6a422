/** Legends: a title and entries in rows, each a swatch and its words, wrapped by measured widths. */
import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { legendOf } from '../charts/shades.ts';
import { at, el, type Markup } from './markup.ts';
import type { Pen, Plate } from './plate.ts';
import { write } from './text.ts';

export interface Entry {
  /** Drawn in 22 x 14 px from 0,0. */
  swatch: Markup[];
  text: string;
}

const TYPE = { size: 13 } as const;
const ROW = 21;
const SWATCH = 22;

/** @param title '' = none */
export function legend(title: string, entries: readonly Entry[], pen: Pen): Plate {
  const { colours, measure, width } = pen;
  const body: Markup[] = [];
  let [x, y] = [0, 0];
  let widest = 0;
  const room = (needed: number) => {
    if (x > 0 && x + needed > width) [x, y] = [0, y + ROW];
    const from = x;
    x += needed;
    widest = Math.max(widest, x);
    return from;
  };
  if (title !== '') {
    const from = room(measure(title, 13, 'semibold') + 16);
    body.push(write(title, { x: from, y: y + 15 }, { ...TYPE, face: 'semibold' }, colours.ink));
  }
  for (const { swatch, text } of entries) {
    const from = room(SWATCH + 7 + measure(text, TYPE.size) + 18);
    body.push(at(from, y + 4, swatch));
    body.push(write(text, { x: from + SWATCH + 7, y: y + 15 }, TYPE, colours.ink));
  }
  return { width: Math.min(width, widest), height: entries.length > 0 ? y + ROW : 0, body };
}

/** Shades of counts. */
export function shadeEntries(
  counts: readonly number[],
  steps: readonly number[],
  { colours, locale }: Pen
): Entry[] {
  const number = (value: number) => formatNumber(value, locale);
  return legendOf(counts, steps).map(({ shade, from, to }) => ({
    swatch: [
      el('rect', {
        width: SWATCH,
        height: 14,
        fill: colours.seq[shade - 1],
        stroke: shade === 1 ? colours.control : null,
        'stroke-width': shade === 1 ? 0.6 : null
      })
    ],
    text:
      to === null
        ? m.net_over({ count: number(from - 1) }, { locale })
        : from === to
          ? number(from)
          : `${number(from)}–${number(to)}`
  }));
}

/** One above the other. */
export function stacked(gap: number, ...plates: readonly Plate[]): Plate {
  let y = 0;
  const body = plates
    .filter(({ height }) => height > 0)
    .map((plate) => {
      const top = y;
      y += plate.height + gap;
      return at(0, top, plate.body);
    });
  return {
    width: Math.max(0, ...plates.map(({ width }) => width)),
    height: Math.max(0, y - gap),
    body
  };
}
