import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import { gapMatrix, gapNames } from '../domain/gaps.ts';
import { STATES } from '../domain/states.ts';
import { gapSample } from '../domain/testing/gapsample.ts';
import { NAME_COLUMNS, gapNamesCsv } from './gapnamescsv.ts';
import { gapSheets, type SheetCell, type SheetWords } from './gapssheets.ts';

const { dataset, context } = gapSample(3, 60);
const question = { row: 'region', column: 'land' } as const;
const matrix = gapMatrix(dataset, NO_FILTERS, question, context)!;
const cell = { row: matrix.row.values[0]!.id, column: 'alle' };
const names = gapNames(dataset, NO_FILTERS, question, cell, context)!;
const words = new Proxy({} as SheetWords, {
  get: (_, key) =>
    ['state', 'axis', 'value', 'measure', 'verdict'].includes(String(key))
      ? (...parts: string[]) => `=${String(key)} ${parts.join(' ')}`
      : key === 'nameHeads'
        ? ['state', 'id', 'name', 'land', 'kreis', 'population']
        : String(key)
});
const input = {
  dataset,
  matrix,
  measure: 'anteil',
  names,
  about: [['a', 'b']],
  locale: 'de'
} as const;
const sheets = gapSheets(input, words);
const share = (value: SheetCell | undefined) =>
  typeof value === 'object' && value && 'share' in value ? value.share : value;

it('shows the matrix as on the page: N, shares as numbers, totals at the edges', () => {
  const [, , ...rows] = sheets[0]!.rows;
  expect(rows).toHaveLength(matrix.cells.length + 1);
  rows.forEach((line, r) => {
    const cells = [...(matrix.cells[r] ?? matrix.columns), matrix.rows[r] ?? matrix.all];
    expect(line[1]).toBe(cells.at(-1)!.n);
    expect(line.slice(2).map(share)).toEqual(cells.map(({ rate }) => rate));
  });
});

it('has every cell with its five states', () => {
  const [heads, ...rows] = sheets[1]!.rows;
  expect(rows).toHaveLength((matrix.cells.length + 1) * (matrix.columns.length + 1));
  for (const row of rows) expect(row).toHaveLength(heads!.length);
  const at = matrix.columns.length;
  expect(rows[at]!.slice(2, 8)).toEqual([
    matrix.rows[0]!.n,
    ...STATES.map((state) => matrix.rows[0]!.states[state])
  ]);
});

it('lists all names of the opened cell, as the CSV does', () => {
  const listed = sheets[2]!.rows.slice(1).map((row) => row[1]);
  expect(listed).toEqual(STATES.flatMap((state) => names.states[state].map(({ id }) => id)));
  const text = gapNamesCsv(dataset, names, {
    separator: ';',
    bom: true,
    locale: 'de',
    state: (state) => `=${state}`
  });
  const rows = parse(text, { columns: true, bom: true, delimiter: ';' }) as Record<
    string,
    string
  >[];
  expect(Object.keys(rows[0]!)).toEqual(NAME_COLUMNS);
  expect(rows.map(({ id }) => id)).toEqual(listed);
  // What looks like a formula stays a word.
  expect(rows[0]!.state_label).toBe(`'=${rows[0]!.state}`);
});

it('says last where it comes from', () => {
  const last = sheets.at(-1)!;
  expect(last.rows[0]).toEqual([{ head: 'a' }, 'b']);
  const text = JSON.stringify(last.rows);
  for (const { attributionDe } of dataset.sources) expect(text).toContain(attributionDe);
});
