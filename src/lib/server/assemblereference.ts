/** The reference lists of a snapshot from the records: sorted by code, names as they are stored. */
import type { Records } from '../data/records.ts';
import type { Source } from '../domain/dataset.ts';
import type { Reference } from '../snapshot/reference.ts';
import { byCode, byId, goalsOf } from './gather.ts';

export function assembleReference(
  records: Records
): Omit<Reference, 'gemeinden' | 'kreisGemeinden' | 'confirmedNone'> {
  const regions = new Map(
    records.countries
      .filter((country) => country.subregion_code !== '')
      .map((c) => [
        c.subregion_code,
        { code: c.subregion_code, nameDe: c.subregion_de, nameEn: c.subregion_en }
      ])
  );
  const sources = records.sources.map((source): Source => ({
    id: source.id,
    title: source.title,
    url: source.url,
    licence: source.licence,
    licenceUrl: source.licence_url,
    attributionDe: source.attribution_de,
    attributionEn: source.attribution_en,
    retrievedAt: source.retrieved_at,
    stateDe: source.state_de,
    stateEn: source.state_en,
    layer: source.layer ?? -1
  }));
  return {
    odaYear: odaYear(sources),
    laender: [...records.laender].sort(byCode),
    kreise: records.kreise.map(({ ags, name }) => ({ code: ags, name })).sort(byCode),
    regions: [...regions.values()].sort(byCode),
    countries: records.countries
      .map((c) => ({
        iso2: c.iso2,
        nameDe: c.name_de,
        nameEn: c.name_en,
        region: c.subregion_code,
        oda: c.oda,
        ldc: c.ldc,
        sids: c.sids,
        lon: c.lon ?? NaN,
        lat: c.lat ?? NaN
      }))
      .sort((a, b) => (a.iso2 < b.iso2 ? -1 : 1)),
    goals: records.goals
      .map((g) => ({
        goal: g.goal,
        colour: g.colour,
        shortDe: g.short_de,
        shortEn: g.short_en,
        titleDe: g.title_de,
        titleEn: g.title_en
      }))
      .sort((a, b) => a.goal - b.goal),
    topics: records.topics
      .map((t) => ({ id: t.id, nameDe: t.name_de, nameEn: t.name_en, goals: goalsOf(t) }))
      .sort(byId),
    programmeRules: records.programme_rules
      .map((rule) => ({
        id: rule.id,
        nameDe: rule.name_de,
        nameEn: rule.name_en,
        programme: rule.programme,
        goals: goalsOf(rule)
      }))
      .sort(byId),
    sources: sources.sort(byId)
  };
}

/** Year of the DAC list: the newest one its source speaks of; '' when it is not among the sources. */
function odaYear(sources: readonly Source[]): string {
  const source = sources.find(({ id }) => /(^|-)dac(-|$)/.test(id));
  return source?.stateDe.match(/\d{4}/)?.[0] ?? source?.retrievedAt.slice(0, 4) ?? '';
}
