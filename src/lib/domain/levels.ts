/**
 * Levels of the state: where a Land itself has partners against where its municipalities have them.
 *
 * Contract: pure; only members that fit the selection count. Every body that is not a Land counts
 * as municipal, Landkreise among them. A tie of several Länder or countries counts in each cell.
 */
import { CITY_STATES } from './areas.ts';
import { cross } from './cross.ts';
import type { Dataset } from './dataset.ts';
import { PROGRAMMES } from './model.ts';
import type { Selection } from './selection.ts';

/** `city`: the Land is a city, so the two sides cannot be told apart. */
export type LevelState = 'both' | 'land' | 'municipal' | 'city';

export interface Level {
  /** Positions in `laender` and `countries`. */
  land: number;
  country: number;
  state: LevelState;
  /** Partnership rows of the Land itself, of other bodies in it, and both, each once, ascending. */
  own: number[];
  municipal: number[];
  rows: number[];
  /** Of `municipal`: recorded as part of a Länderpartnerschaft. */
  within: number[];
  /** Partner rows of the Land itself in that country, ascending. */
  partners: number[];
}

const WITHIN = 1 << PROGRAMMES.indexOf('laenderpartnerschaft');

/** @returns the cells that occur, by Land, then by country */
export function levels(dataset: Dataset, selection: Selection): Level[] {
  const { authorities, partners, partnerships, laender } = dataset;
  const country = (partner: number) => partners.country[partner]!;
  const ofLand = (body: number) => authorities.kind[body] === 'land';
  const found = new Map<string, Level>();
  for (const own of [true, false]) {
    const left = (body: number) => (ofLand(body) === own ? authorities.land[body]! : -1);
    for (const cell of cross(dataset, selection, left, country)) {
      const key = `${cell.left} ${cell.right}`;
      const level = found.get(key) ?? {
        land: cell.left,
        country: cell.right,
        state: 'municipal',
        own: [],
        municipal: [],
        rows: [],
        within: [],
        partners: []
      };
      level[own ? 'own' : 'municipal'] = cell.rows;
      found.set(key, level);
    }
  }
  const fits = new Set(selection.partners);
  for (const level of found.values()) {
    level.state = stateOf(level, laender[level.land]?.code ?? '');
    level.rows = [...new Set([...level.own, ...level.municipal])].sort((a, b) => a - b);
    level.within = level.municipal.filter((row) => partnerships.programmes[row]! & WITHIN);
    level.partners = [...new Set(level.own.flatMap((row) => abroad(row, level.country)))].sort(
      (a, b) => a - b
    );
  }
  return [...found.values()].sort((a, b) => a.land - b.land || a.country - b.country);

  function abroad(row: number, where: number): number[] {
    const { members, memberStart } = partnerships;
    return [...members.subarray(memberStart[row]!, memberStart[row + 1]!)]
      .filter((member) => member < 0)
      .map((member) => ~member)
      .filter((partner) => fits.has(partner) && country(partner) === where);
  }
}

function stateOf({ own, municipal }: Level, land: string): LevelState {
  if (own.length > 0) return municipal.length > 0 ? 'both' : 'land';
  return CITY_STATES.includes(land) ? 'city' : 'municipal';
}
