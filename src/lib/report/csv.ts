/**
 * A selection as CSV: one line per partnership and pair of members, codes and labels side by side.
 *
 * Contract: pure. RFC 4180 quoting, CRLF; every row carries the layers that attest it, their
 * licences, the snapshot it is from, the terms of the file and whom to name, so that CC0 and CC BY-SA
 * rows stay separable wherever the file goes. A cell that a spreadsheet would run as a formula is disarmed by an apostrophe; numbers
 * stay numbers, negative ones too.
 */
import { FLAG_INITIATED, FLAG_OPERATOR, type Dataset } from '../domain/dataset.ts';
import { FACTS_BIT } from '../domain/derived.ts';
import type { Details } from '../domain/detail.ts';
import { BASES, FORMS, GOALS, LAYERS, PROGRAMMES, STATUSES } from '../domain/model.ts';
import type { Selection } from '../domain/selection.ts';
import { termsOf } from './terms.ts';

export interface CsvOptions {
  separator: ',' | ';';
  /** A byte order mark, without which Excel takes UTF-8 for Windows-1252. */
  bom: boolean;
  locale: 'de' | 'en';
  /** Words for codes in the reader's language; the code itself where there are none. */
  label?: (kind: 'form' | 'status' | 'programme' | 'kind', code: string) => string;
  /** null while that part is not loaded: addresses of sources are empty then. */
  details?: Details | null;
}

export type Cell = string | number | null;

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
  if (typeof value === 'number') return String(value);
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

const degrees = (value: number): Cell =>
  Number.isNaN(value) ? null : Math.round(value * 10_000) / 10_000;

function authorityCells({ authorities: all, laender }: Dataset, row: number, options: CsvOptions) {
  const land = laender[all.land[row]!];
  return {
    authority_id: all.id[row]!,
    authority_ags: all.ags[row]!,
    authority_name: all.name[row]!,
    authority_kind: all.kind[row]!,
    authority_kind_label: options.label?.('kind', all.kind[row]!) ?? all.kind[row]!,
    land_code: land?.code ?? '',
    land_name: land?.name ?? '',
    kreis_code: all.kreis[row]!,
    population: all.population[row]! < 0 ? null : all.population[row]!,
    authority_lon: degrees(all.lon[row]!),
    authority_lat: degrees(all.lat[row]!)
  };
}

/** The other side: `~row` of a partner, or an authority row for a German-German tie. */
function memberCells(dataset: Dataset, member: number, { locale }: CsvOptions) {
  const { authorities, partners, countries } = dataset;
  if (member >= 0)
    return {
      partner_id: authorities.id[member]!,
      partner_name: authorities.name[member]!,
      country_code: 'DE',
      country_name: locale === 'de' ? 'Deutschland' : 'Germany',
      partner_lon: degrees(authorities.lon[member]!),
      partner_lat: degrees(authorities.lat[member]!)
    };
  const country = countries[partners.country[~member]!]!;
  return {
    partner_id: partners.id[~member]!,
    partner_name: (locale === 'de' ? partners.nameDe : partners.nameEn)[~member]!,
    country_code: country.iso2,
    country_name: locale === 'de' ? country.nameDe : country.nameEn,
    partner_lon: degrees(partners.lon[~member]!),
    partner_lat: degrees(partners.lat[~member]!)
  };
}

const list = (values: readonly (string | number)[]) => [...new Set(values)].join(' | ');

function tieCells(dataset: Dataset, row: number, { locale, label, details }: CsvOptions) {
  const ties = dataset.partnerships;
  const form = FORMS[ties.form[row]!]!;
  const status = STATUSES[ties.status[row]!]!;
  const programmes = PROGRAMMES.filter((_, bit) => ties.programmes[row]! & (1 << bit));
  const topics = [...ties.topicList.subarray(ties.topicStart[row]!, ties.topicStart[row + 1]!)].map(
    (topic) => dataset.topics[topic]!
  );
  const layers = LAYERS.filter((_, bit) => ties.layers[row]! & (1 << bit));
  const goals = (mask: number) => list(GOALS.filter((goal) => mask & (1 << goal)));
  const masks = ties.goals.map((column) => column[row]!) as [number, number, number, number];
  const lines = details?.get(ties.id[row]!)?.sources ?? [];
  const attesting = dataset.sources.filter(
    ({ id, layer }) =>
      (layer >= 0 && ties.layers[row]! & (1 << layer)) || lines.some((line) => line.source === id)
  );
  return {
    partnership_id: ties.id[row]!,
    form,
    form_label: label?.('form', form) ?? form,
    status,
    status_label: label?.('status', status) ?? status,
    since: ties.since[row] || null,
    programmes: list(programmes),
    programme_labels: list(programmes.map((code) => label?.('programme', code) ?? code)),
    initiated: ties.flags[row]! & FLAG_INITIATED ? 1 : 0,
    operator: ties.flags[row]! & FLAG_OPERATOR ? 1 : 0,
    topics: list(topics.map((topic) => topic.id)),
    topic_labels: list(topics.map((topic) => (locale === 'de' ? topic.nameDe : topic.nameEn))),
    sdgs: goals(masks.reduce((all, mask) => all | mask, 0)),
    sdgs_source: goals(masks[0]),
    sdgs_editor: goals(masks[1]),
    sdgs_programme: goals(masks[2]),
    sdgs_topic: goals(masks[3]),
    evidence: ties.layers[row]! & FACTS_BIT ? 'belegt' : 'unbestaetigt',
    source_layers: list(layers),
    source_urls: list(lines.map((line) => line.url).filter((url) => url !== '')),
    licences: list(attesting.map((source) => source.licence)),
    snapshot: `${dataset.version} (${dataset.publishedAt.slice(0, 10)})`
  };
}
