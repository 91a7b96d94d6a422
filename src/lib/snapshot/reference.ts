/**
 * The reference lists inside part `core`: Länder, Kreise, countries, goals, topics, rules, sources.
 * A snapshot carries its own rule tables, so that an old one is read by the rules of its time.
 */
import type { Dataset } from '../domain/dataset.ts';
import { PROGRAMMES, RELEVANCES, type Relevance } from '../domain/model.ts';
import { toDegrees, type Table } from './columns.ts';
import { decodeCoverage, encodeCoverage } from './coverage.ts';

export type Reference = Pick<
  Dataset,
  | 'odaYear'
  | 'laender'
  | 'kreise'
  | 'regions'
  | 'countries'
  | 'goals'
  | 'topics'
  | 'programmeRules'
  | 'sources'
  | 'gemeinden'
  | 'kreisGemeinden'
  | 'confirmedNone'
>;

/** Goal and relevance as text, main ones first: `6,13` and `3` -> ['6,13', '3']. */
const encodeGoals = (goals: { goal: number; relevance: Relevance }[]) =>
  RELEVANCES.map((relevance) =>
    goals
      .filter((goal) => goal.relevance === relevance)
      .map(({ goal }) => goal)
      .join(',')
  );

export function encodeReference(dataset: Dataset) {
  const { countries } = dataset;
  return {
    odaYear: dataset.odaYear,
    laender: dataset.laender.map(({ code, name }) => [code, name]),
    kreise: dataset.kreise.map(({ code, name }) => [code, name]),
    regions: dataset.regions.map(({ code, nameDe, nameEn }) => [code, nameDe, nameEn]),
    countries: {
      iso2: countries.map((country) => country.iso2),
      nameDe: countries.map((country) => country.nameDe),
      nameEn: countries.map((country) => country.nameEn),
      region: countries.map((country) => country.region),
      flags: countries.map(({ oda, ldc, sids }) => +oda | (+ldc << 1) | (+sids << 2)),
      lon: toDegrees(countries.map((country) => country.lon)),
      lat: toDegrees(countries.map((country) => country.lat))
    },
    goals: dataset.goals.map((goal) => [
      String(goal.goal),
      goal.colour,
      goal.shortDe,
      goal.shortEn,
      goal.titleDe,
      goal.titleEn
    ]),
    topics: dataset.topics.map((topic) => [
      topic.id,
      topic.nameDe,
      topic.nameEn,
      ...encodeGoals(topic.goals)
    ]),
    programmeRules: dataset.programmeRules.map((rule) => [
      rule.id,
      rule.nameDe,
      rule.nameEn,
      rule.programme ?? '',
      ...encodeGoals(rule.goals)
    ]),
    sources: dataset.sources.map((source) => [
      source.id,
      source.title,
      source.url,
      source.licence,
      source.licenceUrl,
      source.attributionDe,
      source.attributionEn,
      source.retrievedAt,
      source.stateDe,
      source.stateEn,
      String(source.layer)
    ]),
    ...encodeCoverage(dataset)
  };
}

/** @throws {SnapshotError} */
export function decodeReference(core: Table): Reference {
  const goalsOf = (main: string, significant: string) =>
    [main, significant].flatMap((list, k) =>
      list === ''
        ? []
        : list.split(',').map((text) => {
            const goal = Number(text);
            core.demand(goal >= 1 && goal <= 17, 'rules', `${text} is no goal`);
            return { goal, relevance: RELEVANCES[k]! };
          })
    );
  const areas = (column: 'laender' | 'kreise') =>
    core.rows(column, 2).map(([code, name]) => ({ code: code!, name: name! }));
  const [laender, kreise] = [areas('laender'), areas('kreise')];
  return {
    odaYear: core.text('odaYear'),
    laender,
    kreise,
    regions: core
      .rows('regions', 3)
      .map(([code, nameDe, nameEn]) => ({ code: code!, nameDe: nameDe!, nameEn: nameEn! })),
    countries: decodeCountries(core.table('countries')),
    goals: core.rows('goals', 6).map((row) => {
      const [goal, colour, shortDe, shortEn, titleDe, titleEn] = row as Row<6>;
      return { goal: Number(goal), colour, shortDe, shortEn, titleDe, titleEn };
    }),
    topics: core.rows('topics', 5).map((row) => {
      const [id, nameDe, nameEn, main, significant] = row as Row<5>;
      return { id, nameDe, nameEn, goals: goalsOf(main, significant) };
    }),
    programmeRules: core.rows('programmeRules', 6).map((row) => {
      const [id, nameDe, nameEn, kind, main, significant] = row as Row<6>;
      const programme = PROGRAMMES.find((known) => known === kind) ?? null;
      core.demand(kind === '' || programme !== null, 'programmeRules', `${kind} is no programme`);
      return { id, nameDe, nameEn, programme, goals: goalsOf(main, significant) };
    }),
    sources: core.rows('sources', 11).map((row) => {
      const [id, title, url, licence, licenceUrl, attributionDe, attributionEn] = row as Row<11>;
      const [retrievedAt, stateDe, stateEn, layer] = row.slice(7) as Row<4>;
      core.demand(/^(-1|[0-7])$/.test(layer), 'sources', `${layer} is no layer`);
      return {
        ...{ id, title, url, licence, licenceUrl, attributionDe, attributionEn },
        ...{ retrievedAt, stateDe, stateEn, layer: Number(layer) }
      };
    }),
    ...decodeCoverage(core, { laender: laender.length, kreise: kreise.length })
  };
}

type Row<N extends number, R extends string[] = []> = R['length'] extends N
  ? R
  : Row<N, [...R, string]>;

function decodeCountries(table: Table): Dataset['countries'] {
  const iso2 = table.texts('iso2');
  const { length } = iso2;
  table.demand(length <= 256, 'iso2', 'more than 256 countries');
  const nameDe = table.texts('nameDe', length);
  const nameEn = table.texts('nameEn', length);
  const region = table.texts('region', length);
  const flags = table.integers('flags', length, 0, 7);
  const lon = Array.from(table.degrees('lon', length, 180, true), round);
  const lat = Array.from(table.degrees('lat', length, 90, true), round);
  return iso2.map((iso2, row) => ({
    iso2,
    nameDe: nameDe[row]!,
    nameEn: nameEn[row]!,
    region: region[row]!,
    oda: (flags[row]! & 1) !== 0,
    ldc: (flags[row]! & 2) !== 0,
    sids: (flags[row]! & 4) !== 0,
    lon: lon[row]!,
    lat: lat[row]!
  }));
}

/** Back from 32-bit floats to the four digits that were written. */
const round = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
