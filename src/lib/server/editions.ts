/**
 * Editions: snapshots of a part of the records, published beside the whole, with a name that says so.
 *
 * Contract: pure; an edition is what its layers attest and nothing else. Ids are those of the whole.
 * Register and reference lists stay (they are what is counted against, not what is counted); all that
 * only other layers know is left out: ties, years, forms, topics, programmes, goals, what stands beside
 * partnerships, and what bodies said about themselves.
 */
import type { Records } from '../data/records.ts';
import type { Layer } from '../domain/model.ts';
import type { Edition } from '../snapshot/manifest.ts';

/** What the state of 2017 looked like to us: so that two real snapshots can be compared. */
export const WIKIDATA_2017: Edition = {
  id: 'wikidata-2017',
  layers: ['wikidata-2017'],
  title_de: 'Nur Wikidata 2017',
  title_en: 'Wikidata 2017 only',
  note_de:
    'Dieser Datenstand enthält nur, was Wikidata im Jahr 2017 kannte, zugeordnet zum Gemeindeverzeichnis von heute. Er zeigt, was damals erfasst war, und nicht, welche Partnerschaften es damals gab.',
  note_en:
    'This snapshot holds only what Wikidata knew in 2017, matched to the register of municipalities of today. It shows what was recorded then, and not which partnerships existed then.'
};

/** @returns the records as if only these layers had been imported */
export function onlyLayers(records: Records, layers: readonly Layer[]): Records {
  const kept = new Set<string>(layers);
  const own = records.records.filter(({ source_id }) => kept.has(source_id));
  const attested = Map.groupBy(own, ({ partnership_id }) => partnership_id);
  const accounts = records.accounts?.filter(({ source_id }) => kept.has(source_id));
  return {
    ...records,
    sources: records.sources.filter(({ id, layer }) => layer === null || kept.has(id)),
    records: own,
    partnerships: records.partnerships
      .filter(({ id }) => attested.has(id))
      .map(({ id }) => ({
        id,
        form: 'unbekannt',
        status: 'unbekannt',
        since_year: firstYear(attested.get(id)!),
        initiated: false,
        operator: false
      })),
    programmes: [],
    partnership_topics: [],
    tags: [],
    quarantined: (accounts ?? []).reduce((sum, { quarantined }) => sum + quarantined, 0),
    accounts,
    reasons: records.reasons?.filter(({ source_id }) => kept.has(source_id)),
    coverage: [],
    memberships: [],
    examples: [],
    actors: [],
    funding: [],
    reviews: [],
    requests: []
  };
}

function firstYear(rows: Records['records']): number | null {
  const years = rows.flatMap(({ since_year }) => (since_year === null ? [] : [since_year]));
  return years.length === 0 ? null : Math.min(...years);
}
