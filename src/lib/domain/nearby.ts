/**
 * Who lies within a number of kilometres: points in cells of a grid, so that asking about every
 * place of Germany takes time in step with the number of places.
 *
 * Contract: pure; distances are those of `geo.ts`. Right anywhere but across the date line and at the
 * poles. Points without a position are left out.
 */
import { km as distance } from './geo.ts';

export interface Point {
  lon: number;
  lat: number;
}

export interface Hit {
  /** Position in the list of points. */
  at: number;
  km: number;
}

export interface Nearby {
  /** Whether any point is within `km`, the border included. */
  any(from: Point, km: number): boolean;
  /** All of them, nearest first, then in the order of the list. */
  within(from: Point, km: number): Hit[];
}

/** Kilometres of a degree of latitude, rather too few, so that no cell is missed. */
const DEGREE = 111;
/** Degrees of a cell: about 22 by 14 to 17 km in Germany. */
const CELL = 0.2;
const COLUMNS = 4096;

export function nearbyOf(points: readonly Point[]): Nearby {
  const cells = new Map<number, number[]>();
  points.forEach(({ lon, lat }, at) => {
    if (Number.isNaN(lon) || Number.isNaN(lat)) return;
    const key = Math.floor(lat / CELL) * COLUMNS + Math.floor(lon / CELL);
    const cell = cells.get(key);
    if (cell) cell.push(at);
    else cells.set(key, [at]);
  });

  /** Calls for each point within reach until the answer is true. */
  function each({ lon, lat }: Point, km: number, take: (at: number, km: number) => boolean) {
    const up = km / DEGREE;
    const aside = up / Math.max(0.01, Math.cos(((Math.abs(lat) + up) * Math.PI) / 180));
    const [south, north] = [Math.floor((lat - up) / CELL), Math.floor((lat + up) / CELL)];
    const [west, east] = [Math.floor((lon - aside) / CELL), Math.floor((lon + aside) / CELL)];
    for (let y = south; y <= north; y++)
      for (let x = west; x <= east; x++)
        for (const at of cells.get(y * COLUMNS + x) ?? []) {
          const point = points[at]!;
          const off = distance([lon, lat], [point.lon, point.lat]);
          if (off <= km && take(at, off)) return true;
        }
    return false;
  }

  return {
    any: (from, km) => each(from, km, () => true),
    within(from, km) {
      const hits: Hit[] = [];
      each(from, km, (at, off) => {
        hits.push({ at, km: off });
        return false;
      });
      return hits.sort((a, b) => a.km - b.km || a.at - b.at);
    }
  };
}
