/**
 * The world projection that `static/welt.svg` and every chart drawn on it share.
 *
 * Contract: Equal Earth (areas are true to each other), turned so that the cut runs through the
 * Bering Strait (169° W) and no country but Antarctica is torn; the frame leaves Antarctica out.
 * Changing anything here means running `npm run basemap` again.
 */
import { geoEqualEarth, type GeoProjection } from 'd3-geo';

/** Size of the world picture in its own units (the viewBox of `welt.svg`). */
export const WORLD = { width: 960, height: 420 } as const;

/** A rectangle of the world picture, in its units. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The whole picture. */
export const WORLD_FRAME: Frame = { x: 0, y: 0, ...WORLD };

/** Europe from Portugal to Türkiye, where three of four partnerships end. */
export const EUROPE_FRAME: Frame = { x: 430, y: 22, width: 120, height: 100 };

/** Where flows start: the middle of Germany, in degrees. */
export const GERMANY = { lon: 10.4, lat: 51.1 } as const;

/** Degrees to units of the world picture. A fresh object: d3 projections are mutable. */
export function worldProjection(): GeoProjection {
  return geoEqualEarth().rotate([-11, 0]).scale(177).translate([480, 236]).precision(0.3);
}

/** Whether a point of the world picture lies in the frame, `inset` units away from its edge. */
export function inFrame([x, y]: [number, number], frame: Frame, inset = 0): boolean {
  return (
    x >= frame.x + inset &&
    x <= frame.x + frame.width - inset &&
    y >= frame.y + inset &&
    y <= frame.y + frame.height - inset
  );
}
