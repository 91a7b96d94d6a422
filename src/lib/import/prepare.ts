/**
 * The whole import as one pure step: texts of the seed in, resolved partnerships out.
 *
 * Contract: no files, no network, no clock. The same texts give the same result.
 */
import { assemble, type Outcome, type Partnership } from './assemble.ts';
import { BOROUGH_IDS, boroughFinder } from './boroughs.ts';
import { countryOf, readCountries, type Countries } from './countries.ts';
import { readDecisions, type DecisionFiles } from './decisions.ts';
import { readMerges, type MergedRow, type Merges } from './merges.ts';
import { readFacts } from './facts.ts';
import { bodiesOf, moreNames, readMore, type More, type MoreFiles } from './more.ts';
import { readGazetteer, type Gazetteer, type Place } from './gazetteer.ts';
import { germanIndex } from './german.ts';
import { fold } from './names.ts';
import { wantedKeys } from './partners.ts';
import { readReference, type Reference } from './reference.ts';
import { readRegister, type Body, type Register } from './register.ts';
import { resolve } from './resolve.ts';
import type { Foreign } from './members.ts';
import { readTable } from './table.ts';
import type { Side, Tie } from './ties.ts';
import { readWikidata } from './wikidata.ts';
import { readWikipedia } from './wikipedia.ts';

/** The files of the seed, decoded. */
export interface SeedFiles extends DecisionFiles, MoreFiles {
  gemeinden: string;
  kreise: string;
  laender: string;
  history: string;
  countries: string;
  /** Label points; null while the file does not exist. */
  anchors: string | null;
  sdg: string;
  topics: string;
  spellings: string;
  rules: string;
  /** The reasons of topics and rules in German. */
  reasons: string;
  places: string;
  exonyms: string;
  wikidata: string;
  wikipedia: string;
  facts1: string;
  facts2: string;
  updates: string;
  aliases: string;
  /** Where a unit that GeoNames lacks has its seat. */
  seats: string;
  /** The ledger of ids, for merged ones. */
  ids: string;
  merges: string;
}

export interface Prepared {
  register: Register;
  countries: Countries;
  reference: Reference;
  partnerships: Partnership[];
  outcomes: Outcome[];
  /** For the candidates of hard rows. */
  gazetteer: Gazetteer;
  /** Key of a partner of a body -> the one it was merged into. */
  mergedInto: Merges['partner'];
  /** Ids that lead to another one. */
  merged: MergedRow[];
  /** Bodies to be stored: the register's, and boroughs and Verbandsgemeinden that a row names. */
  bodies: Body[];
  partners: Foreign[];
  /** Seats of partners that are no place of the gazetteer, by key. */
  seats: ReadonlyMap<string, Place>;
  /** Memberships, examples, requests, actors, funding, reviews, territorial changes. */
  more: More;
  /** Rows of the Wikipedia file without a German side. */
  outOfScope: number;
}

/** @throws {InputError} when a file as a whole can't be read */
export function prepare(files: SeedFiles): Prepared {
  const register = readRegister(files);
  const countries = readCountries(files.countries, files.anchors);
  const wikipedia = readWikipedia(files.wikipedia);
  // The order is the precedence: curated facts, then CC0, then CC BY-SA.
  const ties: Tie[] = [
    ...readFacts(files.facts1, 'extracted_partnerships.csv', '1', false),
    ...readFacts(files.facts2, 'extracted_partnerships_2.csv', '2', false),
    ...readFacts(files.updates, 'topic_updates.csv', 'u', true),
    ...readWikidata(files.wikidata),
    ...wikipedia.ties
  ];
  const gazetteer = readGazetteer(
    files.places,
    files.exonyms,
    wanted(ties, moreNames(files), countries)
  );
  const positions = new Map(
    BOROUGH_IDS.flatMap((id) => {
      const place = gazetteer.place(id);
      return place ? [[id, place.at] as const] : [];
    })
  );
  const borough = boroughFinder(positions, register.byAgs);
  const index = germanIndex(register, (id) => gazetteer.names(id), borough);
  const decisions = readDecisions(files, register);
  const merges = readMerges(files.ids, files.merges);
  const aliases = readAliases(files.aliases);
  const rows = resolve(ties, index, gazetteer, countries, aliases, decisions, merges.partner);
  const { partnerships, outcomes } = assemble(rows);
  const members = partnerships.flatMap((partnership) => partnership.members);
  const partners = unique(members.flatMap((member) => member.foreign ?? []));
  const known = new Set(partners.map(({ key }) => key));
  const reference = readReference(files);
  const more = readMore(files, reference, {
    register,
    countries,
    index,
    gazetteer,
    aliases,
    partnerships,
    outcomes
  });
  return {
    register,
    countries,
    reference,
    more,
    partnerships,
    outcomes,
    gazetteer,
    mergedInto: merges.partner,
    merged: merges.rows((key) => known.has(key)),
    bodies: unique([
      ...register.bodies,
      ...members.flatMap((member) => member.body ?? []),
      ...bodiesOf(more)
    ]),
    partners,
    seats: readSeats(files.seats, gazetteer),
    outOfScope: wikipedia.outOfScope
  };
}

function wanted(
  ties: Tie[],
  more: readonly Pick<Side, 'label' | 'country' | 'hint'>[],
  countries: Countries
): Set<string> {
  const keys = new Set<string>();
  for (const { label, country: stated, hint } of [...ties.map((tie) => tie.partner), ...more]) {
    const country = countryOf(countries, stated, label, hint);
    if (country && country !== 'DE') for (const key of wantedKeys(country, label)) keys.add(key);
  }
  return keys;
}

function readAliases(text: string): Map<string, { key: string; name: string }> {
  const rows = readTable(text, {
    file: 'partner_aliases.csv',
    columns: ['country', 'spelling', 'key', 'name'] as const
  });
  return new Map(
    rows.map(({ cells }) => [
      `${cells.country}|${fold(cells.spelling)}`,
      { key: cells.key, name: cells.name }
    ])
  );
}

function readSeats(text: string, gazetteer: Gazetteer): Map<string, Place> {
  const rows = readTable(text, {
    file: 'partner_seats.csv',
    columns: ['key', 'geonames', 'reason'] as const
  });
  return new Map(
    rows.map(({ cells }) => {
      const place = gazetteer.place(Number(cells.geonames));
      if (!place) throw new Error(`partner_seats.csv: no place ${cells.geonames}`);
      return [cells.key, place];
    })
  );
}

function unique<T extends { key: string }>(items: T[]): T[] {
  return [...new Map(items.map((item) => [item.key, item])).values()].sort((a, b) =>
    a.key < b.key ? -1 : 1
  );
}
