/**
 * Part `core`, format 1: everything for map, filters and table, as JSON columns.
 *
 * Contract: `decodeCore(encodeCore(dataset), stamp)` equals the dataset; version and date are not
 * inside (the same content keeps the same bytes and hash, whatever its number). Decoding checks
 * every length and bound and throws; there is no half Dataset. Published formats stay decodable:
 * `core.test.ts` holds them by golden files.
 */
import type { Dataset, PartnershipColumns } from '../domain/dataset.ts';
import { AUTHORITY_KINDS, BASES, FORMS, LAYERS, PROGRAMMES, STATUSES } from '../domain/model.ts';
import { idSteps, openPart, toCounts, toDegrees, type Table } from './columns.ts';
import { decodeReference, encodeReference } from './reference.ts';

/** What the manifest knows about the snapshot, and the part does not. */
export interface Stamp {
  version: number;
  /** ISO timestamp. */
  publishedAt: string;
}

export function encodeCore(dataset: Dataset): string {
  const { authorities, partners, partnerships } = dataset;
  return JSON.stringify({
    format: 1,
    part: 'core',
    ...encodeReference(dataset),
    authorities: {
      id: idSteps(authorities.id),
      kind: authorities.kind.map((kind) => AUTHORITY_KINDS.indexOf(kind)),
      ags: authorities.ags,
      name: authorities.name,
      land: [...authorities.land],
      // The Kreis is the beginning of the AGS nearly everywhere: `null` says "as the AGS has it".
      kreis: authorities.kreis.map((kreis, row) =>
        kreis === kreisOfAgs(authorities.ags[row]!) ? null : kreis
      ),
      population: [...authorities.population],
      lon: toDegrees(authorities.lon),
      lat: toDegrees(authorities.lat)
    },
    partners: {
      id: idSteps(partners.id),
      nameDe: partners.nameDe,
      // '' = the same as in German.
      nameEn: partners.nameEn.map((name, row) => (name === partners.nameDe[row] ? '' : name)),
      country: [...partners.country],
      lon: toDegrees(partners.lon),
      lat: toDegrees(partners.lat)
    },
    partnerships: encodePartnerships(partnerships),
    // Optional: parts of format 1 from before it have none.
    ...(dataset.moved.size > 0 && { moved: [...dataset.moved] })
  });
}

/** Highest goal bit; bit 0 is never set, and an odd mask is refused. */
const TOP_GOAL = 1 << 17;

const ID = /^[apt][1-9]\d{0,8}$/;

const kreisOfAgs = (ags: string) => (ags.length >= 5 ? ags.slice(0, 5) : '');

function encodePartnerships(ties: PartnershipColumns) {
  return {
    id: idSteps(ties.id),
    memberCount: toCounts(ties.memberStart),
    members: [...ties.members],
    form: [...ties.form],
    status: [...ties.status],
    since: [...ties.since],
    programmes: [...ties.programmes],
    goals: Object.fromEntries(BASES.map((basis, k) => [basis, [...ties.goals[k]!]])),
    layers: [...ties.layers],
    flags: [...ties.flags],
    topicCount: toCounts(ties.topicStart),
    topics: [...ties.topicList]
  };
}

/**
 * @param input the part as text, or parsed
 * @throws {SnapshotError} on anything that is not a whole and sound part `core`
 */
export function decodeCore(input: unknown, stamp: Stamp): Dataset {
  const core = openPart(input, 'core');
  const reference = decodeReference(core);
  const authorities = decodeAuthorities(core.table('authorities'), reference.laender.length);
  const partners = decodePartners(core.table('partners'), reference.countries.length);
  const moved = core.optional('moved') === undefined ? [] : core.rows('moved', 2);
  for (const [from, into] of moved)
    core.demand(
      ID.test(from!) && ID.test(into!) && from![0] === into![0],
      'moved',
      `${from}: no id`
    );
  return {
    version: stamp.version,
    publishedAt: stamp.publishedAt,
    ...reference,
    authorities,
    partners,
    partnerships: decodePartnerships(core.table('partnerships'), {
      authorities: authorities.length,
      partners: partners.length,
      topics: reference.topics.length
    }),
    moved: new Map(moved as [string, string][])
  };
}

function decodeAuthorities(table: Table, laender: number): Dataset['authorities'] {
  const id = table.ids('id', 'a');
  const { length } = id;
  const ags = table.texts('ags', length);
  return {
    length,
    id,
    kind: table
      .integers('kind', length, 0, AUTHORITY_KINDS.length - 1)
      .map((kind) => AUTHORITY_KINDS[kind]!),
    ags,
    name: table.texts('name', length),
    land: Uint8Array.from(table.integers('land', length, 0, laender - 1)),
    kreis: table.list('kreis', length).map((kreis, row) => {
      table.demand(kreis === null || typeof kreis === 'string', 'kreis', `row ${row}: no text`);
      return kreis === null ? kreisOfAgs(ags[row]!) : String(kreis);
    }),
    population: Int32Array.from(table.integers('population', length, -1, 100_000_000)),
    lon: table.degrees('lon', length, 180),
    lat: table.degrees('lat', length, 90)
  };
}

function decodePartners(table: Table, countries: number): Dataset['partners'] {
  const id = table.ids('id', 'p');
  const { length } = id;
  const nameDe = table.texts('nameDe', length);
  return {
    length,
    id,
    nameDe,
    nameEn: table.texts('nameEn', length).map((name, row) => name || nameDe[row]!),
    country: Uint8Array.from(table.integers('country', length, 0, countries - 1)),
    lon: table.degrees('lon', length, 180, true),
    lat: table.degrees('lat', length, 90, true)
  };
}

function decodePartnerships(
  table: Table,
  sizes: { authorities: number; partners: number; topics: number }
): PartnershipColumns {
  const id = table.ids('id', 't');
  const { length } = id;
  const memberStart = table.starts('memberCount', length, 2);
  const topicStart = table.starts('topicCount', length, 0);
  const members = table.integers(
    'members',
    memberStart[length]!,
    -sizes.partners,
    sizes.authorities - 1
  );
  for (let row = 0; row < length; row++) {
    const own = members.slice(memberStart[row], memberStart[row + 1]);
    table.demand(
      own.some((member) => member >= 0),
      'members',
      `row ${row}: no German member`
    );
  }
  const goals = table.table('goals');
  const masks = BASES.map((basis) =>
    Uint32Array.from(goals.integers(basis, length, 0, 2 * TOP_GOAL - 2), (mask, row) => {
      goals.demand(mask % 2 === 0, basis, `row ${row}: bit 0 is no goal`);
      return mask;
    })
  );
  const since = table.integers('since', length, 0, 2100);
  since.forEach((year, row) =>
    table.demand(year === 0 || year >= 1000, 'since', `row ${row}: ${year} is no year`)
  );
  const column = (name: string, max: number) =>
    Uint8Array.from(table.integers(name, length, 0, max));
  return {
    length,
    id,
    memberStart,
    members: Int32Array.from(members),
    form: column('form', FORMS.length - 1),
    status: column('status', STATUSES.length - 1),
    since: Uint16Array.from(since),
    programmes: column('programmes', (1 << PROGRAMMES.length) - 1),
    goals: masks as PartnershipColumns['goals'],
    layers: column('layers', (1 << LAYERS.length) - 1),
    flags: column('flags', 3),
    topicStart,
    topicList: Uint8Array.from(table.integers('topics', topicStart[length]!, 0, sizes.topics - 1))
  };
}
