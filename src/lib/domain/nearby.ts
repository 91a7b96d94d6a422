/**
 * Who lies within a number of kilometres, by a k-d tree on the sphere.
 *
 * Contract: pure; distances are those of `geo.ts`. Points without a position are left out.
 */
import { around } from 'geokdbush';
import KDBush from 'kdbush';
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

/** The tree reckons distances in its own way: it is asked a little further, and ours decides. */
const MORE = 0.001;

export function nearbyOf(points: readonly Point[]): Nearby {
  const there = [...points.keys()].filter((at) =>
    Number.isFinite(points[at]!.lon + points[at]!.lat)
  );
  const tree = new KDBush(there.length);
  for (const at of there) tree.add(points[at]!.lon, points[at]!.lat);
  tree.finish();

  function within({ lon, lat }: Point, km: number, most?: number): Hit[] {
    if (!Number.isFinite(lon + lat)) return [];
    const found = around(tree, lon, lat, most, km + MORE).map((id) => {
      const at = there[id]!;
      return { at, km: distance([lon, lat], [points[at]!.lon, points[at]!.lat]) };
    });
    return found.filter((hit) => hit.km <= km).sort((a, b) => a.km - b.km || a.at - b.at);
  }
  return { any: (from, km) => within(from, km, 1).length > 0, within };
}
