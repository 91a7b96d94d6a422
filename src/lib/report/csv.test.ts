import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import { select } from '../domain/selection.ts';
import { decodeCore } from '../snapshot/core.ts';
import { decodeDetail } from '../snapshot/detail.ts';
import { cell, COLUMNS, csv, type CsvOptions } from './csv.ts';

const read = (part: string) =>
  readFileSync(
    new URL(`../../../tests/fixtures/snapshot/format1.${part}.json`, import.meta.url),
    'utf8'
  );
const dataset = decodeCore(read('core'), { version: 3, publishedAt: '2026-11-22T16:00:00.000Z' });
const details = decodeDetail(read('detail'));
const options: CsvOptions = { separator: ',', bom: false, locale: 'de', details };
const all = select(dataset, { ...NO_FILTERS, inland: true });

describe('cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-cmd', "'-cmd"],
    ['\t=x', "'\t=x"],
    [' =x', "' =x"],
    ['-12', '-12'],
    ['-12.5', '-12.5'],
    [-12.5, '-12.5'],
    ['05315000', '05315000'],
    ['Tel Aviv-Jaffa', 'Tel Aviv-Jaffa'],
    ['a,b', '"a,b"'],
    ['a;b', 'a;b'],
    ['say "x"', '"say ""x"""'],
    ['a\r\nb', '"a\r\nb"'],
    [null, ''],
    [0, '0']
  ])('%j -> %s', (value, text) => expect(cell(value, ',')).toBe(text));
  it('gives German spreadsheets their decimal comma', () => expect(cell(-12.5, ';')).toBe('-12,5'));
  it('quotes the separator in use', () => expect(cell('a;b', ';')).toBe('"a;b"'));
});

describe('csv', () => {
  it.each([',', ';'] as const)('reads back with %s', (separator) => {
    const text = csv(dataset, all, { ...options, separator, bom: true });
    expect(text.startsWith('\ufeffpartnership_id')).toBe(true);
    const rows = parse(text, { delimiter: separator, columns: true, bom: true }) as Record<
      string,
      string
    >[];
    expect(new Set(rows.map((row) => row.partnership_id))).toEqual(
      new Set([...all.rows].map((row) => dataset.partnerships.id[row]))
    );
    for (const row of rows) {
      expect(Object.keys(row)).toEqual([...COLUMNS]);
      expect(row.source_layers).not.toBe('');
      expect(row.licences).not.toBe('');
      expect(row.snapshot).toBe('3 (2026-11-22)');
      expect(row.terms).toBe('CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/');
      expect(row.attributions).toContain('GeoNames');
      expect(row.authority_ags).toMatch(/^(\d{2}|\d{5}|\d{8})?$/);
      expect(row.authority_lon).toMatch(
        separator === ';' ? /^\d+(,\d{1,4})?$/ : /^\d+(\.\d{1,4})?$/
      );
    }
    expect(rows.some((row) => Number(row.partner_lat!.replace(',', '.')) < 0)).toBe(true);
  });

  it('has labels beside codes, in the language asked for', () => {
    const label = (kind: string, code: string) => `${kind}:${code}`;
    const [row] = parse(csv(dataset, all, { ...options, locale: 'en', label }), {
      columns: true
    }) as Record<string, string>[];
    expect(row!.form_label).toBe(`form:${row!.form}`);
    expect(row!.status_label).toBe(`status:${row!.status}`);
  });

  it('has a header when there is nothing', () => {
    const none = { ...all, rows: new Uint32Array() };
    expect(csv(dataset, none, options)).toBe(`${COLUMNS.join(',')}\r\n`);
  });
});
