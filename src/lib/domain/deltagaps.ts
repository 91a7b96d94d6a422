/**
 * Which gaps of the matrix closed and which opened between two snapshots.
 *
 * Contract: pure. A gap is a cell in which no Gemeinde matches; it closes when one does, it opens when
 * none does any more. Cells without any Gemeinde, and positions for what is not recorded, are no gaps.
 * Cells are compared by the ids of their positions; what only one of the two knows is left out.
 */
import type { GapAxis, GapCell, GapMatrix } from './gaps.ts';

export interface GapShift {
  /** Ids of the positions. */
  row: string;
  column: string;
  /** Matching Gemeinden then and now, and Gemeinden asked about now. */
  before: number;
  after: number;
  n: number;
}

export interface GapShifts {
  closed: GapShift[];
  opened: GapShift[];
  /** Gaps before and after, of `cells` that both have. */
  gaps: { before: number; after: number };
  cells: number;
}

export function gapShifts(before: GapMatrix, after: GapMatrix): GapShifts {
  const key = ({ row, column }: GapCell) => `${row} ${column}`;
  const old = new Map(before.cells.flat().map((cell) => [key(cell), cell]));
  const shifts: GapShifts = { closed: [], opened: [], gaps: { before: 0, after: 0 }, cells: 0 };
  const rows = values(after.row);
  const columns = values(after.column);
  for (const cell of after.cells.flat()) {
    const was = old.get(key(cell));
    if (!was || cell.n === 0 || !rows.has(cell.row) || !columns.has(cell.column)) continue;
    const shift = {
      row: cell.row,
      column: cell.column,
      before: was.states.match,
      after: cell.states.match,
      n: cell.n
    };
    shifts.cells++;
    if (shift.before === 0) shifts.gaps.before++;
    if (shift.after === 0) shifts.gaps.after++;
    if (shift.before === 0 && shift.after > 0) shifts.closed.push(shift);
    if (shift.before > 0 && shift.after === 0) shifts.opened.push(shift);
  }
  return shifts;
}

const values = (axis: GapAxis): ReadonlySet<string> =>
  new Set(axis.values.filter(({ kind }) => kind === 'value').map(({ id }) => id));
