/**
 * Which counts stand against which in the expected values of a gap matrix; why, see `gapmeasures.ts`.
 */
import { SMALL } from './areas.ts';
import type { GapAxis, GapValue } from './gapaxes.ts';
import type { GapCounts } from './gapcount.ts';
import { expectedOf, type Expected, type Margins } from './gapmeasures.ts';
import type { StateCounts } from './states.ts';

interface Judged {
  n: number;
  states: StateCounts;
  partnerships: number;
  expected: Expected | null;
}

/** Sets the expected values of cells, in the order of rows and columns. */
export function expectIn(
  cells: readonly Judged[],
  counts: GapCounts,
  row: GapAxis,
  column: GapAxis
): void {
  const { width, partnerships } = counts;
  const [rows, columns] = [row.values.length, column.values.length];
  const fair = (value: GapValue | undefined) => value?.kind === 'value';
  const abroad = ({ id }: GapAxis) => id === 'region' || id === 'gruppe';
  if (abroad(row) && abroad(column)) return;
  const told = (at: number) =>
    counts.match[at]! + counts.unknown[at]! + counts.other[at]! + counts.confirmed[at]!;
  const match = (r: number, c: number) => counts.match[r * width + c]!;
  const margins = cells.map((cell, k): Margins | null => {
    const [r, c] = [Math.floor(k / columns), k % columns];
    if (cell.n < SMALL || !fair(row.values[r]) || !fair(column.values[c])) return null;
    if (row.about === 'tie' && column.about === 'tie')
      return {
        of: 'partnerships',
        observed: cell.partnerships,
        drawn: partnerships[r * width + columns + 1]!,
        marked: partnerships[(rows + 1) * width + c]!,
        total: partnerships[(rows + 1) * width + columns + 1]!
      };
    const one = { of: 'authorities' as const, observed: cell.states.match };
    if (row.about === 'tie')
      return {
        ...one,
        drawn: match(rows + 1, c),
        marked: match(r, columns),
        total: match(rows + 1, columns)
      };
    if (column.about === 'tie')
      return {
        ...one,
        drawn: match(r, columns + 1),
        marked: match(rows, c),
        total: match(rows, columns + 1)
      };
    const all = rows * width + columns;
    return { ...one, drawn: told(r * width + c), marked: counts.match[all]!, total: told(all) };
  });
  const tests = margins.filter((one) => one !== null && one.drawn >= SMALL).length;
  margins.forEach((one, k) => {
    if (one) cells[k]!.expected = expectedOf(one, tests);
  });
}
