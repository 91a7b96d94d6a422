/**
 * The projection and frame that `static/laender.svg`, `static/kreise.svg` and the page share.
 *
 * Contract: equal-area conic over Germany (sizes are true to each other). Shapes are in tenths of a
 * unit. Changing anything here means running `npm run basemap` again.
 */
import { geoConicEqualArea, type GeoProjection } from 'd3-geo';

/** Size of the picture in its own units. */
export const GERMANY_FRAME = { width: 600, height: 800 } as const;

/** Degrees to units of the picture. A fresh object: d3 projections are mutable. */
export function germanProjection(): GeoProjection {
  return geoConicEqualArea()
    .parallels([48.5, 54])
    .rotate([-10.45, 0])
    .center([0, 51.17])
    .scale(5300)
    .translate([300, 400])
    .precision(0.3);
}
