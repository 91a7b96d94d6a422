/**
 * The gap page's part of the URL grammar: the two axes, what a cell shows first, the opened cell.
 *
 * Contract: like `codec.ts`, to which it belongs. The same axis twice is reported and the column's
 * default taken, which differs from the row. What a cell's positions mean, the matrix knows.
 */
import { GAP_AXES, GAP_MEASURES, type GapAxisId } from '../domain/gapaxes.ts';
import { Reader } from './read.ts';
import { DEFAULT_GAPS, type GapState } from './state.ts';
import { oneOf } from './values.ts';

/** In the order in which they are written. */
export const GAP_PARAMETERS = ['zeile', 'spalte', 'mass', 'zelle'] as const;

const POSITION = '[a-z0-9][a-z0-9_-]{0,39}';
const CELL = new RegExp(`^(${POSITION})~(${POSITION})$`);

export function readGaps(read: Reader): GapState {
  const axis = (name: string) => read.as<GapAxisId | null>(name, null, oneOf(GAP_AXES));
  const [givenRow, givenColumn] = [axis('zeile'), axis('spalte')];
  // Only a column given: the row gives way to it.
  const row =
    givenRow ?? (givenColumn === DEFAULT_GAPS.row ? DEFAULT_GAPS.column : DEFAULT_GAPS.row);
  if (givenColumn === row) read.report('spalte', givenColumn, 'same_axis');
  return {
    row,
    column: givenColumn === null || givenColumn === row ? columnFor(row) : givenColumn,
    measure: read.as('mass', DEFAULT_GAPS.measure, oneOf(GAP_MEASURES)),
    cell: read.as<GapState['cell']>('zelle', null, (value) => {
      const match = CELL.exec(value);
      return match ? { row: match[1]!, column: match[2]! } : undefined;
    })
  };
}

/** '' = at its default. */
export function gapValues({
  row,
  column,
  measure,
  cell
}: GapState): Record<(typeof GAP_PARAMETERS)[number], string> {
  return {
    zeile: row === DEFAULT_GAPS.row ? '' : row,
    spalte: column === columnFor(row) ? '' : column,
    mass: measure === DEFAULT_GAPS.measure ? '' : measure,
    zelle: cell ? `${cell.row}~${cell.column}` : ''
  };
}

/** The column where none is given. */
const columnFor = (row: GapAxisId): GapAxisId =>
  row === DEFAULT_GAPS.column ? DEFAULT_GAPS.row : DEFAULT_GAPS.column;
