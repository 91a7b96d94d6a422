import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import { ALL, gapMatrix } from '../domain/gaps.ts';
import { STATES } from '../domain/states.ts';
import { gapSample } from '../domain/testing/gapsample.ts';
import { GAP_COLUMNS, gapCells, gapsCsv } from './gapscsv.ts';

const { dataset, context } = gapSample(3, 60);
const matrix = gapMatrix(dataset, NO_FILTERS, { row: 'region', column: 'land' }, context)!;

it.each([',', ';'] as const)('has a line per cell and total, read back with %s', (separator) => {
  const text = gapsCsv(dataset, matrix, {
    separator,
    bom: true,
    locale: 'de',
    label: (axis, id) => `„${axis}“; ${id}, =1`
  });
  const rows = parse(text, { columns: true, bom: true, delimiter: separator }) as Record<
    string,
    string
  >[];
  expect(Object.keys(rows[0]!)).toEqual(GAP_COLUMNS);
  const cells = gapCells(matrix);
  const { values } = matrix.row;
  expect(rows).toHaveLength((values.length + 1) * (matrix.column.values.length + 1));
  expect(rows.at(-1)).toMatchObject({ row: ALL, column: ALL, gemeinden: String(matrix.all.n) });
  const number = (text: string | undefined) => Number(text!.replace(',', '.'));
  rows.forEach((row, at) => {
    const cell = cells[at]!;
    expect([row.row, row.column]).toEqual([cell.row, cell.column]);
    expect(row.row_label).toBe(`„region“; ${cell.row}, =1`);
    for (const state of STATES) expect(Number(row[state])).toBe(cell.states[state]);
    expect(row.rate === '').toBe(cell.n < 5);
    if (cell.rate !== null) expect(number(row.rate)).toBeCloseTo(cell.rate, 4);
    expect(Number(row.partnerships)).toBe(cell.partnerships);
    expect(Number(row.inhabitants)).toBe(cell.inhabitants);
    expect(row.expected === '').toBe(cell.expected === null);
    if (cell.expected) expect(number(row.expected)).toBeCloseTo(cell.expected.value, 4);
    expect(row.snapshot).toBe('1 (2026-11-22)');
  });
  expect(rows.some((row) => row.expected !== '')).toBe(true);
});
