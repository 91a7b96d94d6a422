/** The gap matrix as a workbook: words for the sheets, and the file around them. */
import { createHash } from 'node:crypto';
import writeExcelFile from 'write-excel-file/node';
import { gapNames } from '../domain/gaps.ts';
import { formatDate } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import {
  gapSheets,
  type Sheet,
  type SheetCell,
  type SheetInputs,
  type SheetWords
} from '../report/gapssheets.ts';
import { termsOf } from '../report/terms.ts';
import { stateWords } from '../views/areawords.ts';
import { buildGaps } from '../views/gaps/gaps.ts';
import { verdictOf } from '../views/gaps/words.ts';
import { gapAxisWords, gapMeasureWords, gapValueWords } from '../views/gapwords.ts';
import { linkTo } from '../views/links.ts';
import { isKnown, SHORT } from './api.ts';
import { contextOf, type AskedGaps } from './gaps.ts';

/** @param origin of the site, for the address in the file */
export function sheetsOf({ loaded, parsed, matrix }: AskedGaps, origin: string, locale: Locale) {
  const { dataset, details, register, manifest } = loaded;
  const { filters, view } = parsed;
  const say = { locale };
  const { cell } = view.gaps;
  const { title, sentence, opened } = buildGaps({ dataset, details, register }, parsed, locale);
  const { licence, licence_url } = termsOf(dataset.sources);
  const stand = { date: formatDate(manifest.published_at, locale), version: manifest.version };
  const address = origin + linkTo({ filters, view, locale, page: '/luecken' });
  const method = [
    m.gap_method_who({}, say),
    m.gap_method_share({}, say),
    m.gap_method_expected({}, say),
    m.gap_method_striking({}, say),
    m.gap_method_limits({}, say)
  ];
  const inputs: SheetInputs = {
    dataset,
    matrix,
    measure: view.gaps.measure,
    names: cell && gapNames(dataset, filters, view.gaps, cell, contextOf(loaded)),
    about: [
      [m.sheet_title({}, say), title],
      [m.sheet_seen({}, say), sentence],
      ...(opened ? [[m.sheet_cell({}, say), opened.title] as const] : []),
      [m.sheet_stand({}, say), m.stand(stand, say)],
      [m.sheet_licence({}, say), `${licence}, ${licence_url}`],
      [m.sheet_address({}, say), address],
      ...method.map((text, i) => [i === 0 ? m.sheet_method({}, say) : '', text] as const)
    ],
    locale
  };
  return gapSheets(inputs, wordsOf({ dataset, extras: details.extras ?? null }, locale));
}

function wordsOf(names: Parameters<typeof gapValueWords>[0], locale: Locale): SheetWords {
  const say = { locale };
  return {
    matrix: m.sheet_matrix({}, say),
    cells: m.sheet_cells({}, say),
    names: m.sheet_names({}, say),
    about: m.sheet_about({}, say),
    sources: m.sheet_sources({}, say),
    gemeinden: m.areas_column_n({}, say),
    state: (state) => stateWords[state]({}, say),
    rate: m.areas_column_rate({}, say),
    upper: m.areas_column_upper({}, say),
    coverage: m.areas_column_coverage({}, say),
    partnerships: m.gap_measure_partnerschaften({}, say),
    per100000: m.gap_measure_je100000({}, say),
    inhabitants: m.sheet_inhabitants({}, say),
    engaged: m.sheet_engaged({}, say),
    expected: m.gap_column_expected({}, say),
    striking: m.gap_column_verdict({}, say),
    verdict: (striking) => verdictOf(striking, locale),
    nameHeads: [
      m.sheet_state({}, say),
      'ID',
      m.sheet_name({}, say),
      m.land({}, say),
      m.sheet_kreis({}, say),
      m.sheet_inhabitants({}, say)
    ],
    axis: (id) => gapAxisWords[id]({}, say),
    value: (axis, id) => gapValueWords(names, axis, id, locale),
    measure: (id) => gapMeasureWords[id]({}, say)
  };
}

/** Words stay words: a name that begins with = is no formula. */
function written(cell: SheetCell) {
  if (cell === null) return null;
  if (typeof cell === 'string') return { type: String, value: cell };
  if (typeof cell === 'number') return { type: Number, value: cell };
  if ('share' in cell) return { type: Number, value: cell.share, format: '0.0%' };
  return { type: String, value: cell.head, fontWeight: 'bold' as const, wrap: true };
}

export const writeSheets = (sheets: readonly Sheet[]): Promise<Buffer> =>
  writeExcelFile(
    sheets.map(({ name, rows, widths }) => ({
      sheet: name,
      data: rows.map((row) => row.map(written)),
      columns: widths.map((width) => ({ width }))
    }))
  ).toBuffer();

/** The file as a download with an ETag, or 304 where the reader has it already. */
export async function sheetAnswer(
  request: Request,
  asked: AskedGaps,
  sheets: readonly Sheet[]
): Promise<Response> {
  const { manifest } = asked.loaded;
  // Of what is in it: the file itself carries the time it was packed.
  const hash = createHash('sha256').update(JSON.stringify(sheets)).digest('base64url');
  const etag = `"${hash.slice(0, 22)}"`;
  const { row, column } = asked.matrix;
  const stand = `${manifest.version}-${manifest.published_at.slice(0, 10)}`;
  const headers = {
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': SHORT,
    etag
  };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(await writeSheets(sheets)), {
    headers: {
      ...headers,
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="luecken-${row.id}-${column.id}-stand-${stand}.xlsx"`
    }
  });
}
