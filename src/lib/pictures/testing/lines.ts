/** Test support: the lines of an SVG with their places on the paper, as a reader sees them. */
import { measure, type Face } from '../fonts.ts';

export interface Line {
  text: string;
  /** On the paper, after everything that moves or enlarges. */
  size: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Move {
  x: number;
  y: number;
  k: number;
}

const plain = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** Upright lines only: slanted ones have no box of their own. */
export function linesOf(svg: string): Line[] {
  const stack: Move[] = [{ x: 0, y: 0, k: 1 }];
  const lines: Line[] = [];
  const tags = /<g([^>]*?)(\/)?>|<\/g>|<text ([^>]*)>(.*?)<\/text>/g;
  for (const [tag, group = '', closed, attributes = '', content = ''] of svg.matchAll(tags)) {
    if (tag === '</g>') stack.pop();
    else if (tag.startsWith('<g')) {
      if (!closed) stack.push(moved(stack.at(-1)!, group));
    } else if (!attributes.includes('transform=')) {
      lines.push(lineOf(stack.at(-1)!, attributes, plain(content.replaceAll(/<[^>]*>/g, ''))));
    }
  }
  return lines;
}

function moved({ x, y, k }: Move, attributes: string): Move {
  const shift = /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(attributes);
  const scale = /scale\(([\d.]+)\)/.exec(attributes);
  return {
    x: x + k * Number(shift?.[1] ?? 0),
    y: y + k * Number(shift?.[2] ?? 0),
    k: k * Number(scale?.[1] ?? 1)
  };
}

function lineOf({ x, y, k }: Move, attributes: string, text: string): Line {
  const value = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
  const face: Face = value('font-family')?.includes('Serif')
    ? 'serif'
    : value('font-weight')
      ? 'semibold'
      : 'regular';
  const size = Number(value('font-size')) * k;
  const wide = measure(text, size, face);
  const at = x + k * Number(value('x'));
  const base = y + k * Number(value('y'));
  const anchor = value('text-anchor');
  const left = anchor === 'end' ? at - wide : anchor === 'middle' ? at - wide / 2 : at;
  return {
    text,
    size,
    left,
    right: left + wide,
    top: base - size * 0.72,
    bottom: base + size * 0.2
  };
}

/** Pairs of lines that lie on each other. */
export function overlapping(lines: readonly Line[]): [string, string][] {
  const pairs: [string, string][] = [];
  lines.forEach((a, i) => {
    for (const b of lines.slice(i + 1)) {
      const apart =
        a.right <= b.left + 0.5 ||
        b.right <= a.left + 0.5 ||
        a.bottom <= b.top ||
        b.bottom <= a.top;
      if (!apart) pairs.push([a.text, b.text]);
    }
  });
  return pairs;
}
