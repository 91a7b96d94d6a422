/**
 * Delimited text to rows: BOM, headers, width, quotes, control characters and formula cells.
 *
 * Contract: pure. A fault of the file (no header, missing or double columns, unclosed quote) throws
 * an InputError; a fault of one row leaves the row in the result with its `problem`, so that the
 * accounting of rows always adds up.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { InputError, type Problem } from './problem.ts';

export interface Row<Column extends string = string> {
  /** Line among the records, header = 1. */
  number: number;
  /** Trimmed, without invisible marks. */
  cells: Record<Column, string>;
  /** All columns as read, NUL removed; what the source record keeps. */
  raw: Record<string, string>;
  problem: Problem | null;
}

export interface Format<Column extends string> {
  file: string;
  columns: readonly Column[];
  delimiter?: ',' | ';' | '\t';
  /** false for TSV exports that know no quoting. */
  quotes?: boolean;
  /** Columns whose cells are names: a leading `=`, `+` or `@` there is a formula, not a name. */
  names?: readonly Column[];
}

/** Marks of direction, zero-width spaces and soft hyphens: nothing a reader sees. Joiners stay. */
const INVISIBLE = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const FORMULA = /^[=+@\t]/;

/**
 * Reads a table with a header line.
 * @param text decoded text; a byte order mark is dropped, names come out in NFC
 * @throws {InputError} when the header or the quoting is broken
 */
export function readTable<C extends string>(text: string, format: Format<C>): Row<C>[] {
  const delimiter = format.delimiter ?? ',';
  const records = split(text.replace(/^\uFEFF/, ''), delimiter, format);
  const header = (records[0] ?? []).map((name) => name.trim());
  checkHeader(header, format);
  return records.slice(1).map((record, i) => toRow(record, i + 2, header, format));
}

function split<C extends string>(text: string, delimiter: string, format: Format<C>): string[][] {
  try {
    return parse(text, {
      delimiter,
      quote: format.quotes === false ? false : '"',
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error['lines'] ?? 0);
    throw new InputError(format.file, [
      {
        row,
        code: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed_quote' : 'quoting',
        de: 'Ein Anführungszeichen ist nicht geschlossen oder steht mitten in einer Zelle.',
        en: 'A quotation mark is not closed or stands inside a cell.'
      }
    ]);
  }
}

function checkHeader<C extends string>(header: string[], format: Format<C>): void {
  const missing = format.columns.filter((column) => !header.includes(column));
  const doubled = header.filter((name, i) => header.indexOf(name) !== i);
  const problems: Problem[] = [];
  if (missing.length)
    problems.push({
      row: 1,
      code: 'missing_columns',
      de: `Spalten fehlen: ${missing.join(', ')}. Trennzeichen prüfen.`,
      en: `Missing columns: ${missing.join(', ')}. Check the delimiter.`
    });
  if (doubled.length)
    problems.push({
      row: 1,
      code: 'double_columns',
      de: `Spalten kommen doppelt vor: ${doubled.join(', ')}.`,
      en: `Columns appear twice: ${doubled.join(', ')}.`
    });
  if (problems.length) throw new InputError(format.file, problems);
}

function toRow<C extends string>(
  record: string[],
  number: number,
  header: string[],
  format: Format<C>
): Row<C> {
  // fromEntries defines own properties, so a column called __proto__ stays a plain column.
  const raw = Object.fromEntries(
    header.map((name, i) => [name, (record[i] ?? '').replace(/\u0000/g, '').normalize('NFC')])
  );
  const cells = Object.fromEntries(
    format.columns.map((column) => [column, (raw[column] ?? '').replace(INVISIBLE, '').trim()])
  ) as Record<C, string>;
  return { number, cells, raw, problem: fault(record, number, header, cells, format) };
}

function fault<C extends string>(
  record: string[],
  row: number,
  header: string[],
  cells: Record<C, string>,
  format: Format<C>
): Problem | null {
  if (record.length !== header.length)
    return {
      row,
      code: 'width',
      de: `${record.length} Zellen statt ${header.length}.`,
      en: `${record.length} cells instead of ${header.length}.`
    };

  if (record.some((cell) => /[\u0000\uFFFD]/.test(cell)))
    return {
      row,
      code: 'characters',
      de: 'Die Zeile enthält unlesbare Zeichen.',
      en: 'The row contains unreadable characters.'
    };
  if (format.names?.some((column) => FORMULA.test(cells[column])))
    return {
      row,
      code: 'formula',
      de: 'Eine Zelle mit einem Namen enthält eine Formel.',
      en: 'A cell that should hold a name holds a formula.'
    };
  return null;
}
