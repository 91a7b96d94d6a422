/**
 * The names behind one cell of the gap matrix as CSV: one line per Gemeinde, with its state.
 *
 * Contract: pure; the same lists as page and JSON, uncut. Every row carries snapshot, terms and whom
 * to name.
 */
import type { Dataset } from '../domain/dataset.ts';
import type { GapNames } from '../domain/gaps.ts';
import { STATES, type State } from '../domain/states.ts';
import { cell as csvCell, type Cell, type CsvOptions } from './csv.ts';
import { termsOf } from './terms.ts';

export interface GapNamesOptions extends Pick<CsvOptions, 'separator' | 'bom' | 'locale'> {
  state: (state: State) => string;
}

/** Column names are the same in both languages: programs read them. */
export const NAME_COLUMNS = [
  'state',
  'state_label',
  'id',
  'name',
  'land',
  'land_name',
  'kreis',
  'kreis_name',
  'population',
  'snapshot',
  'terms',
  'attributions'
] as const;

/** @returns the whole file, states in their order, names by the alphabet */
export function gapNamesCsv(
  dataset: Dataset,
  names: GapNames,
  { separator, bom, locale, state: words }: GapNamesOptions
): string {
  const terms = termsOf(dataset.sources);
  const file = [
    `${dataset.version} (${dataset.publishedAt.slice(0, 10)})`,
    `${terms.licence}, ${terms.licence_url}`,
    (locale === 'de' ? terms.attributions_de : terms.attributions_en).join(' | ')
  ];
  const records = nameRecords(dataset, names, words).map((cells) => [...cells, ...file]);
  const lines = [[...NAME_COLUMNS], ...records].map((cells) =>
    cells.map((value) => csvCell(value, separator)).join(separator)
  );
  return `${bom ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}

/** The cells of `NAME_COLUMNS` up to the population. */
export function nameRecords(
  { laender, kreise }: Dataset,
  { states }: GapNames,
  words: (state: State) => string
): Cell[][] {
  const lands = new Map(laender.map(({ code, name }) => [code, name]));
  const districts = new Map(kreise.map(({ code, name }) => [code, name]));
  return STATES.flatMap((state) =>
    states[state].map(({ id, name, land, kreis, population }): Cell[] => [
      ...[state, words(state), id, name, land, lands.get(land) ?? ''],
      ...[kreis, districts.get(kreis) ?? '', population < 0 ? null : population]
    ])
  );
}
