/**
 * A selection as CSV: one line per partnership and pair of members, codes and labels side by side.
 *
 * Contract: pure. RFC 4180 quoting, CRLF; every row carries the layers that attest it, their
 * licences, the snapshot it is from, the terms of the file and whom to name, so that CC0 and CC BY-SA
 * rows stay separable wherever the file goes. A cell that a spreadsheet would run as a formula is disarmed by an apostrophe; numbers
 * stay numbers, negative ones too.
 */
import type { Dataset } from '../domain/dataset.ts';
import { BASES } from '../domain/model.ts';
import type { Selection } from '../domain/selection.ts';
import {
  authorityCells,
  list,
  memberCells,
  tieCells,
  type Cell,
  type FieldOptions
} from './records.ts';
import { termsOf } from './terms.ts';

export interface CsvOptions extends FieldOptions {
  /** With semicolons numbers have a decimal comma: what German spreadsheets expect. */
  separator: ',' | ';';
  /** A byte order mark, without which Excel takes UTF-8 for Windows-1252. */
  bom: boolean;
}

export type { Cell };

/** Column names are the same in both languages: programs read them. */
export const COLUMNS = [
  'partnership_id',
  'authority_id',
  'authority_ags',
  'authority_name',
  'authority_kind',
  'authority_kind_label',
  'land_code',
  'land_name',
  'kreis_code',
  'population',
  'authority_lon',
  'authority_lat',
  'partner_id',
  'partner_name',
  'country_code',
  'country_name',
  'partner_lon',
  'partner_lat',
  'form',
  'form_label',
  'status',
  'status_label',
  'since',
  'programmes',
  'programme_labels',
  'initiated',
  'operator',
  'topics',
  'topic_labels',
  'sdgs',
  ...BASES.map((basis) => `sdgs_${basis}` as const),
  'evidence',
  'source_layers',
  'source_urls',
  'licences',
  'snapshot',
  'terms',
  'attributions'
] as const;

/** A cell as text: formulas disarmed, quoted where needed. */
export function cell(value: Cell, separator: string): string {
  if (value === null) return '';
  if (typeof value === 'number')
    return separator === ';' ? String(value).replace('.', ',') : String(value);
  const isNumber = /^-?\d+([.,]\d+)?$/.test(value);
  // A spreadsheet skips blanks before it looks for the sign.
  const text = !isNumber && /^\s*[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return text.includes(separator) || /["\r\n]/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

/** @returns the whole file; a header line even when nothing is selected */
export function csv(
  dataset: Dataset,
  selection: Pick<Selection, 'rows'>,
  options: CsvOptions
): string {
  const { separator, bom } = options;
  const line = (cells: readonly Cell[]) =>
    cells.map((value) => cell(value, separator)).join(separator);
  const lines = [line(COLUMNS)];
  const file = fileCells(dataset, options);
  for (const row of selection.rows)
    for (const record of recordsOf(dataset, row, options)) {
      const whole: CsvRecord = { ...record, ...file };
      lines.push(line(COLUMNS.map((column) => whole[column])));
    }
  return `${bom ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}

type CsvRecord = Record<(typeof COLUMNS)[number], Cell>;
type OwnRecord = Omit<CsvRecord, 'terms' | 'attributions'>;

/** What is the same in every row: a row says it wherever it is copied to. */
function fileCells(dataset: Dataset, { locale }: CsvOptions) {
  const terms = termsOf(dataset.sources);
  return {
    terms: `${terms.licence}, ${terms.licence_url}`,
    attributions: list(locale === 'de' ? terms.attributions_de : terms.attributions_en)
  };
}

/** One record per German member and partner; of a German-German tie per pair of its members. */
function* recordsOf(dataset: Dataset, row: number, options: CsvOptions): Generator<OwnRecord> {
  const ties = dataset.partnerships;
  const members = [...ties.members.subarray(ties.memberStart[row]!, ties.memberStart[row + 1]!)];
  const ours = members.filter((member) => member >= 0);
  const theirs = members.filter((member) => member < 0);
  const own = tieCells(dataset, row, options);
  if (theirs.length > 0) {
    for (const a of ours)
      for (const b of theirs)
        yield {
          ...own,
          ...authorityCells(dataset, a, options),
          ...memberCells(dataset, b, options)
        };
    return;
  }
  for (const [i, a] of ours.entries())
    for (const b of ours.slice(i + 1))
      yield { ...own, ...authorityCells(dataset, a, options), ...memberCells(dataset, b, options) };
}
