/**
 * The cells of the gap matrix as they are drawn: plain, small, in the order of rows and columns.
 *
 * Contract: pure; the same cells as API and files. Totals are the last row and the last column, by
 * the id `alle`. Figures are rounded as in the API, so that page and file say the same.
 */
import { gapShade, gapValue, isThin, type GapShade } from '../../charts/gapshade.ts';
import { stepsFor } from '../../charts/shades.ts';
import {
  ALL,
  type GapAxis,
  type GapCell,
  type GapMatrix,
  type GapMeasure
} from '../../domain/gaps.ts';
import { goalName } from '../labels.ts';
import { gapValueWords } from '../gapwords.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Data } from '../atlas.ts';

export interface Head {
  id: string;
  label: string;
  /** Number of the goal, for its tile. */
  goal: number | null;
  /** "von 2.056 Gemeinden", where all cells of the row or column have the same; else ''. */
  of: string;
}

export interface Mark {
  /** `zelle=` */
  id: string;
  row: number;
  column: number;
  n: number;
  match: number;
  partnerships: number;
  /** 0..1; null under five. */
  rate: number | null;
  upper: number | null;
  coverage: number | null;
  /** By the measure. */
  value: number | null;
  shade: GapShade;
  thin: boolean;
  expected: {
    of: 'authorities' | 'partnerships';
    value: number;
    base: number;
    observed: number;
    striking: 'fewer' | 'more' | null;
  } | null;
}

export interface Grid {
  rows: Head[];
  columns: Head[];
  /** Row by row, each with its total; the totals of the columns last. */
  marks: Mark[];
  /** Upper ends of the shades of counts. */
  steps: readonly number[];
  /** Few columns: a cell has room for "x von N". */
  roomy: boolean;
  /** N of every cell where all ask the same Gemeinden, else null. */
  n: number | null;
}

/** So many columns and their total leave room for "x von N" in a cell. */
const ROOMY = 7;

/** Rows and columns that are drawn: what is not recorded stands there only where there is some. */
export function shown(axis: GapAxis, totals: readonly GapCell[]): number[] {
  return axis.values.flatMap(({ kind }, k) =>
    kind === 'value' ||
    totals[k]!.partnerships > 0 ||
    (totals[k]!.n > 0 && axis.about === 'authority')
      ? [k]
      : []
  );
}

export function gridOf(data: Data, matrix: GapMatrix, measure: GapMeasure, locale: Locale): Grid {
  const { row, column } = matrix;
  const at = [shown(row, matrix.rows), shown(column, matrix.columns)] as const;
  const cell = (r: number | undefined, c: number | undefined): GapCell => {
    if (r === undefined) return c === undefined ? matrix.all : matrix.columns[c]!;
    return c === undefined ? matrix.rows[r]! : matrix.cells[r]![c]!;
  };
  const told = ({ values }: GapAxis, k: number | undefined) =>
    k === undefined || values[k]!.kind !== 'unknown';
  const counts = at[0].flatMap((r) =>
    at[1].map((c) => (told(row, r) && told(column, c) ? matrix.cells[r]![c]!.partnerships : 0))
  );
  const steps = stepsFor(Math.max(0, ...counts));
  const roomy = at[1].length < ROOMY;
  const marks = [...at[0], undefined].flatMap((r, y) =>
    [...at[1], undefined].map((c, x) => {
      const mark = markOf(cell(r, c), y, x, measure, steps);
      const known = told(row, r) && told(column, c);
      return known || mark.n === 0 ? mark : { ...mark, shade: 'unknown' as const, thin: false };
    })
  );
  const [rowsDivide, columnsDivide] = [row, column].map(({ about }) => about === 'authority');
  const heads = (
    axis: GapAxis,
    list: readonly number[],
    totals: readonly GapCell[],
    own: boolean
  ) =>
    [...list, undefined].map((k): Head => {
      const id = k === undefined ? ALL : axis.values[k]!.id;
      const n = k === undefined ? matrix.all.n : totals[k]!.n;
      return {
        id,
        ...labelOf(data, axis, id, locale),
        of:
          own && !roomy
            ? m.gap_of_gemeinden({ count: n, shown: formatNumber(n, locale) }, { locale })
            : ''
      };
    });
  return {
    rows: heads(row, at[0], matrix.rows, rowsDivide! && !columnsDivide),
    columns: heads(column, at[1], matrix.columns, columnsDivide! && !rowsDivide),
    marks,
    steps,
    roomy,
    n: rowsDivide || columnsDivide ? null : matrix.all.n
  };
}

function labelOf(data: Data, axis: GapAxis, id: string, locale: Locale) {
  const goal = axis.id === 'sdg' ? data.dataset.goals.find((one) => String(one.goal) === id) : null;
  if (goal) return { label: goalName(goal, locale), goal: goal.goal };
  const words = { dataset: data.dataset, extras: data.details?.extras ?? null };
  return { label: gapValueWords(words, axis.id, id, locale), goal: null };
}

function markOf(
  cell: GapCell,
  row: number,
  column: number,
  measure: GapMeasure,
  steps: readonly number[]
): Mark {
  const { n, states, partnerships, expected } = cell;
  return {
    id: `${cell.row}~${cell.column}`,
    row,
    column,
    n,
    match: states.match,
    partnerships,
    rate: rounded(cell.rate),
    upper: rounded(cell.upper),
    coverage: rounded(cell.coverage),
    value: rounded(gapValue(cell, measure)),
    shade: gapShade(cell, measure, steps),
    thin: isThin(cell),
    expected: expected && {
      of: expected.of,
      value: rounded(expected.value)!,
      base: expected.base,
      observed: expected.observed,
      striking: expected.striking
    }
  };
}

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10_000) / 10_000;
