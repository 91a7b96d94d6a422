import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../domain/filters.ts';
import { gapMatrix } from '../../domain/gaps.ts';
import { STATES } from '../../domain/states.ts';
import { gapSample } from '../../domain/testing/gapsample.ts';
import { parse, vocabularyOf } from '../../url/codec.ts';
import type { Data } from '../atlas.ts';
import { buildGaps } from './gaps.ts';
import { FIRST } from './opened.ts';

const { dataset, context } = gapSample(7, 80);
const details = { extras: context.extras } as unknown as Data['details'];
const data: Data = { dataset, details, register: context.register };
const show = (query: string, own: Data = data) =>
  buildGaps(own, parse(new URLSearchParams(query), vocabularyOf(dataset)), 'de');

describe('the gap page', () => {
  it('draws the cells of the matrix, totals last, and survives JSON', () => {
    const gaps = show('zeile=land&spalte=groesse');
    const matrix = gapMatrix(dataset, NO_FILTERS, { row: 'land', column: 'groesse' }, context)!;
    const { rows, columns, marks } = gaps.grid!;
    expect(marks).toHaveLength(rows.length * columns.length);
    for (const mark of marks) {
      const cell =
        matrix.cells[mark.row]?.[mark.column] ??
        (mark.row < matrix.rows.length
          ? matrix.rows[mark.row]
          : (matrix.columns[mark.column] ?? matrix.all))!;
      expect(mark.id).toBe(`${cell!.row}~${cell!.column}`);
      expect([mark.n, mark.match]).toEqual([cell!.n, cell!.states.match]);
      expect(mark.rate === null).toBe(mark.n < 5);
    }
    expect(marks.at(-1)!.id).toBe('alle~alle');
    expect(JSON.parse(JSON.stringify(gaps))).toEqual(gaps);
  });

  it('never shades a position that says the answer is not recorded', () => {
    const { rows, marks } = show('zeile=sdg&spalte=land').grid!;
    const unknown = rows.findIndex(({ id }) => id === 'keine');
    const own = marks.filter(({ row, n }) => row === unknown && n > 0);
    expect(own.length).toBeGreaterThan(0);
    for (const mark of own) expect(mark.shade).toBe('unknown');
  });

  it('opens a cell: as many names as counted, cut after the first', () => {
    const gaps = show('zeile=land&spalte=groesse&zelle=alle~alle');
    const { lists, complete } = gaps.opened!;
    expect(complete).toBe(true);
    const all = gapMatrix(dataset, NO_FILTERS, { row: 'land', column: 'groesse' }, context)!.all;
    for (const { state, count, names } of lists) {
      expect(count).toBe(all.states[state]);
      expect(names).toHaveLength(Math.min(FIRST, count));
    }
    expect(lists.map(({ state }) => state)).toEqual(
      STATES.filter((state) => all.states[state] > 0)
    );
  });

  it('leads from a cell to the same selection on the map, where filters can say it', () => {
    const land = dataset.laender[0]!.code;
    const told = show(`zeile=land&spalte=groesse&zelle=${land}~kleinstadt`).opened!;
    expect(told.elsewhere!.map).toBe(`/?land=${land}&groesse=kleinstadt`);
    expect(show('zeile=land&spalte=gruppe&zelle=alle~andere').opened!.elsewhere).toBeNull();
  });

  it('reports a cell that the matrix does not have and keeps the rest', () => {
    const gaps = show('zeile=land&spalte=groesse&zelle=99~kleinstadt');
    expect(gaps.opened).toBeNull();
    expect(gaps.grid).not.toBeNull();
    expect(gaps.atlas.issues).toEqual([
      { parameter: 'zelle', value: '99~kleinstadt', reason: 'unknown_value' }
    ]);
  });

  it('waits for what it needs, and says where there is no denominator', () => {
    const early = { ...data, details: null, register: null };
    expect(show('zeile=netzwerk&spalte=land', early)).toMatchObject({ partial: true, grid: null });
    expect(show('mass=einwohner', early).partial).toBe(true);
    expect(show('zeile=land&spalte=groesse', early).partial).toBe(false);
  });

  it('has a table twin with the same cells', () => {
    const { table } = show('zeile=land&spalte=groesse&ansicht=tabelle');
    const { grid } = show('zeile=land&spalte=groesse');
    expect(table!.rows.map(({ id }) => id)).toEqual(grid!.marks.map(({ id }) => id));
    for (const row of table!.rows) expect(row.cells).toHaveLength(table!.columns.length);
  });
});
