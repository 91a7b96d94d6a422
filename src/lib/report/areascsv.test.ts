import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { areasOf } from '../domain/areas.ts';
import { NO_FILTERS } from '../domain/filters.ts';
import { STATES } from '../domain/states.ts';
import { randomDataset } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import { AREA_COLUMNS, areasCsv } from './areascsv.ts';

const dataset = randomDataset(random(3), 40);
const areas = areasOf(dataset, NO_FILTERS, 'laender')!;

it.each([',', ';'] as const)('has a line per area, read back with %s', (separator) => {
  const text = areasCsv(dataset, areas, {
    separator,
    bom: true,
    locale: 'de',
    stateLabel: (state) => `„${state}“; mit, Zeichen`
  });
  const rows = parse(text, { columns: true, bom: true, delimiter: separator }) as Record<
    string,
    string
  >[];
  expect(Object.keys(rows[0]!)).toEqual(AREA_COLUMNS);
  expect(rows.map((row) => row.area_code)).toEqual(areas.map((area) => area.code));
  rows.forEach((row, at) => {
    const area = areas[at]!;
    for (const state of STATES) expect(Number(row[state])).toBe(area.counts[state]);
    expect(row.rate === '').toBe(area.n < 5);
    if (area.rate !== null) expect(Number(row.rate!.replace(',', '.'))).toBeCloseTo(area.rate, 4);
    expect(row.snapshot).toBe('1 (2026-11-22)');
  });
});
