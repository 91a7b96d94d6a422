/**
 * From the records of the database to what is published: dataset, detail and register.
 *
 * Contract: pure; the same records give the same result whatever order they come in (rows sorted by
 * id, lists by key). Merged bodies are replaced by what they were merged into. Goals by rule are
 * derived here and nowhere else. A record that points nowhere is an error: nothing is published.
 */
import type { Records } from '../data/records.ts';
import { FLAG_INITIATED, FLAG_OPERATOR, type Dataset } from '../domain/dataset.ts';
import type { Details } from '../domain/detail.ts';
import { FORMS, STATUSES } from '../domain/model.ts';
import type { RegisterEntry } from '../domain/register.ts';
import { confirmedNone, denominators } from './assemblecoverage.ts';
import { assembleExtras } from './assembleextras.ts';
import { assembleReference } from './assemblereference.ts';
import { assembleTies } from './assembleties.ts';
import { byId, bySequence, must, successors } from './gather.ts';

export interface Assembled {
  /** Version 0, no date: they are given by the database. */
  dataset: Dataset;
  /** Ascending by partnership id. */
  details: Details;
  register: RegisterEntry[];
}

/** @throws {AssembleError} when a record points to nothing */
export function assemble(records: Records): Assembled {
  const reference = assembleReference(records);
  const ties = assembleTies(records, reference);
  const alive = records.authorities.filter((a) => a.merged_into === null).sort(bySequence);
  const authorities = alive.filter((authority) => ties.members.has(authority.id));
  const partners = records.partners.filter((p) => ties.members.has(p.id)).sort(bySequence);
  const rows = new Map<string, number>([
    ...authorities.map(({ id }, row) => [id, row] as const),
    ...partners.map(({ id }, row) => [id, ~row] as const)
  ]);
  const lands = new Map(reference.laender.map((land, position) => [land.code, position]));
  const countries = new Map(reference.countries.map((country, row) => [country.iso2, row]));
  const { list } = ties;
  const memberRows = list.map((tie) =>
    tie.members
      .map((id) => must(rows.get(id), `${tie.id}: member ${id}`))
      // Ours first, then those abroad, each ascending.
      .sort((a, b) => (a < 0 ? 1e9 - a : a) - (b < 0 ? 1e9 - b : b))
  );
  const dataset: Dataset = {
    version: 0,
    publishedAt: '',
    ...reference,
    authorities: {
      length: authorities.length,
      id: authorities.map((a) => a.id),
      kind: authorities.map((a) => a.kind),
      ags: authorities.map((a) => a.ags ?? ''),
      name: authorities.map((a) => a.name),
      land: Uint8Array.from(authorities, (a) => must(lands.get(a.land_code), `${a.id}: Land`)),
      kreis: authorities.map((a) => a.kreis_ags ?? ''),
      population: Int32Array.from(authorities, (a) => a.population ?? -1),
      lon: Float32Array.from(authorities, (a) => a.lon),
      lat: Float32Array.from(authorities, (a) => a.lat)
    },
    partners: {
      length: partners.length,
      id: partners.map((p) => p.id),
      nameDe: partners.map((p) => p.name_de),
      nameEn: partners.map((p) => p.name_en),
      country: Uint8Array.from(partners, (p) =>
        must(countries.get(p.country_iso2), `${p.id}: country`)
      ),
      lon: Float32Array.from(partners, (p) => p.lon ?? NaN),
      lat: Float32Array.from(partners, (p) => p.lat ?? NaN)
    },
    partnerships: {
      length: list.length,
      id: list.map((tie) => tie.id),
      ...starts(memberRows, (memberStart, members) => ({
        memberStart,
        members: Int32Array.from(members)
      })),
      form: Uint8Array.from(list, (tie) => FORMS.indexOf(tie.form)),
      status: Uint8Array.from(list, (tie) => STATUSES.indexOf(tie.status)),
      since: Uint16Array.from(list, (tie) => tie.since_year ?? 0),
      programmes: Uint8Array.from(list, (tie) => tie.programmes),
      goals: [0, 1, 2, 3].map((k) =>
        Uint32Array.from(list, (tie) => tie.goals[k]!)
      ) as Dataset['partnerships']['goals'],
      layers: Uint8Array.from(list, (tie) => tie.layers),
      flags: Uint8Array.from(
        list,
        (tie) => (tie.initiated ? FLAG_INITIATED : 0) | (tie.operator ? FLAG_OPERATOR : 0)
      ),
      ...starts(
        list.map((tie) => tie.topics),
        (topicStart, topics) => ({ topicStart, topicList: Uint8Array.from(topics) })
      )
    },
    ...denominators(alive, reference),
    confirmedNone: confirmedNone(records, alive),
    moved: movedOf(records, new Set([...alive, ...partners, ...list].map(({ id }) => id)))
  };
  const details = new Map(list.map((tie) => [tie.id, tie.detail]));
  const extras = assembleExtras(records, details);
  return {
    dataset,
    details: extras ? Object.assign(details, { extras }) : details,
    register: alive.map((a) => ({
      id: a.id,
      name: a.name,
      kind: a.kind,
      land: a.land_code,
      kreis: a.kreis_ags ?? '',
      postcode: a.postcode ?? '',
      population: a.population,
      lon: a.lon,
      lat: a.lat
    }))
  };
}

/** Old ids that lead to something published. */
function movedOf(records: Records, published: ReadonlySet<string>): Map<string, string> {
  const { authorities, partners, merged_partnerships = [] } = records;
  const rows = [...authorities, ...partners, ...merged_partnerships];
  const finalOf = successors(rows);
  return new Map(
    rows
      .filter(({ id, merged_into }) => merged_into !== null && published.has(finalOf(id)))
      .sort(byId)
      .map(({ id }) => [id, finalOf(id)])
  );
}

function starts<T>(lists: number[][], make: (starts: Uint32Array, flat: number[]) => T): T {
  const positions = new Uint32Array(lists.length + 1);
  lists.forEach((list, row) => (positions[row + 1] = positions[row]! + list.length));
  return make(positions, lists.flat());
}
