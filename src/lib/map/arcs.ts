/**
 * Great circles as lines a Mercator map can draw.
 *
 * Contract: pure; degrees; longitudes run on past ±180 instead of jumping, so that a line over
 * the Pacific is one line. Near ends need fewer points than far ones.
 */
export type LonLat = [number, number];

const RAD = Math.PI / 180;

/** Central angle in radians. */
export function angle([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  const sinLat = Math.sin(((lat2 - lat1) * RAD) / 2);
  const sinLon = Math.sin(((lon2 - lon1) * RAD) / 2);
  const h = sinLat ** 2 + Math.cos(lat1 * RAD) * Math.cos(lat2 * RAD) * sinLon ** 2;
  return 2 * Math.asin(Math.min(1, Math.sqrt(h)));
}

const vector = ([lon, lat]: LonLat): [number, number, number] => [
  Math.cos(lat * RAD) * Math.cos(lon * RAD),
  Math.cos(lat * RAD) * Math.sin(lon * RAD),
  Math.sin(lat * RAD)
];

/**
 * Points of the great circle from `start` to `end`, both included.
 * Antipodes have no shortest way; they get the straight line of the map.
 */
export function arc(start: LonLat, end: LonLat): LonLat[] {
  const omega = angle(start, end);
  const sin = Math.sin(omega);
  const steps = Math.max(2, Math.min(64, Math.ceil(omega / (1.5 * RAD))));
  if (omega < 1e-6 || Math.abs(sin) < 1e-6) return [start, end];
  const [a, b] = [vector(start), vector(end)];
  const points: LonLat[] = [start];
  let before = start[0];
  for (let i = 1; i <= steps; i++) {
    const t = i / steps;
    const [wa, wb] = [Math.sin((1 - t) * omega) / sin, Math.sin(t * omega) / sin];
    const [x, y, z] = [0, 1, 2].map((k) => a[k]! * wa + b[k]! * wb) as [number, number, number];
    const raw = Math.atan2(y, x) / RAD;
    const lon = raw + 360 * Math.round((before - raw) / 360);
    points.push([lon, Math.atan2(z, Math.hypot(x, y)) / RAD]);
    before = lon;
  }
  return points;
}
