/**
 * Tables in pictures: columns as wide as their words need, every word whole, lines wrapped.
 *
 * Contract: pure but for the font's widths. Widths are shared out as a browser does it: each column
 * gets its longest word, and what is left goes where lines would have to break.
 */
import type { Face } from './fonts.ts';
import { at, el, type Markup } from './markup.ts';
import type { Pen, Plate } from './plate.ts';
import { paragraph, wrap, write, type Type } from './text.ts';
import { goalTile } from './tile.ts';

/** One below the other in a cell: words, or the tiles of goals. */
export type Part = { text: string; muted?: boolean; face?: Face } | { goals: readonly number[] };

export interface Column {
  /** One below the other, as the parts of its cells. */
  head: readonly string[];
  /** Numbers stand at the right edge. */
  numeric?: boolean;
}

export interface Table {
  columns: readonly Column[];
  rows: readonly { id: string; cells: readonly (readonly Part[])[] }[];
}

const TYPE = { size: 14, line: 19 } as const;
const HEAD = { size: 13, line: 17, face: 'semibold' } as const;
const TILE = 20;
const STEP = 23;
const PAD = 6;

export function gridPlate({ columns, rows }: Table, pen: Pen): Plate {
  const { colours, measure } = pen;
  const gap = pen.width < 700 ? 12 : 18;
  const room = pen.width - gap * (columns.length - 1);
  const widths = shared(
    columns.map(({ head, numeric }, i) => {
      const cells = rows.flatMap(({ cells }) => cells[i] ?? []);
      const needs = [
        ...head.map((text) => {
          const need = needOf(text, HEAD, measure);
          // Numbers are short: no room is taken from others so that their head fits on one line.
          return numeric ? { ...need, best: need.least } : need;
        }),
        ...cells.map((part) => partNeed(part, measure))
      ];
      return {
        least: Math.max(...needs.map(({ least }) => least)),
        best: Math.max(...needs.map(({ best }) => best))
      };
    }),
    room
  );
  const left = widths.map((_, i) => widths.slice(0, i).reduce((sum, w) => sum + w + gap, 0));
  const body: Markup[] = [];
  const line = (y: number, stroke: string, width: number) =>
    body.push(el('path', { d: `M0 ${y}H${pen.width}`, stroke, 'stroke-width': width }));

  const heads = columns.map(({ head, numeric }, i) =>
    linesOf(head, widths[i]!, numeric, HEAD, colours.ink)
  );
  const top = Math.max(...heads.map(({ height }) => height));
  // Words of the head stand on its line.
  heads.forEach(({ body: words, height }, i) => body.push(at(left[i]!, top - height, words)));
  let y = top + PAD;
  line(y, colours.ink, 1.5);
  for (const { id, cells } of rows) {
    const drawn = cells.map((parts, i) => cellOf(parts, widths[i]!, columns[i]?.numeric));
    const height = Math.max(...drawn.map((cell) => cell.height)) + 2 * PAD;
    const row = drawn.map((cell, i) => at(left[i]!, y + PAD, cell.body));
    body.push(el('g', { 'data-id': id }, row));
    y += height;
    line(y, colours.line, 1);
  }
  return { width: pen.width, height: y + 1, body };

  function linesOf(
    texts: readonly string[],
    width: number,
    numeric: boolean | undefined,
    type: Type & { line: number },
    fill: string
  ): { body: Markup[]; height: number } {
    const lines = texts.flatMap((text) => wrap(text, width, type, measure));
    if (!numeric) return paragraph(lines, 0, type, fill);
    const base = type.line * 0.5 + type.size * 0.34;
    return {
      body: lines.map((text, i) =>
        write(text, { x: width, y: i * type.line + base, anchor: 'end' }, type, fill)
      ),
      height: lines.length * type.line
    };
  }

  function cellOf(parts: readonly Part[], width: number, numeric?: boolean) {
    const drawn: Markup[] = [];
    let height = 0;
    for (const part of parts) {
      const below =
        'goals' in part
          ? tilesOf(part.goals, width)
          : linesOf(
              [part.text],
              width,
              numeric,
              { ...TYPE, face: part.face },
              part.muted ? colours.muted : colours.ink
            );
      drawn.push(at(0, height, below.body));
      height += below.height;
    }
    return { body: drawn, height };
  }
}

/** Tiles of goals in rows. */
export function tilesOf(goals: readonly number[], width: number): Plate {
  const each = Math.max(1, Math.floor((width + STEP - TILE) / STEP));
  return {
    width,
    height: Math.ceil(goals.length / each) * STEP,
    body: goals.flatMap((goal, i) =>
      goalTile(goal, (i % each) * STEP, Math.floor(i / each) * STEP, TILE)
    )
  };
}

interface Need {
  /** Width of the longest piece that is not broken, and of the whole line. */
  least: number;
  best: number;
}

/** Words break behind a hyphen or a slash, too. */
function needOf(text: string, { size, face }: Type, measure: Pen['measure']): Need {
  const pieces = text.split(/[ \t\n]+|(?<=[-/])/);
  return {
    least: Math.max(0, ...pieces.map((piece) => measure(piece, size, face))),
    best: measure(text, size, face)
  };
}

function partNeed(part: Part, measure: Pen['measure']): Need {
  if ('text' in part) return needOf(part.text, { ...TYPE, face: part.face }, measure);
  const wide = (tiles: number) => Math.max(0, tiles * STEP - (STEP - TILE));
  return {
    least: wide(Math.min(1, part.goals.length)),
    best: wide(Math.min(6, part.goals.length))
  };
}

/** @returns widths that fill the room */
export function shared(needs: readonly Need[], room: number): number[] {
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
  const least = sum(needs.map((need) => need.least));
  const best = sum(needs.map((need) => need.best));
  if (best <= room) return needs.map((need) => (need.best * room) / Math.max(1, best));
  // Not even the words: all give way alike, and long words are broken.
  if (least >= room) return needs.map((need) => (need.least * room) / least);
  const part = (room - least) / (best - least);
  return needs.map((need) => need.least + (need.best - need.least) * part);
}
