/**
 * Where to write a country's name: the middle of its largest part.
 *
 * Contract: pure. The point lies inside the largest polygon, far from its edge, and near the
 * centroid where several places are equally roomy (the pole of inaccessibility alone would put
 * Canada's name into the Arctic).
 */
import { geoArea } from 'd3-geo';
import type { MultiPolygon, Polygon, Position } from 'geojson';

/** How strongly a candidate is pulled to the centroid, per degree of distance. */
const PULL = 0.35;

/** The outer ring of the polygon with the largest area on the sphere. */
export function largestPart(geometry: Polygon | MultiPolygon): Position[][] {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const sized = parts.map((rings) => ({
    rings,
    // A ring wound the other way would be measured as the rest of the globe.
    area: foldArea(geoArea({ type: 'Polygon', coordinates: rings }))
  }));
  return sized.reduce((best, part) => (part.area > best.area ? part : best)).rings;
}

const foldArea = (steradians: number) => Math.min(steradians, 4 * Math.PI - steradians);

/** Even-odd test over all rings. */
function inside([x, y]: [number, number], rings: Position[][]): boolean {
  let odd = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i] as [number, number];
      const [xj, yj] = ring[j] as [number, number];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
    }
  return odd;
}

function edgeDistance([x, y]: [number, number], rings: Position[][]): number {
  let least = Infinity;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] as [number, number];
      const [bx, by] = ring[j] as [number, number];
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy;
      const t = length ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
      least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy));
    }
  return least;
}

function centroid(ring: Position[]): [number, number] {
  let [area, cx, cy] = [0, 0, 0];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[j] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    const cross = ax * by - bx * ay;
    area += cross;
    cx += (ax + bx) * cross;
    cy += (ay + by) * cross;
  }
  const [fx, fy] = ring[0] as [number, number];
  return area ? [cx / (3 * area), cy / (3 * area)] : [fx, fy];
}

/**
 * Label point in degrees, rounded to 2 decimals (about 1 km).
 * Distances are measured in degrees of latitude, longitude shrunk at the part's middle.
 */
export function labelPoint(geometry: Polygon | MultiPolygon): [number, number] {
  const part = largestPart(geometry);
  const lats = (part[0] as Position[]).map((p) => p[1] as number);
  const shrink = Math.cos((((Math.min(...lats) + Math.max(...lats)) / 2) * Math.PI) / 180) || 1;
  const rings = part.map((ring) => ring.map((p) => [(p[0] as number) * shrink, p[1] as number]));
  const outer = rings[0] as Position[];
  const xs = outer.map((p) => p[0] as number);
  const ys = outer.map((p) => p[1] as number);
  const middle = centroid(outer);

  let box = { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
  let best: { point: [number, number]; score: number } = { point: middle, score: -Infinity };
  const size = Math.max(box.x1 - box.x0, box.y1 - box.y0);
  for (let round = 0, reach = size; round < 4; round++) {
    const steps = 24;
    for (let i = 0; i <= steps; i++)
      for (let j = 0; j <= steps; j++) {
        const point: [number, number] = [
          box.x0 + ((box.x1 - box.x0) * i) / steps,
          box.y0 + ((box.y1 - box.y0) * j) / steps
        ];
        if (!inside(point, rings)) continue;
        const away = Math.hypot(point[0] - middle[0], point[1] - middle[1]);
        const score = edgeDistance(point, rings) - PULL * away;
        if (score > best.score) best = { point, score };
      }
    reach /= 8;
    const [x, y] = best.point;
    box = { x0: x - reach, x1: x + reach, y0: y - reach, y1: y + reach };
  }
  const round = (value: number) => Math.round(value * 100) / 100;
  return [round(best.point[0] / shrink), round(best.point[1])];
}
