/** What a cell of the gap matrix looks like beside its figures, and the same signs in the legend. */
import type { Key } from '../../views/gaps/legend.ts';
import type { Mark } from '../../views/gaps/marks.ts';
import type { Entry } from '../legend.ts';
import { el, type Markup } from '../markup.ts';
import type { Pen } from '../plate.ts';
import { SMALLEST, write } from '../text.ts';

export const HEIGHT = 34;
const SMALL = { size: SMALLEST } as const;

export const inkOn = (shade: Mark['shade'], { colours }: Pen): string => {
  if (shade === 's4' || shade === 's5') return colours.onSeq;
  return shade === 's0' || shade === 'unknown' || shade === 'none' ? colours.muted : colours.ink;
};

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function ground(shade: Mark['shade'], box: Box, { colours }: Pen): Markup[] {
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
export function hatch(
  { x, y, width, height }: Box,
  stroke: string,
  opacity: number,
  gap: number
): Markup {
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

export function sign(
  striking: 'fewer' | 'more',
  width: number,
  shade: Mark['shade'],
  pen: Pen
): Markup[] {
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

export function entryOf({ sign: kind, words }: Key, pen: Pen): Entry {
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
