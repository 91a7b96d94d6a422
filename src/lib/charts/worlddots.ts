/**
 * Layout of a small world with a dot per country, its area in proportion to the count.
 *
 * Contract: pure; units of the world picture. All pictures that stand together share `most`, so that
 * equal dots mean equal counts. Large dots are drawn first, so that small ones stay in sight.
 */
import { inFrame, WORLD_FRAME, worldProjection } from './projection.ts';

export interface Dotted {
  iso2: string;
  name: string;
  /** Degrees. */
  lon: number;
  lat: number;
  partnerships: number;
}

export interface Dot {
  iso2: string;
  x: number;
  y: number;
  radius: number;
}

/** Radius of the largest and the smallest dot, world units. */
const LARGEST = 44;
const SMALLEST = 6;

/** @param most the largest count in all pictures of the set */
export function worldDots(countries: readonly Dotted[], most: number): Dot[] {
  const projection = worldProjection();
  const round = (value: number) => Math.round(value * 10) / 10;
  return countries
    .toSorted((a, b) => b.partnerships - a.partnerships || (a.iso2 < b.iso2 ? -1 : 1))
    .flatMap(({ iso2, lon, lat, partnerships }) => {
      const at = projection([lon, lat]);
      if (!at || !inFrame(at, WORLD_FRAME)) return [];
      return { iso2, x: round(at[0]), y: round(at[1]), radius: dotRadius(partnerships, most) };
    });
}

/** Radius in world units; its square is proportional to the count, down to what can be seen. */
export function dotRadius(partnerships: number, most: number): number {
  const exact = LARGEST * Math.sqrt(partnerships / Math.max(1, most));
  return Math.round(Math.max(SMALLEST, exact) * 10) / 10;
}
