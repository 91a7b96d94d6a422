/**
 * Places of a matrix: names of the rows on the left, names of the columns slanting above, sums at the
 * right and below, in SVG units.
 *
 * Contract: pure; one unit is one CSS pixel at the width it is laid out for.
 */
export interface Grid {
  width: number;
  height: number;
  /** Left edge of the first cell; row names end before it. */
  left: number;
  /** Upper edge of the first cell; column names begin above it. */
  top: number;
  cell: { width: number; height: number };
  rows: number;
  columns: number;
  /** Only columns up to the row's own place. */
  half: boolean;
}

export interface MatrixLayout extends Grid {
  /** Where the sums of the rows end. */
  sums: number;
}

/** Mean width of a character at 14 px, px. */
const CHARACTER = 6.9;
/** Column names rise at this angle, degrees. */
export const SLANT = 50;
const CELL = { least: 30, most: 44, height: 24 };
/** Narrower, with smaller letters. */
const COMPACT = { least: 22, most: 30, height: 23 };
const SMALL = 6.3;
const SUMS = 58;

/**
 * @param rows names of the rows
 * @param columns names of the columns
 * @param width room there is; the picture may need less
 * @param compact cells just wide enough for three digits
 * @param head least height above the cells, for the legend beside the names of the columns
 */
export function matrixLayout(
  rows: readonly string[],
  columns: readonly string[],
  width: number,
  compact = false,
  head = 120
): MatrixLayout {
  const bounds = compact ? COMPACT : CELL;
  const character = compact ? SMALL : CHARACTER;
  const long = (names: readonly string[]) => Math.max(0, ...names.map((name) => name.length));
  const left = Math.min(240, Math.max(120, Math.ceil(long(rows) * character + 14)));
  const slanted = long(columns) * character;
  const rise = (SLANT * Math.PI) / 180;
  const top = Math.ceil(Math.max(head, slanted * Math.sin(rise) + 20));
  // The last name may need more room to the right than the sums do.
  const last = (columns.at(-1)?.length ?? 0) * character * Math.cos(rise);
  const right = Math.max(SUMS, Math.ceil(last) + 4);
  const room = (width - left - right) / Math.max(1, columns.length);
  const cell = {
    width: Math.floor(Math.min(bounds.most, Math.max(bounds.least, room))),
    height: bounds.height
  };
  const grid = cell.width * columns.length;
  return {
    width: left + grid + right,
    height: top + cell.height * (rows.length + 1) + 12,
    left,
    top,
    cell,
    rows: rows.length,
    columns: columns.length,
    half: false,
    sums: left + grid + SUMS - 6
  };
}

/** One path for the dots of all cells that are not filled. */
export function dotsOf(
  { left, top, cell, rows, columns, half }: Grid,
  filled: readonly { row: number; column: number }[]
): string {
  const taken = new Set(filled.map(({ row, column }) => row * columns + column));
  const dots = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < (half ? row + 1 : columns); column++)
      if (!taken.has(row * columns + column))
        dots.push(`M${left + (column + 0.5) * cell.width} ${top + (row + 0.5) * cell.height}h0`);
  return dots.join('');
}
