/**
 * Areas as CSV: one line per Land or Kreis, codes and labels side by side, counts before rates.
 *
 * Contract: pure; the same rows and ids as map and table. Rates have four digits and are empty
 * under five Gemeinden. Every row carries snapshot, terms and whom to name.
 */
import type { Area } from '../domain/areas.ts';
import type { Dataset } from '../domain/dataset.ts';
import { STATES, type State } from '../domain/states.ts';
import { cell, type Cell, type CsvOptions } from './csv.ts';
import { termsOf } from './terms.ts';

export interface AreasCsvOptions extends Pick<CsvOptions, 'separator' | 'bom' | 'locale'> {
  stateLabel: (state: State) => string;
}

/** Column names are the same in both languages: programs read them. */
export const AREA_COLUMNS = [
  'area_code',
  'area_name',
  'land_code',
  'land_name',
  'gemeinden',
  ...STATES,
  'rate',
  'upper_bound',
  'coverage',
  'body_state',
  'body_state_label',
  'snapshot',
  'terms',
  'attributions'
] as const;

const rounded = (share: number | null): Cell =>
  share === null ? null : Math.round(share * 10_000) / 10_000;

/** @returns the whole file; a header line even when there are no areas */
export function areasCsv(
  dataset: Dataset,
  areas: readonly Area[],
  { separator, bom, locale, stateLabel }: AreasCsvOptions
): string {
  const terms = termsOf(dataset.sources);
  const attributions = locale === 'de' ? terms.attributions_de : terms.attributions_en;
  const file = [
    `${dataset.version} (${dataset.publishedAt.slice(0, 10)})`,
    `${terms.licence}, ${terms.licence_url}`,
    attributions.join(' | ')
  ];
  const lands = new Map(dataset.laender.map(({ code, name }) => [code, name]));
  const records = areas.map((area): Cell[] => {
    const land = area.code.slice(0, 2);
    return [
      ...[area.code, area.name, land, lands.get(land) ?? '', area.n],
      ...STATES.map((state) => area.counts[state]),
      ...[area.rate, area.upper, area.coverage].map(rounded),
      ...(area.body ? [area.body, stateLabel(area.body)] : ['', '']),
      ...file
    ];
  });
  const lines = [[...AREA_COLUMNS], ...records].map((cells) =>
    cells.map((value) => cell(value, separator)).join(separator)
  );
  return `${bom ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}
