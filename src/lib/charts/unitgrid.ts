/**
 * Places of a grid of units: one mark for each thing counted, packed in lines within its cell; names
 * of the rows on the left, slanting names of the columns above, sums at the right and below.
 *
 * Contract: pure; SVG units, one is a CSS pixel at the width it is laid out for. No two marks share
 * a `line` and a `slot`, and both grow as the eye reads: they are the marks' spots for the keyboard.
 */
import { SLANT } from './matrix.ts';

/** Distance of marks, and half the size of one. */
export const PITCH = 20;
export const RADIUS = 6.5;
const CHARACTER = 6.9;
const PAD = 6;
const SUMS = 58;
const LEAST = 36;

/** Room a drawing gives; what it leaves out is reckoned from the number of letters. */
export interface UnitRoom {
  /** Distance of marks. */
  pitch: number;
  /** Least width of a column. */
  least: number;
  /** For the names of the rows; for those of the columns, and their keys. */
  left: number;
  top: number;
  /** For sums, and for the last name that slants beyond them. */
  right: number;
}

export interface UnitPlace {
  x: number;
  y: number;
  line: number;
  slot: number;
}

export interface UnitGrid {
  width: number;
  height: number;
  left: number;
  top: number;
  /** Where the sums of the rows end. */
  sums: number;
  columns: { x: number; width: number }[];
  rows: { y: number; height: number }[];
  /** In the order of the units given. */
  units: UnitPlace[];
}

/**
 * @param rows names of the rows
 * @param columns names of the columns
 * @param units positions in both, in the order in which they fill their cell
 * @param width all the room there is; cells break their marks into as few lines as it allows
 */
export function unitGrid(
  rows: readonly string[],
  columns: readonly string[],
  units: readonly { row: number; column: number }[],
  width: number,
  room: Partial<UnitRoom> = {}
): UnitGrid {
  const long = (names: readonly string[]) => Math.max(0, ...names.map((name) => name.length));
  const { pitch = PITCH, least = LEAST } = room;
  const left = room.left ?? Math.min(210, Math.max(120, Math.ceil(long(rows) * CHARACTER + 14)));
  const rise = (SLANT * Math.PI) / 180;
  const top = room.top ?? Math.ceil(Math.max(120, long(columns) * CHARACTER * Math.sin(rise) + 42));
  const last = (columns.at(-1)?.length ?? 0) * CHARACTER * Math.cos(rise);
  const right = room.right ?? Math.max(SUMS, Math.ceil(last) - 8);

  const counts = rows.map(() => columns.map(() => 0));
  const nth = units.map(({ row, column }) => counts[row]![column]!++);
  const most = columns.map((_, column) => Math.max(0, ...counts.map((line) => line[column]!)));
  const widths = (lines: number) =>
    most.map((count) => Math.max(least, Math.ceil(count / lines) * pitch + PAD));
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  let lines = 1;
  while (lines < Math.max(1, ...most) && sum(widths(lines)) > width - left - right) lines++;
  const own = widths(lines);
  const per = most.map((count) => Math.max(1, Math.ceil(count / lines)));

  let x = left;
  const across = own.map((each) => ({ x: (x += each) - each, width: each }));
  let y = top;
  const down = counts.map((line) => {
    const needs = Math.max(1, ...line.map((count, column) => Math.ceil(count / per[column]!)));
    const height = needs * pitch + PAD;
    return { y: (y += height) - height, height };
  });
  const before = (column: number) => sum(per.slice(0, column));
  return {
    width: x + right,
    height: y + pitch + PAD + 6,
    left,
    top,
    sums: x + SUMS - 6,
    columns: across,
    rows: down,
    units: units.map(({ row, column }, i) => {
      const line = Math.floor(nth[i]! / per[column]!);
      const slot = nth[i]! % per[column]!;
      return {
        x: across[column]!.x + PAD / 2 + (slot + 0.5) * pitch,
        y: down[row]!.y + PAD / 2 + (line + 0.5) * pitch,
        line: row * lines + line,
        slot: before(column) + slot
      };
    })
  };
}
