/** Partnerships as the API tells them: codes, both names, and for every row its sources. */
import { FLAG_INITIATED, FLAG_OPERATOR, type Dataset, type Source } from '../domain/dataset.ts';
import { FACTS_BIT } from '../domain/derived.ts';
import { FORMS, LAYERS, PROGRAMMES, STATUSES } from '../domain/model.ts';
import type { Loaded } from './store.ts';

const sourcesOf = new WeakMap<Dataset, ReadonlyMap<string, Source>>();

function sourceById(dataset: Dataset): ReadonlyMap<string, Source> {
  let found = sourcesOf.get(dataset);
  if (!found)
    sourcesOf.set(dataset, (found = new Map(dataset.sources.map((entry) => [entry.id, entry]))));
  return found;
}

/** @param row partnership row */
export function partnershipJson(
  { dataset, details }: Pick<Loaded, 'dataset' | 'details'>,
  row: number
) {
  const ties = dataset.partnerships;
  const id = ties.id[row]!;
  const detail = details.get(id);
  const members = [...ties.members.subarray(ties.memberStart[row], ties.memberStart[row + 1])];
  const source = sourceById(dataset);
  return {
    id,
    authorities: members.filter((m) => m >= 0).map((m) => authorityJson(dataset, m)),
    partners: members.filter((m) => m < 0).map((m) => partnerJson(dataset, ~m)),
    form: FORMS[ties.form[row]!],
    status: STATUSES[ties.status[row]!],
    since: ties.since[row] || null,
    initiated: (ties.flags[row]! & FLAG_INITIATED) !== 0,
    operator: (ties.flags[row]! & FLAG_OPERATOR) !== 0,
    programmes: PROGRAMMES.filter((_, bit) => ties.programmes[row]! & (1 << bit)),
    topics: detail?.topics ?? [],
    sdg_tags: detail?.tags ?? [],
    evidence: ties.layers[row]! & FACTS_BIT ? 'belegt' : 'unbestaetigt',
    layers: LAYERS.filter((_, bit) => ties.layers[row]! & (1 << bit)),
    sources: (detail?.sources ?? []).map((line) => ({
      ...line,
      url: line.url || source.get(line.source)?.url || '',
      licence: source.get(line.source)?.licence ?? ''
    }))
  };
}

function authorityJson({ authorities: all, laender }: Dataset, row: number) {
  return {
    id: all.id[row],
    kind: all.kind[row],
    ags: all.ags[row] || null,
    name: all.name[row],
    land: laender[all.land[row]!]?.code ?? null,
    kreis: all.kreis[row] || null,
    population: all.population[row]! < 0 ? null : all.population[row],
    lon: digits(all.lon[row]!),
    lat: digits(all.lat[row]!)
  };
}

function partnerJson({ partners, countries }: Dataset, row: number) {
  return {
    id: partners.id[row],
    name_de: partners.nameDe[row],
    name_en: partners.nameEn[row],
    country: countries[partners.country[row]!]?.iso2 ?? null,
    lon: digits(partners.lon[row]!),
    lat: digits(partners.lat[row]!)
  };
}

/** Four digits, as published; null = not located. */
const digits = (degrees: number) =>
  Number.isNaN(degrees) ? null : Math.round(degrees * 10_000) / 10_000;
