/**
 * Where else something is going on: recorded places near a place, and places like it.
 *
 * Contract: pure; only places with a partnership abroad that is shown without any filter count as
 * active, so that the numbers are those a reader finds there. Order is total (distance or difference,
 * then row): the same question has the same answer everywhere.
 */
import type { Dataset } from './dataset.ts';
import { NO_FILTERS } from './filters.ts';
import { tiesByAuthority, tiesByPartner } from './flows.ts';
import { km, type Position } from './geo.ts';
import { sizeClassOf, type AuthorityKind } from './model.ts';
import { select, type Selection } from './selection.ts';

export interface Near {
  /** Authority row, or partner row for `partnersNear`. */
  row: number;
  /** Great-circle distance between the points of both places. */
  km: number;
  /** Partnerships shown without any filter. */
  ties: number;
}

export interface Active {
  selection: Selection;
  /** Ties by authority row and by partner row; 0 is never a value. */
  authorities: ReadonlyMap<number, number>;
  partners: ReadonlyMap<number, number>;
}

const cache = new WeakMap<Dataset, Active>();

/** Who has something to show without any filter; made once per dataset. */
export function activeOf(dataset: Dataset): Active {
  let active = cache.get(dataset);
  if (!active) {
    const selection = select(dataset, NO_FILTERS);
    active = {
      selection,
      authorities: tiesByAuthority(dataset, selection),
      partners: tiesByPartner(dataset, selection)
    };
    cache.set(dataset, active);
  }
  return active;
}

/** What is asked about: a body in Germany, with or without a record. */
export interface Spot {
  id: string;
  kind: AuthorityKind;
  landCode: string;
  /** Five-digit code; '' for Länder. */
  kreisCode: string;
  population: number | null;
  lon: number;
  lat: number;
}

export interface Neighbours {
  /** Active bodies of the same level in the same Kreis, nearest first. */
  inKreis: Near[];
  /** Row of the Landkreis itself where it is active and not the place asked about; else null. */
  landkreis: Near | null;
  /** Active bodies of the same level elsewhere, nearest first. */
  beyond: Near[];
}

/** Gemeinden, Verbandsgemeinden and Bezirke are neighbours of each other; Kreise and Länder of theirs. */
const levelOf = (kind: AuthorityKind): AuthorityKind =>
  kind === 'landkreis' || kind === 'land' ? kind : 'gemeinde';

/** @param limit entries per list */
export function neighboursOf(dataset: Dataset, spot: Spot, limit: number): Neighbours {
  const { authorities: all } = dataset;
  const level = levelOf(spot.kind);
  const found: Near[] = [];
  let landkreis: Near | null = null;
  for (const [row, ties] of activeOf(dataset).authorities) {
    if (all.id[row] === spot.id) continue;
    const near = { row, ties, km: distance(spot, all, row) };
    if (Number.isNaN(near.km)) continue;
    if (levelOf(all.kind[row]!) === level) found.push(near);
    else if (level === 'gemeinde' && all.kind[row] === 'landkreis' && inKreis(row))
      landkreis = near;
  }
  found.sort(nearest);
  return {
    inKreis: found.filter(({ row }) => inKreis(row)).slice(0, limit),
    landkreis,
    beyond: found.filter(({ row }) => !inKreis(row)).slice(0, limit)
  };

  function inKreis(row: number): boolean {
    return spot.kreisCode !== '' && all.kreis[row] === spot.kreisCode;
  }
}

/**
 * Active bodies like this one: Gemeinden of the same size class, Landkreise; of the same Land, or of
 * all Germany where the Land has no other. Nearest in population first.
 * @returns none where the population is not known, and for kinds that have no like
 */
export function similarTo(
  dataset: Dataset,
  spot: Spot,
  limit: number
): { rows: Near[]; sameLand: boolean } {
  const { authorities: all, laender } = dataset;
  const { kind, population } = spot;
  const size = sizeClassOf(population);
  if (population === null || (kind !== 'gemeinde' && kind !== 'landkreis'))
    return { rows: [], sameLand: true };
  const like: (Near & { off: number; land: string })[] = [];
  for (const [row, ties] of activeOf(dataset).authorities) {
    const people = all.population[row]!;
    if (all.id[row] === spot.id || all.kind[row] !== kind || people < 0) continue;
    if (kind === 'gemeinde' && sizeClassOf(people) !== size) continue;
    like.push({
      row,
      ties,
      km: distance(spot, all, row),
      off: Math.abs(people - population),
      land: laender[all.land[row]!]?.code ?? ''
    });
  }
  like.sort((a, b) => a.off - b.off || a.row - b.row);
  const own = like.filter(({ land }) => land === spot.landCode);
  const rows = (own.length > 0 ? own : like).slice(0, limit);
  return { rows: rows.map(({ row, km, ties }) => ({ row, km, ties })), sameLand: own.length > 0 };
}

/** Other active partner places of the same country, nearest first; none for a place not located. */
export function partnersNear(dataset: Dataset, row: number, limit: number): Near[] {
  const { partners } = dataset;
  const at = { lon: partners.lon[row]!, lat: partners.lat[row]! };
  const found: Near[] = [];
  for (const [other, ties] of activeOf(dataset).partners)
    if (other !== row && partners.country[other] === partners.country[row])
      found.push({ row: other, ties, km: distance(at, partners, other) });
  return found
    .filter((near) => !Number.isNaN(near.km))
    .sort(nearest)
    .slice(0, limit);
}

interface Columns {
  lon: Float32Array;
  lat: Float32Array;
}

function distance(from: { lon: number; lat: number }, to: Columns, row: number): number {
  const here: Position = [from.lon, from.lat];
  return km(here, [to.lon[row]!, to.lat[row]!]);
}

const nearest = (a: Near, b: Near): number => a.km - b.km || a.row - b.row;
