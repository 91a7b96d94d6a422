/**
 * The gap matrix as sheets of a workbook: the matrix, all its cells with their states, the names of
 * an opened cell, and where it comes from.
 *
 * Contract: pure; figures are numbers (shares 0..1 with a format), words are words: nothing is a
 * formula, whatever a name begins with. Who writes the file does not change cells.
 */
import type { Dataset } from '../domain/dataset.ts';
import type { GapAxisId, GapCell, GapMatrix, GapMeasure, GapNames } from '../domain/gaps.ts';
import { STATES, type State } from '../domain/states.ts';
import type { Locale } from '../i18n/locale.ts';
import { gapCells } from './gapscsv.ts';
import { nameRecords } from './gapnamescsv.ts';
import { termsOf } from './terms.ts';

export type SheetCell = string | number | null | { share: number } | { head: string };

export interface Sheet {
  name: string;
  rows: SheetCell[][];
  /** Characters. */
  widths: number[];
}

export interface SheetWords {
  matrix: string;
  cells: string;
  names: string;
  about: string;
  /** Heads of the cells' sheet behind row and column. */
  gemeinden: string;
  state: (state: State) => string;
  rate: string;
  upper: string;
  coverage: string;
  partnerships: string;
  per100000: string;
  inhabitants: string;
  engaged: string;
  expected: string;
  striking: string;
  verdict: (striking: 'fewer' | 'more') => string;
  /** Heads of the names' sheet. */
  sources: string;
  nameHeads: readonly string[];
  axis: (id: GapAxisId) => string;
  value: (axis: GapAxisId, id: string) => string;
  measure: (id: GapMeasure) => string;
}

export interface SheetInputs {
  dataset: Dataset;
  matrix: GapMatrix;
  measure: GapMeasure;
  names: GapNames | null;
  /** What the file is about, line by line: heading, filters, snapshot, address. */
  about: readonly (readonly [string, string])[];
  locale: Locale;
}

const head = (text: string): SheetCell => ({ head: text });
const share = (value: number | null): SheetCell => (value === null ? null : { share: value });

export function gapSheets(inputs: SheetInputs, words: SheetWords): Sheet[] {
  const { names } = inputs;
  return [
    matrixSheet(inputs, words),
    cellsSheet(inputs, words),
    ...(names ? [namesSheet(inputs, names, words)] : []),
    aboutSheet(inputs, words)
  ];
}

/** As on the page: the chosen measure, totals at the edges, N beside the rows. */
function matrixSheet({ matrix, measure }: SheetInputs, words: SheetWords): Sheet {
  const { row, column } = matrix;
  const value = (cell: GapCell): SheetCell => {
    if (measure === 'anteil') return share(cell.rate);
    if (measure === 'einwohner') return share(cell.engagedShare);
    return measure === 'je100000' ? cell.per100000 : cell.partnerships;
  };
  const line = (id: string, cells: readonly GapCell[], total: GapCell): SheetCell[] => [
    head(words.value(row.id, id)),
    total.n,
    ...cells.map(value),
    value(total)
  ];
  return {
    name: words.matrix,
    widths: [34, 12, ...column.values.map(() => 14), 10],
    rows: [
      [head(`${words.axis(row.id)} / ${words.axis(column.id)}: ${words.measure(measure)}`)],
      [
        null,
        head(words.gemeinden),
        ...column.values.map(({ id }) => head(words.value(column.id, id))),
        head(words.value(column.id, 'alle'))
      ],
      ...matrix.cells.map((cells, r) => line(row.values[r]!.id, cells, matrix.rows[r]!)),
      line('alle', matrix.columns, matrix.all)
    ]
  };
}

function cellsSheet({ matrix }: SheetInputs, words: SheetWords): Sheet {
  const [row, column] = [matrix.row.id, matrix.column.id];
  const heads = [
    ...[words.axis(row), words.axis(column), words.gemeinden, ...STATES.map(words.state)],
    ...[words.rate, words.upper, words.coverage, words.partnerships, words.per100000],
    ...[words.inhabitants, words.engaged, words.expected, words.striking]
  ];
  return {
    name: words.cells,
    widths: [30, 30, ...heads.slice(2).map(() => 14)],
    rows: [
      heads.map(head),
      ...gapCells(matrix).map((cell): SheetCell[] => [
        ...[words.value(row, cell.row), words.value(column, cell.column), cell.n],
        ...STATES.map((state) => cell.states[state]),
        ...[share(cell.rate), share(cell.upper), share(cell.coverage), cell.partnerships],
        ...[cell.per100000, cell.inhabitants, cell.inhabitants === null ? null : cell.engaged],
        cell.expected && Math.round(cell.expected.value * 10) / 10,
        cell.expected?.striking ? words.verdict(cell.expected.striking) : null
      ])
    ]
  };
}

function namesSheet({ dataset }: SheetInputs, names: GapNames, words: SheetWords): Sheet {
  return {
    name: words.names,
    widths: [24, 10, 34, 24, 30, 14],
    rows: [
      words.nameHeads.map(head),
      ...nameRecords(dataset, names, words.state).map(
        ([, state, id, name, , land, , kreis, population]) =>
          [state, id, name, land, kreis, population].map((cell) =>
            typeof cell === 'string' || typeof cell === 'number' ? cell : null
          )
      )
    ]
  };
}

function aboutSheet({ dataset, about, locale }: SheetInputs, words: SheetWords): Sheet {
  const terms = termsOf(dataset.sources);
  const sources = locale === 'de' ? terms.attributions_de : terms.attributions_en;
  return {
    name: words.about,
    widths: [22, 110],
    rows: [
      ...about.map(([name, text]): SheetCell[] => [head(name), text]),
      [],
      ...sources.map((text, i): SheetCell[] => [i === 0 ? head(words.sources) : null, text])
    ]
  };
}
