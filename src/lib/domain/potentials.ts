/**
 * What stands behind the reasons of white spots: engaged neighbours, memberships, places like it,
 * organisations, requests from abroad.
 *
 * Contract: pure; made once per question and asked per place. `reasonsOf` only says which reasons
 * hold and stops at the first proof; `potentialOf` names everything, nearest first.
 */
import { derived } from './derived.ts';
import type { Dataset } from './dataset.ts';
import type { Extras } from './detail.ts';
import { engagedTies } from './engaged.ts';
import type { Filters } from './filters.ts';
import { SIZE_CLASSES, sizeClassOf, type SizeClass } from './model.ts';
import { nearbyOf, type Point } from './nearby.ts';
import { REASONS } from './reasons.ts';
import type { Register, RegisterEntry } from './register.ts';
import { fittingRequests } from './requests.ts';

export interface Neighbour {
  /** Authority row. */
  row: number;
  km: number;
}

export interface Potential {
  /** All others within the radius. */
  neighbours: Neighbour[];
  /** Authority row of the engaged Landkreis. */
  landkreis: number | null;
  /** Network ids, each once. */
  networks: string[];
  /** Gemeinden of its size class in its Land: engaged ones of all. */
  similar: { engaged: number; n: number };
  /** Positions in `extras.actors`; km 0 = in the place itself. */
  actors: { at: number; km: number }[];
  /** Positions in `extras.requests`, and the nearest neighbour with a partnership in that country. */
  requests: { at: number; via: Neighbour }[];
}

/** What is asked of: a Gemeinde of the register. */
export type Place = Pick<RegisterEntry, 'id' | 'land' | 'kreis' | 'lon' | 'lat'> & {
  size: SizeClass;
};

export interface Framework {
  /** Fitting partnership rows by authority row. */
  engaged: ReadonlyMap<number, number[]>;
  /** Bit k = REASONS[k]. */
  reasonsOf(place: Place): number;
  potentialOf(place: Place): Potential;
}

/** @param radius kilometres */
export function frameworkOf(
  dataset: Dataset,
  filters: Filters,
  { register, extras }: { register: Register; extras: Extras | null },
  radius: number
): Framework {
  const { authorities } = dataset;
  const engaged = engagedTies(dataset, filters);
  const rows = [...engaged.keys()].filter((row) => authorities.kind[row] === 'gemeinde');
  rows.sort((a, b) => a - b);
  const pointOf = (row: number): Point => ({
    lon: authorities.lon[row]!,
    lat: authorities.lat[row]!
  });
  const neighbours = nearbyOf(rows.map(pointOf));
  const landkreise = new Map<string, number>();
  for (const row of engaged.keys())
    if (authorities.kind[row] === 'landkreis') landkreise.set(authorities.kreis[row]!, row);
  const networks = new Map<string, string[]>();
  for (const { authority, network } of extras?.memberships ?? []) {
    const own = networks.get(authority) ?? [];
    if (!own.includes(network)) networks.set(authority, [...own, network]);
  }
  const alike = similarOf(dataset, register, rows);
  const actors = actorsOf(dataset, engaged, register, extras);
  const requests = fittingRequests(dataset, filters, extras?.requests ?? []).map((request) => {
    const own = rows.filter((row) => hasPartnerIn(dataset, engaged.get(row)!, request.country));
    return { ...request, rows: own, near: nearbyOf(own.map(pointOf)) };
  });

  function reasonsOf(place: Place): number {
    const holds: Record<(typeof REASONS)[number], boolean> = {
      nachbarn: neighbours.any(place, radius),
      landkreis: landkreise.has(place.kreis),
      netzwerk: networks.has(place.id),
      aehnlich: (alike.get(place.land + place.size)?.engaged ?? 0) > 0,
      akteur: actors.own.has(place.id) || actors.near.any(place, radius),
      gesuch: requests.some(({ near }) => near.any(place, radius))
    };
    return REASONS.reduce((bits, reason, k) => (holds[reason] ? bits | (1 << k) : bits), 0);
  }

  function potentialOf(place: Place): Potential {
    const { own, near, list } = actors;
    const here = own.get(place.id) ?? [];
    return {
      neighbours: neighbours
        .within(place, radius)
        .map(({ at, km }) => ({ row: rows[at]!, km }))
        .filter(({ row }) => authorities.id[row] !== place.id),
      landkreis: landkreise.get(place.kreis) ?? null,
      networks: networks.get(place.id) ?? [],
      similar: alike.get(place.land + place.size) ?? { engaged: 0, n: 0 },
      actors: [
        ...here.map((at) => ({ at, km: 0 })),
        ...near.within(place, radius).map(({ at, km }) => ({ at: list[at]!, km }))
      ],
      requests: requests.flatMap((request) => {
        const [first] = request.near.within(place, radius);
        return first
          ? [{ at: request.at, via: { row: request.rows[first.at]!, km: first.km } }]
          : [];
      })
    };
  }
  return { engaged, reasonsOf, potentialOf };
}

/** Engaged Gemeinden and all, by Land code and size class. */
function similarOf(dataset: Dataset, register: Register, rows: readonly number[]) {
  const { authorities, laender } = dataset;
  const groups = new Map<string, { engaged: number; n: number }>();
  for (const { kind, land, population } of register) {
    const size = kind === 'gemeinde' ? sizeClassOf(population) : null;
    if (size === null) continue;
    const group = groups.get(land + size);
    if (group) group.n++;
    else groups.set(land + size, { engaged: 0, n: 1 });
  }
  const { size } = derived(dataset);
  for (const row of rows) {
    const id = SIZE_CLASSES[size[row]!]?.id;
    const group = groups.get(`${laender[authorities.land[row]!]!.code}${id}`);
    if (group) group.engaged++;
  }
  return groups;
}

/** Organisations by the body they belong to, and those at engaged bodies as points. */
function actorsOf(
  { authorities }: Dataset,
  engaged: ReadonlyMap<number, unknown>,
  register: Register,
  extras: Extras | null
) {
  const active = new Set([...engaged.keys()].map((row) => authorities.id[row]!));
  const own = new Map<string, number[]>();
  extras?.actors.forEach(({ authority }, at) => {
    if (authority) own.set(authority, [...(own.get(authority) ?? []), at]);
  });
  const list: number[] = [];
  const points: Point[] = [];
  // The point of a Landkreis or Land is nobody's neighbour.
  for (const { id, kind, lon, lat } of own.size > 0 ? register : [])
    if (kind !== 'landkreis' && kind !== 'land' && active.has(id))
      for (const at of own.get(id) ?? []) {
        list.push(at);
        points.push({ lon, lat });
      }
  return { own, list, near: nearbyOf(points) };
}

function hasPartnerIn(dataset: Dataset, ties: readonly number[], country: number): boolean {
  const { memberStart, members } = dataset.partnerships;
  return ties.some((tie) =>
    members
      .subarray(memberStart[tie]!, memberStart[tie + 1]!)
      .some((member) => member < 0 && dataset.partners.country[~member] === country)
  );
}
