/**
 * Places of a matrix: names of the rows on the left, names of the columns slanting above, sums at the
 * right and below, in SVG units.
 *
 * Contract: pure; one unit is one CSS pixel at the width it is laid out for.
 */
export interface MatrixLayout {
  width: number;
  height: number;
  /** Left edge of the first cell; row names end before it. */
  left: number;
  /** Upper edge of the first cell; column names begin above it. */
  top: number;
  cell: { width: number; height: number };
  /** Where the sums of the rows end. */
  sums: number;
}

/** Mean width of a character at 14 px, px. */
const CHARACTER = 6.9;
/** Column names rise at this angle, degrees. */
export const SLANT = 50;
const CELL = { least: 30, most: 44, height: 24 };
const SUMS = 58;

/**
 * @param rows names of the rows
 * @param columns names of the columns
 * @param width room there is; the picture may need less
 */
export function matrixLayout(
  rows: readonly string[],
  columns: readonly string[],
  width: number
): MatrixLayout {
  const long = (names: readonly string[]) => Math.max(0, ...names.map((name) => name.length));
  const left = Math.min(210, Math.max(120, Math.ceil(long(rows) * CHARACTER + 14)));
  const slanted = long(columns) * CHARACTER;
  const rise = (SLANT * Math.PI) / 180;
  const top = Math.ceil(Math.max(120, slanted * Math.sin(rise) + 20));
  // The last name may need more room to the right than the sums do.
  const last = (columns.at(-1)?.length ?? 0) * CHARACTER * Math.cos(rise);
  const right = Math.max(SUMS, Math.ceil(last) - 8);
  const room = (width - left - right) / Math.max(1, columns.length);
  const cell = {
    width: Math.floor(Math.min(CELL.most, Math.max(CELL.least, room))),
    height: CELL.height
  };
  const grid = cell.width * columns.length;
  return {
    width: left + grid + right,
    height: top + cell.height * (rows.length + 1) + 12,
    left,
    top,
    cell,
    sums: left + grid + SUMS - 6
  };
}
