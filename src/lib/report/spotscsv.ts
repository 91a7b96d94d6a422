/**
 * White spots and the outreach list as CSV: one line per place (and mentor), codes beside names.
 *
 * Contract: pure. Every line carries snapshot, terms and whom to name. Column names are the same in
 * both languages: programs read them.
 */
import type { Dataset } from '../domain/dataset.ts';
import type { Locale } from '../i18n/locale.ts';
import { cell, type Cell, type CsvOptions } from './csv.ts';
import { termsOf } from './terms.ts';

export type SpotsCsvOptions = Pick<CsvOptions, 'separator' | 'bom' | 'locale'>;

const PLACE = ['authority_id', 'name', 'kreis_code', 'kreis', 'land_code', 'land'] as const;
const FILE = ['snapshot', 'terms', 'attributions'] as const;
export const SPOT_COLUMNS = [...PLACE, 'population', 'reasons', 'reasons_text', ...FILE] as const;
export const OUTREACH_COLUMNS = [
  'position',
  'authority_id',
  'name',
  'about',
  'note',
  'reasons',
  'mentor_1',
  'mentor_2',
  'mentor_3',
  ...FILE
] as const;

/** What the last columns of every line say. */
export function fileCells(
  { sources, version, publishedAt }: Pick<Dataset, 'sources' | 'version' | 'publishedAt'>,
  locale: Locale
): string[] {
  const terms = termsOf(sources);
  const attributions = locale === 'de' ? terms.attributions_de : terms.attributions_en;
  return [
    `${version} (${publishedAt.slice(0, 10)})`,
    `${terms.licence}, ${terms.licence_url}`,
    attributions.join(' | ')
  ];
}

/** @returns the whole file; a header line even without any record */
export function linesCsv(
  columns: readonly string[],
  records: readonly (readonly Cell[])[],
  { separator, bom }: Pick<SpotsCsvOptions, 'separator' | 'bom'>
): string {
  const lines = [columns, ...records].map((cells) =>
    cells.map((value) => cell(value, separator)).join(separator)
  );
  return `${bom ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}
