/** Text in pictures: broken into lines by measured widths, and written. Pure but for the font's widths. */
import type { Colours } from './colours.ts';
import type { Face, Measure } from './fonts.ts';
import { el, type Attributes, type Markup } from './markup.ts';

export interface Type {
  size: number;
  face?: Face;
}

/** No text in a picture is smaller, px. */
export const SMALLEST = 12;

const FAMILIES: Record<Face, Attributes> = {
  regular: { 'font-family': "'Source Sans 3', 'Source Sans Pro', Arial, sans-serif" },
  semibold: {
    'font-family': "'Source Sans 3', 'Source Sans Pro', Arial, sans-serif",
    'font-weight': 600
  },
  serif: { 'font-family': "'Source Serif 4', Georgia, serif", 'font-weight': 600 }
};

/**
 * Lines no wider than `width`. Breaks at blanks; a word that is too long by itself breaks behind a
 * sign (addresses, compounds), at worst between two letters.
 */
export function wrap(
  text: string,
  width: number,
  { size, face }: Type,
  measure: Measure
): string[] {
  const fits = (line: string) => measure(line, size, face) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.replaceAll('\u2060', '').split(/[ \t\n]+/)) {
    if (word === '') continue;
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const piece of fits(word) ? [word] : pieces(word, fits)) {
      if (fits(line + piece)) line += piece;
      else {
        if (line !== '') lines.push(line);
        line = piece;
      }
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Parts of a word that fit, as long as may be behind a sign. */
function pieces(word: string, fits: (text: string) => boolean): string[] {
  return (word.match(/[^-/?&=,.+]*[-/?&=,.+]|[^-/?&=,.+]+/g) ?? [word]).flatMap((part) =>
    fits(part) ? part : [...part]
  );
}

/** The text, or as much of it as fits and an ellipsis. For what is written out elsewhere. */
export function cut(text: string, width: number, { size, face }: Type, measure: Measure): string {
  if (measure(text, size, face) <= width) return text;
  const letters = [...text];
  while (letters.length > 0 && measure(`${letters.join('').trimEnd()}…`, size, face) > width)
    letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

interface Place {
  x: number;
  y: number;
  anchor?: 'start' | 'middle' | 'end';
  /** Colour around the letters. */
  halo?: string;
  rotate?: number;
}

/** One line; `y` is its baseline. */
export function write(
  text: string | Markup[],
  { x, y, anchor = 'start', halo, rotate }: Place,
  { size, face = 'regular' }: Type,
  fill: Colours['ink']
): Markup {
  const turned = rotate !== undefined && {
    transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}) rotate(${rotate})`
  };
  return el(
    'text',
    {
      ...(turned || { x, y }),
      ...FAMILIES[face],
      'font-size': Math.max(SMALLEST, size),
      fill,
      'text-anchor': anchor === 'start' ? null : anchor,
      ...(halo && {
        stroke: halo,
        'stroke-width': Math.round(size * 2.4) / 10,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke'
      })
    },
    text
  );
}

/** Lines below each other. @returns the lines and the height they take */
export function paragraph(
  lines: readonly string[],
  y: number,
  type: Type & { line: number },
  fill: string,
  x = 0
): { body: Markup[]; height: number } {
  return {
    body: lines.map((text, i) =>
      write(text, { x, y: y + i * type.line + type.line * 0.5 + type.size * 0.34 }, type, fill)
    ),
    height: lines.length * type.line
  };
}
