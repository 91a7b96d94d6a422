/** Distances on the sphere. Positions are [lon, lat] in degrees, results in kilometres. */
export type Position = readonly [lon: number, lat: number];

const RAD = Math.PI / 180;

/** Great-circle distance (haversine), km. */
export function km(a: Position, b: Position): number {
  const dLat = (b[1] - a[1]) * RAD;
  const dLon = (b[0] - a[0]) * RAD;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * RAD) * Math.cos(b[1] * RAD) * Math.sin(dLon / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * A position from two cells, or null where they hold none: blank, not a number, out of range, or
 * exactly (0, 0), which geocoders give for "not found".
 */
export function position(lon: string, lat: string): Position | null {
  if (lon.trim() === '' || lat.trim() === '') return null;
  const x = Number(lon);
  const y = Number(lat);
  if (!Number.isFinite(x) || !Number.isFinite(y) || (x === 0 && y === 0)) return null;
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? [x, y] : null;
}
