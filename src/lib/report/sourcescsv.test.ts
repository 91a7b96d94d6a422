import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { decodeCore } from '../snapshot/core.ts';
import { sourcesCsv, SOURCE_COLUMNS } from './sourcescsv.ts';

const core = new URL('../../../tests/fixtures/snapshot/format1.core.json', import.meta.url);
const dataset = decodeCore(readFileSync(core, 'utf8'), {
  version: 1,
  publishedAt: '2026-11-22T12:00:00Z'
});

it('has a line per source with licence and attribution in the language asked for', () => {
  const hostile = { ...dataset.sources[0]!, id: 'x', title: '=cmd()', attributionDe: 'a;"b"' };
  const sources = [...dataset.sources, hostile];
  for (const locale of ['de', 'en'] as const) {
    const text = sourcesCsv({ ...dataset, sources }, { separator: ';', bom: true, locale });
    const rows = parse(text, { columns: true, bom: true, delimiter: ';' }) as Record<
      string,
      string
    >[];
    expect(Object.keys(rows[0]!)).toEqual([...SOURCE_COLUMNS]);
    expect(rows.map((row) => row.source_id)).toEqual(sources.map(({ id }) => id));
    expect(rows.map((row) => row.licence_url)).toEqual(sources.map((one) => one.licenceUrl));
    expect(rows.at(-1)!.title).toBe("'=cmd()");
    expect(rows.at(-1)!.attribution).toBe(locale === 'de' ? 'a;"b"' : hostile.attributionEn);
  }
});
