/** Distances on the sphere. Positions are [lon, lat] in degrees, results in kilometres. Pure. */
export type Position = readonly [lon: number, lat: number];

const RAD = Math.PI / 180;

/** Great-circle distance (haversine), km; NaN where a position is not known. */
export function km(a: Position, b: Position): number {
  const dLat = (b[1] - a[1]) * RAD;
  const dLon = (b[0] - a[0]) * RAD;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * RAD) * Math.cos(b[1] * RAD) * Math.sin(dLon / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)));
}
