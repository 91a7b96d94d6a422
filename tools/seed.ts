/**
 * The vendored seed as texts, and the ledger of ids beside it. The only reader of `supabase/seed`
 * for the import; what it reads goes to the pure code in `src/lib/import`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { SeedFiles } from '../src/lib/import/prepare.ts';

const SEED = fileURLToPath(new URL('../supabase/seed/', import.meta.url));
const text = (path: string): string => readFileSync(SEED + path, 'utf8');

/** Reads all files of the seed (about 35 MB of text). @throws when a file is missing */
export function readSeed(): SeedFiles {
  return {
    gemeinden: text('register/gemeinden_2024-12-31.csv'),
    kreise: text('register/kreise_2024-12-31.csv'),
    laender: text('register/laender_2024-12-31.csv'),
    history: text('ags-history/ags_2021_to_2024.json'),
    countries: text('countries/countries.csv'),
    anchors: existsSync(`${SEED}countries/anchors.csv`) ? text('countries/anchors.csv') : null,
    sdg: text('sdg/sdg.de-en.json'),
    topics: text('reference/topics.csv'),
    spellings: text('reference/topic_spellings.csv'),
    rules: text('reference/programme_rules.csv'),
    reasons: text('reference/rule_reasons_de.csv'),
    places: gunzipSync(readFileSync(`${SEED}geonames/places_500plus_latin.tsv.gz`)).toString(
      'utf8'
    ),
    exonyms: text('geonames/exonyms_de.csv'),
    wikidata: text('wikidata/germany.tsv'),
    wikipedia: text('wikipedia/twin_cities.csv'),
    facts1: text('facts/extracted_partnerships.csv'),
    facts2: text('facts/extracted_partnerships_2.csv'),
    updates: text('facts/topic_updates.csv'),
    memberships1: text('facts/municipality_memberships.csv'),
    memberships2: text('facts/municipality_memberships_2.csv'),
    membershipNetworks: text('memberships/networks.csv'),
    membershipSpellings: text('memberships/spellings.csv'),
    examples: text('facts/good_examples.csv'),
    requests: text('facts/rgre_partnership_requests.csv'),
    actors: text('reference/actors.csv'),
    funding: text('reference/funding_instruments.csv'),
    reviews: text('reference/un_goals_under_review.csv'),
    ids: readIdsFile(),
    merges: readMergesFile(),
    aliases: text('matching/partner_aliases.csv'),
    seats: text('matching/partner_seats.csv'),
    formerPlaces: text('matching/former_places.csv'),
    tieDecisions: text('matching/tie_decisions.csv'),
    networks: text('matching/networks.csv')
  };
}

export const readIdsFile = (): string => text('ids.tsv');
export const readKeptFile = (): string => text('matching/kept_apart.csv');
export const readMergesFile = (): string => text('merges.tsv');
export const writeIdsFile = (ids: string): void => writeFileSync(`${SEED}ids.tsv`, ids);
