/** The table twin of the gap matrix: every cell and total with its five states, one a row. */
import { ALL, type GapCell, type GapMatrix } from '../../domain/gaps.ts';
import { STATES } from '../../domain/states.ts';
import { formatShare } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { stateWords, upperWords } from '../areawords.ts';
import { gapAxisWords } from '../gapwords.ts';
import type { NetTable } from '../net/lens.ts';
import { shown } from './marks.ts';
import { formatExpected, verdictOf } from './words.ts';

export function tableOf(
  matrix: GapMatrix,
  pick: string,
  caption: string,
  label: (side: 'row' | 'column', id: string) => string,
  locale: Locale
): NetTable {
  const say = { locale };
  const numeric = (words: string) => ({ label: words, numeric: true });
  const plain = (words: string) => ({ label: words, numeric: false });
  return {
    caption,
    columns: [
      plain(gapAxisWords[matrix.row.id]({}, say)),
      plain(gapAxisWords[matrix.column.id]({}, say)),
      numeric(m.areas_column_n({}, say)),
      ...STATES.map((state) => numeric(stateWords[state]({}, say))),
      numeric(m.areas_column_rate({}, say)),
      numeric(m.areas_column_upper({}, say)),
      numeric(m.areas_column_coverage({}, say)),
      numeric(m.gap_measure_partnerschaften({}, say)),
      numeric(m.gap_column_expected({}, say)),
      plain(m.gap_column_verdict({}, say))
    ],
    rows: linesOf(matrix).map((cell) => ({
      id: `${cell.row}~${cell.column}`,
      href: `${pick}${cell.row}~${cell.column}`,
      cells: [label('row', cell.row), label('column', cell.column), ...figures(cell, locale)]
    }))
  };
}

/** As the matrix is drawn: row by row with its total, the totals of the columns last. */
function linesOf(matrix: GapMatrix): GapCell[] {
  const rows = shown(matrix.row, matrix.rows);
  const columns = shown(matrix.column, matrix.columns);
  return [
    ...rows.flatMap((r) => [...columns.map((c) => matrix.cells[r]![c]!), matrix.rows[r]!]),
    ...columns.map((c) => matrix.columns[c]!),
    matrix.all
  ];
}

function figures(cell: GapCell, locale: Locale): (string | number)[] {
  const share = (value: number | null) => (value === null ? '–' : formatShare(value, locale));
  const { expected, upper } = cell;
  const striking = expected?.striking;
  return [
    cell.n,
    ...STATES.map((state) => cell.states[state]),
    share(cell.rate),
    upper === null ? '–' : upperWords(upper, locale),
    share(cell.coverage),
    cell.partnerships,
    expected ? formatExpected(expected.value, locale) : '–',
    striking && cell.row !== ALL ? verdictOf(striking, locale) : ''
  ];
}
