/** Positions from the cells of tables; distances are the domain's. */
import { km, type Position } from '../domain/geo.ts';

export { km, type Position };

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
