/**
 * The sources of a snapshot as CSV: whom to name, under which licence, of what time.
 *
 * Contract: pure; one line per source. Column names are the same in both languages: programs read them.
 */
import type { Dataset } from '../domain/dataset.ts';
import { LAYERS } from '../domain/model.ts';
import { cell, type CsvOptions } from './csv.ts';

export const SOURCE_COLUMNS = [
  'source_id',
  'layer',
  'title',
  'url',
  'licence',
  'licence_url',
  'attribution',
  'state',
  'retrieved_at',
  'snapshot'
] as const;

export function sourcesCsv(
  { sources, version, publishedAt }: Pick<Dataset, 'sources' | 'version' | 'publishedAt'>,
  { separator, bom, locale }: Pick<CsvOptions, 'separator' | 'bom' | 'locale'>
): string {
  const snapshot = `${version} (${publishedAt.slice(0, 10)})`;
  const rows = sources.map((source) => [
    source.id,
    // Only these attest partnerships; the others locate and count.
    LAYERS[source.layer] ?? '',
    source.title,
    source.url,
    source.licence,
    source.licenceUrl,
    locale === 'de' ? source.attributionDe : source.attributionEn,
    locale === 'de' ? source.stateDe : source.stateEn,
    source.retrievedAt.slice(0, 10),
    snapshot
  ]);
  const lines = [[...SOURCE_COLUMNS], ...rows].map((cells) =>
    cells.map((value) => cell(value, separator)).join(separator)
  );
  return `${bom ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}
