/**
 * Layer `facts-2026`: statements read on cited pages, with type, year, programme, topics and goals.
 *
 * Contract: three files of one layout. AGS come from the file; bodies without AGS are read from the
 * note (ARS of Verbandsgemeinden). `topic_updates` enrich pairs and never make one.
 */
import { readTable } from './table.ts';
import { faultOf, keyMaker, type Tie } from './ties.ts';

const COLUMNS = [
  'de_name',
  'ags',
  'partner_name',
  'partner_country_iso2',
  'since_year',
  'type',
  'source_url',
  'programme',
  'topics',
  'sdgs_named_in_source',
  'confidence',
  'note'
] as const;

/** The statements of February 2023 that only announce a partnership, whatever their confidence says. */
const ANNOUNCED = 'unitedforua.org/14-ukrainische-kommunen';

/**
 * Reads one file of facts.
 * @param prefix keeps the row keys of the three files apart: `1`, `2`, `u`
 * @throws {InputError}
 */
export function readFacts(text: string, file: string, prefix: string, update: boolean): Tie[] {
  const key = keyMaker();
  return readTable(text, { file, columns: COLUMNS, names: ['de_name', 'partner_name'] }).map(
    (row) => {
      const c = row.cells;
      const year = Number(c.since_year);
      return {
        layer: 'facts-2026',
        file,
        row: row.number,
        raw: row.raw,
        key: key(prefix, c.de_name, c.partner_name, c.partner_country_iso2, c.type, c.source_url),
        german: {
          label: c.de_name,
          country: 'DE',
          hint: null,
          population: null,
          official: c.ags || ars(c.note)
        },
        partner: {
          label: c.partner_name,
          country: c.partner_country_iso2,
          hint: null,
          population: null,
          official: ''
        },
        fact: {
          type: c.type,
          since: Number.isInteger(year) && year >= 1100 && year <= 2100 ? year : null,
          programme: c.programme,
          topics: list(c.topics),
          goals: c.sdgs_named_in_source,
          confidence: c.source_url.includes(ANNOUNCED) ? 'initiated' : c.confidence,
          note: c.note,
          url: /^https?:\/\/\S+$/.test(c.source_url) ? c.source_url : '',
          update
        },
        fault: faultOf(row)
      };
    }
  );
}

const ars = (note: string) => {
  const found = /\bARS (\d{9})\b/.exec(note)?.[1];
  return found ? `ars:${found}` : '';
};

/** Cells with several values, separated by `;`. */
export const list = (cell: string): string[] =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
