/**
 * The gap matrix: where engagement is recorded, where it could be, and where nothing is known.
 *
 * Contract: pure. Any two different axes (`gapaxes.ts`), the rest by the filters. The population are
 * Gemeinden with a size class; a cell's states are those of `statesOf` under the filters and its two
 * positions. With both axes about the tie every cell has the same N; an axis about the authority
 * divides it. Totals are counted on the union, not added up: a partnership may have several goals,
 * a body several networks. Other bodies that match stand beside (`beside`) and are never added.
 * How rates and expected values come about: `gapmeasures.ts`; names of a cell: `gapnames.ts`.
 */
import type { Dataset } from './dataset.ts';
import type { Filters } from './filters.ts';
import { ALL, axisOf, type GapAxis, type GapQuestion } from './gapaxes.ts';
import { countGaps, type GapCounts } from './gapcount.ts';
import { frameOf, strataUnder, type GapContext } from './gapframe.ts';
import { masksOf } from './gapmasks.ts';
import { sharesOfCell, type Expected, type Shares } from './gapmeasures.ts';
import { expectIn } from './gapexpect.ts';
import { AUTHORITY_KINDS, type AuthorityKind } from './model.ts';
import { derived } from './derived.ts';
import { MATCH, statesOf, type StateCounts } from './states.ts';

export {
  ALL,
  GAP_AXES,
  GAP_MEASURES,
  type GapAxis,
  type GapAxisId,
  type GapMeasure,
  type GapQuestion,
  type GapValue
} from './gapaxes.ts';
export type { Expected } from './gapmeasures.ts';
export type { GapContext } from './gapframe.ts';
export { gapNames, type GapName, type GapNames } from './gapnames.ts';

export interface GapCell extends Shares {
  /** Ids of the positions; `alle` in totals. */
  row: string;
  column: string;
  /** Gemeinden asked about. */
  n: number;
  states: StateCounts;
  /** Different partnerships of these Gemeinden that match. */
  partnerships: number;
  /** Inhabitants of the n Gemeinden; null without the register. */
  inhabitants: number | null;
  /** Inhabitants of those that match. */
  engaged: number;
  /** null: N under 5, a position for what is not recorded, totals, or nothing to compare with. */
  expected: Expected | null;
}

export interface GapMatrix {
  row: GapAxis;
  column: GapAxis;
  /** `cells[r][c]`, in the order of the axes' values. */
  cells: GapCell[][];
  /** Totals of each row, of each column, of all. */
  rows: GapCell[];
  columns: GapCell[];
  all: GapCell;
  /** Partnerships whose value on the axis is recorded, of all; null for an axis about authorities. */
  known: Record<'row' | 'column', { partnerships: number; of: number } | null>;
  /** Other bodies that match the filters, by kind; `gemeinde`: those without a size class. */
  beside: Record<AuthorityKind, number>;
}

/** Without register and extras: no inhabitants, no networks. */
export const NO_CONTEXT: GapContext = Object.freeze({ register: null, extras: null });

/**
 * @returns null where there is no denominator: Kreise asked for in a snapshot without numbers per
 *   Kreis, or the axis `netzwerk` without register and memberships
 */
export function gapMatrix(
  dataset: Dataset,
  filters: Filters,
  question: GapQuestion,
  context: GapContext = NO_CONTEXT
): GapMatrix | null {
  const frame = frameOf(dataset, context);
  const strata = strataUnder(dataset, frame, filters);
  const networked = question.row === 'netzwerk' || question.column === 'netzwerk';
  if (!strata || (networked && frame.networks.length === 0)) return null;
  const [row, column] = [question.row, question.column].map((id) =>
    axisOf(id, dataset, filters, frame)
  ) as [GapAxis, GapAxis];
  const counts = countGaps(
    dataset,
    filters,
    masksOf(dataset, filters, row, frame),
    masksOf(dataset, filters, column, frame),
    { strata, networksOf: frame.networksOf }
  );
  const cell = cellReader(counts, row, column);
  const cells = row.values.map((_, r) => column.values.map((_value, c) => cell(r, c)));
  const [rows, columns] = [row.values.length, column.values.length];
  expectIn(cells.flat(), counts, row, column);
  return {
    row,
    column,
    cells,
    rows: row.values.map((_, r) => cell(r, columns)),
    columns: column.values.map((_, c) => cell(rows, c)),
    all: cell(rows, columns),
    known: {
      row:
        row.about === 'tie'
          ? known(counts, (rows + 1) * counts.width + columns, row, column)
          : null,
      column:
        column.about === 'tie'
          ? known(counts, rows * counts.width + columns + 1, row, column)
          : null
    },
    beside: besideOf(dataset, filters)
  };
}

function known({ partnerships, width }: GapCounts, at: number, row: GapAxis, column: GapAxis) {
  const all = row.values.length * width + column.values.length;
  return { partnerships: partnerships[at]!, of: partnerships[all]! };
}

function cellReader(counts: GapCounts, row: GapAxis, column: GapAxis) {
  return (r: number, c: number): GapCell => {
    const at = r * counts.width + c;
    const [match, unknown, other] = [counts.match[at]!, counts.unknown[at]!, counts.other[at]!];
    const confirmed = counts.confirmed[at]!;
    const told = match + unknown + other + confirmed;
    const n = counts.n[at]!;
    const states = {
      match,
      recorded_other: other,
      attribute_unknown: unknown,
      confirmed_none: confirmed,
      no_record: Math.max(0, n - told)
    };
    const people = counts.inhabitants[at]!;
    const inhabitants = Number.isNaN(people) ? null : people;
    const partnerships = counts.partnerships[at]!;
    const engaged = counts.engaged[at]!;
    return {
      row: row.values[r]?.id ?? ALL,
      column: column.values[c]?.id ?? ALL,
      n,
      states,
      partnerships,
      inhabitants,
      engaged,
      ...sharesOfCell(n, states, partnerships, inhabitants, engaged),
      expected: null
    };
  };
}

/** Other bodies that match the filters, by kind. */
export function besideOf(dataset: Dataset, filters: Filters): Record<AuthorityKind, number> {
  const found = Object.fromEntries(AUTHORITY_KINDS.map((kind) => [kind, 0])) as Record<
    AuthorityKind,
    number
  >;
  const { size } = derived(dataset);
  statesOf(dataset, filters).forEach((state, row) => {
    const kind = dataset.authorities.kind[row]!;
    if (state === MATCH && (kind !== 'gemeinde' || size[row]! < 0)) found[kind]++;
  });
  return found;
}
