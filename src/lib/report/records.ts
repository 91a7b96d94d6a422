/**
 * What a file says about a partnership, field by field: codes and labels side by side.
 *
 * Contract: pure; the same fields for every format; every record names the layers that attest it,
 * their licences and the snapshot. Column names are the same in both languages: programs read them.
 */
import { FLAG_INITIATED, FLAG_OPERATOR, type Dataset } from '../domain/dataset.ts';
import { FACTS_BIT } from '../domain/derived.ts';
import type { Details } from '../domain/detail.ts';
import { FORMS, GOALS, LAYERS, PROGRAMMES, STATUSES } from '../domain/model.ts';

export interface FieldOptions {
  locale: 'de' | 'en';
  /** Words for codes in the reader's language; the code itself where there are none. */
  label?: (kind: 'form' | 'status' | 'programme' | 'kind', code: string) => string;
  /** null while that part is not loaded: addresses of sources are empty then. */
  details?: Details | null;
}

export type Cell = string | number | null;

/** Four digits, as published; null = not located. */
export const degrees = (value: number): number | null =>
  Number.isNaN(value) ? null : Math.round(value * 10_000) / 10_000;

export function authorityCells(
  { authorities: all, laender }: Dataset,
  row: number,
  options: FieldOptions
) {
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
export function memberCells(dataset: Dataset, member: number, { locale }: FieldOptions) {
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

/** Several values in one field. */
export const list = (values: readonly (string | number)[]) => [...new Set(values)].join(' | ');

export function tieCells(dataset: Dataset, row: number, { locale, label, details }: FieldOptions) {
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
