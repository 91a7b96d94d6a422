/**
 * Whom a municipality could ask: engaged Gemeinden that are most like it and close to it.
 *
 * Contract: pure and deterministic; no score, but an order of plain criteria, each decides only
 * where those before it are equal:
 * 1. goals in question: a partnership that fits the filters comes before one that fits all of them
 *    but the goals (such mentors only fill up where fewer than `limit` fit);
 * 2. size class: the same, then the next, and so on;
 * 3. in the same Land or within NEAR kilometres before all others;
 * 4. distance; 5. row.
 * Who is asked (Land, Kreis, size filter) does not limit mentors.
 */
import { derived } from './derived.ts';
import type { Dataset } from './dataset.ts';
import { engagedTies } from './engaged.ts';
import type { Filters } from './filters.ts';
import { km as distance } from './geo.ts';
import { FACTS_BIT } from './derived.ts';
import { SIZE_CLASSES, type SizeClass } from './model.ts';

/** Kilometres within which another Land is as good as one's own. */
export const NEAR = 50;

export interface Mentor {
  /** Authority row. */
  row: number;
  km: number;
  sameLand: boolean;
  /** Classes it is larger (positive) or smaller than the place. */
  larger: number;
  /** Its partnership fits the goals asked for; true where none are. */
  goals: boolean;
  /** Its fitting partnership rows, the one that says most first. */
  ties: number[];
}

/** What is asked for: a Gemeinde with or without a row. */
export interface Learner {
  id: string;
  /** Two-digit Land code. */
  land: string;
  size: SizeClass;
  lon: number;
  lat: number;
}

/** @returns a function that names the mentors of one place, best first, at most `limit` */
export function mentorsFor(
  dataset: Dataset,
  filters: Filters,
  limit = 3
): (place: Learner) => Mentor[] {
  const { authorities, laender } = dataset;
  const { size } = derived(dataset);
  const fitting = engagedTies(dataset, filters);
  const asksGoals = filters.goals.length > 0 || filters.bases.length > 0;
  const wider = asksGoals
    ? engagedTies(dataset, { ...filters, goals: [], goalsAll: false, bases: [] })
    : fitting;
  const pool = [...wider.keys()].filter(
    (row) =>
      authorities.kind[row] === 'gemeinde' &&
      size[row]! >= 0 &&
      !Number.isNaN(authorities.lon[row]!)
  );

  return (place) => {
    const own = SIZE_CLASSES.findIndex(({ id }) => id === place.size);
    const candidates = pool.flatMap((row): Mentor[] => {
      if (authorities.id[row] === place.id) return [];
      const at = [authorities.lon[row]!, authorities.lat[row]!] as const;
      return [
        {
          row,
          km: distance([place.lon, place.lat], at),
          sameLand: laender[authorities.land[row]!]?.code === place.land,
          larger: size[row]! - own,
          goals: fitting.has(row),
          ties: fitting.get(row) ?? wider.get(row)!
        }
      ];
    });
    return candidates
      .sort(byCriteria)
      .slice(0, limit)
      .map((mentor) => ({ ...mentor, ties: tellingFirst(dataset, filters, mentor.ties) }));
  };
}

const far = ({ sameLand, km }: Mentor) => Number(!sameLand && km > NEAR);

const byCriteria = (a: Mentor, b: Mentor): number =>
  Number(b.goals) - Number(a.goals) ||
  Math.abs(a.larger) - Math.abs(b.larger) ||
  far(a) - far(b) ||
  a.km - b.km ||
  a.row - b.row;

/** Goals in question first, then any goals, then what was read on a page, then the row. */
function tellingFirst(
  { partnerships }: Dataset,
  { goals }: Filters,
  ties: readonly number[]
): number[] {
  const asked = goals.reduce<number>((bits, g) => (g === 'keine' ? bits : bits | (1 << g)), 0);
  const bits = (row: number) => partnerships.goals.reduce((all, mask) => all | mask[row]!, 0);
  const rank = (row: number) =>
    Number((bits(row) & asked) !== 0) * 4 +
    Number(bits(row) !== 0) * 2 +
    Number((partnerships.layers[row]! & FACTS_BIT) !== 0);
  return [...ties].sort((a, b) => rank(b) - rank(a) || a - b);
}
