/**
 * The gap matrix as CSV: one line per cell and total, codes and labels side by side, counts before
 * rates.
 *
 * Contract: pure; the same cells as page and API. Rates have four digits and are empty under five
 * Gemeinden; totals carry the id `alle` and are counted, not added up. Every row carries snapshot,
 * terms and whom to name.
 */
import type { Dataset } from '../domain/dataset.ts';
import type { GapAxisId, GapCell, GapMatrix } from '../domain/gaps.ts';
import { STATES } from '../domain/states.ts';
import { cell as csvCell, type Cell, type CsvOptions } from './csv.ts';
import { termsOf } from './terms.ts';

export interface GapsCsvOptions extends Pick<CsvOptions, 'separator' | 'bom' | 'locale'> {
  label: (axis: GapAxisId, id: string) => string;
}

/** Column names are the same in both languages: programs read them. */
export const GAP_COLUMNS = [
  'row_axis',
  'row',
  'row_label',
  'column_axis',
  'column',
  'column_label',
  'gemeinden',
  ...STATES,
  'rate',
  'upper_bound',
  'coverage',
  'partnerships',
  'per_100000',
  'inhabitants',
  'inhabitants_match',
  'inhabitants_match_share',
  'expected_of',
  'expected_base',
  'expected_observed',
  'expected',
  'expected_residual',
  'expected_tail',
  'striking',
  'snapshot',
  'terms',
  'attributions'
] as const;

/** All cells row by row, each row with its total; the last line is the total of all. */
export function gapCells(matrix: GapMatrix): GapCell[] {
  const { cells, rows, columns, all } = matrix;
  return [...cells.flatMap((line, r) => [...line, rows[r]!]), ...columns, all];
}

/** @returns the whole file; a header line even when there are no cells */
export function gapsCsv(
  dataset: Dataset,
  matrix: GapMatrix,
  { separator, bom, locale, label }: GapsCsvOptions
): string {
  const terms = termsOf(dataset.sources);
  const attributions = locale === 'de' ? terms.attributions_de : terms.attributions_en;
  const file = [
    `${dataset.version} (${dataset.publishedAt.slice(0, 10)})`,
    `${terms.licence}, ${terms.licence_url}`,
    attributions.join(' | ')
  ];
  const [row, column] = [matrix.row.id, matrix.column.id];
  const records = gapCells(matrix).map((one): Cell[] => [
    ...[row, one.row, label(row, one.row), column, one.column, label(column, one.column), one.n],
    ...STATES.map((state) => one.states[state]),
    ...[one.rate, one.upper, one.coverage].map(rounded),
    ...[one.partnerships, rounded(one.per100000), one.inhabitants],
    ...[one.inhabitants === null ? null : one.engaged, rounded(one.engagedShare)],
    ...expectedCells(one),
    ...file
  ]);
  const lines = [[...GAP_COLUMNS], ...records].map((cells) =>
    cells.map((value) => csvCell(value, separator)).join(separator)
  );
  return `${bom ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}

function expectedCells({ expected }: GapCell): Cell[] {
  if (!expected) return [null, null, null, null, null, null, null];
  const { of, base, observed, value, residual, tail, striking } = expected;
  return [
    of,
    base,
    observed,
    rounded(value),
    rounded(residual),
    Number(tail.toPrecision(3)),
    striking
  ];
}

const rounded = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 10_000) / 10_000;
