/**
 * The data of a press kit as files: what the API answers for the same address, in the form that
 * spreadsheets of the language open.
 */
import { areasOf } from '../domain/areas.ts';
import { gapMatrix } from '../domain/gaps.ts';
import { locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { areasCsv } from '../report/areascsv.ts';
import { csv } from '../report/csv.ts';
import { gapsCsv } from '../report/gapscsv.ts';
import { sourcesCsv } from '../report/sourcescsv.ts';
import { stateWords } from '../views/areawords.ts';
import { pageAddress } from '../views/embedded.ts';
import { gapValueWords } from '../views/gapwords.ts';
import { contextOf } from './gaps.ts';
import { NETWORK_FILES, networkFile } from './netfile.ts';
import type { AskedKit } from './presskit.ts';
import { label, rowsOf } from './selected.ts';

export interface TextFile {
  /** Without what every file's name ends with: snapshot and `.csv`. */
  name: string;
  text: string;
  /** What it is, in the reader's language. */
  about: string;
}

/** Excel takes a semicolon for the separator where the comma is in numbers. */
const form = () =>
  ({ separator: locale() === 'de' ? ';' : ',', bom: true, locale: locale() }) as const;

export function dataTexts(asked: AskedKit, origin: string): TextFile[] {
  return [
    ...areas(asked),
    ...gaps(asked),
    ...network(asked, origin),
    ...partnerships(asked),
    {
      name: locale() === 'de' ? 'quellen' : 'sources',
      text: sourcesCsv(asked.loaded.dataset, form()),
      about: m.press_file_sources()
    }
  ];
}

function partnerships({ view, loaded, parsed }: AskedKit): TextFile[] {
  const { dataset, details } = loaded;
  const rows = rowsOf(loaded, parsed.filters, view === 'profil' ? parsed.view.place : null);
  const text = csv(dataset, rows, { ...form(), label, details });
  return [{ name: 'partnerschaften', text, about: m.press_file_partnerships() }];
}

function areas({ view, loaded: { dataset }, parsed }: AskedKit): TextFile[] {
  const level = view === 'karte' || view === 'tabelle' ? parsed.view.areas : null;
  const found = level && areasOf(dataset, parsed.filters, level);
  if (!found) return [];
  const stateLabel = (state: keyof typeof stateWords) => stateWords[state]();
  const text = areasCsv(dataset, found, { ...form(), stateLabel });
  return [{ name: level, text, about: m.press_file_areas() }];
}

function gaps({ view, loaded, parsed }: AskedKit): TextFile[] {
  if (view !== 'luecken') return [];
  const { dataset, details } = loaded;
  const matrix = gapMatrix(dataset, parsed.filters, parsed.view.gaps, contextOf(loaded));
  if (!matrix) return [];
  const words = { dataset, extras: details.extras ?? null };
  const text = gapsCsv(dataset, matrix, {
    ...form(),
    label: (axis, id) => gapValueWords(words, axis, id, locale())
  });
  const name = `luecken-${matrix.row.id}-${matrix.column.id}`;
  return [{ name, text, about: m.press_file_gaps() }];
}

function network({ view, loaded, parsed }: AskedKit, origin: string): TextFile[] {
  if (view !== 'netz') return [];
  const page = origin + pageAddress('netz', parsed, locale());
  const text = (kind: string) => networkFile(loaded, parsed, NETWORK_FILES[kind]!, page, locale());
  return [
    { name: 'netz-orte', text: text('nodes.csv'), about: m.press_file_nodes() },
    { name: 'netz-verbindungen', text: text('edges.csv'), about: m.press_file_edges() }
  ];
}
