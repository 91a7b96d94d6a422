/**
 * `static/welt.svg`: the quiet world below server-drawn flows; `static/welt-klein.svg`: the same for
 * embeds, which are read at column width and may weigh little.
 *
 * Contract: pure text from a topology; same projection and frame as `lib/charts/projection.ts`;
 * land and hairline country borders, no Antarctica, no labels; its own dark colours because an
 * `<image>` does not see the page's custom properties. At most 40 KB gzipped, the small one 14 KB.
 */
import { geoPath } from 'd3-geo';
import { merge, mesh } from 'topojson-client';
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify';
import type { Polygon } from 'topojson-specification';
import { WORLD, worldProjection } from '../../src/lib/charts/projection.ts';
import type { CountryProperties, CountryTopology } from './sources.ts';

export type Fineness = 'fine' | 'small';

/**
 * Smallest detail kept, in square degrees: about half a pixel in the European inset, in the small one
 * a pixel there. Outside of Europe, which is never enlarged, the small one keeps less.
 */
const DETAIL = { fine: 0.012, small: 0.05 };
const AWAY = { fine: 1, small: 8 };
/** Smallest island kept, in square degrees. */
const ISLAND = { fine: 0.2, small: 1.2 };
/** Tenths of a unit that points are moved to. */
const GRID = { fine: 1, small: 3 };
/** Degrees around what the European inset shows: west, south, east, north. */
const EUROPE = [-14, 33, 48, 66] as const;

const STYLE =
  '.w{fill:#dfe8ec}.l{fill:#f1eee6;stroke:#f1eee6;stroke-width:3}.b{fill:none;stroke:#c9c5b9;stroke-width:4.5}' +
  '@media (prefers-color-scheme:dark){.w{fill:#161d25}.l{fill:#26303b;stroke:#26303b}.b{stroke:#3c4855}}';

/**
 * The same path in whole tenths of a unit, each step relative to the last: half the bytes.
 * @param grid tenths that points are moved to multiples of: fewer different steps, fewer bytes
 */
export function tenths(path: string, grid = 1): string {
  const whole = (value: string | undefined) => Math.round((Number(value) * 10) / grid) * grid;
  let [x, y, out, last] = [0, 0, '', ''];
  for (const [, verb, px, py] of path.matchAll(/([MLZ])(?:(-?[\d.]+),(-?[\d.]+))?/g)) {
    if (verb === 'Z') {
      out += 'z';
      last = '';
      continue;
    }
    const [nx, ny] = [whole(px), whole(py)];
    const [dx, dy] = [nx - x, ny - y];
    [x, y] = [nx, ny];
    if (verb === 'M') out += `M${nx} ${ny}`;
    else if (dx || dy)
      out += `${last === 'L' ? (dx < 0 ? '' : ' ') : 'l'}${dx}${dy < 0 ? '' : ' '}${dy}`;
    else continue;
    last = verb as string;
  }
  return out;
}

const iso2 = (shape: { properties?: object }) => (shape.properties as CountryProperties).iso2;

/** Points carry their weight as a third number; far from Europe it counts less. */
function lighten(topology: CountryTopology, by: number): CountryTopology {
  const [west, south, east, north] = EUROPE;
  const away = (lon: number, lat: number) => lon < west || lon > east || lat < south || lat > north;
  const arcs = topology.arcs.map((arc) =>
    arc.map(([lon = 0, lat = 0, weight = 0]) => [lon, lat, away(lon, lat) ? weight / by : weight])
  );
  return { ...topology, arcs };
}

/** The SVG document. */
export function worldSvg(source: CountryTopology, fineness: Fineness = 'fine'): string {
  const weighed = lighten(presimplify(source) as CountryTopology, AWAY[fineness]);
  const slim = simplify(weighed, DETAIL[fineness]);
  // filter() drops rings smaller than ISLAND and keeps the arcs that are shared.
  const topology = filter(slim, filterWeight(slim, ISLAND[fineness])) as CountryTopology;
  const shown = topology.objects.countries.geometries.filter(
    (country) => country.type !== null && iso2(country) !== 'AQ'
  );
  const path = geoPath(worldProjection()).digits(1);
  const land = path(merge(topology, shown as Polygon[]));
  // A line to an area without an ISO code is a claim, not a border: left out at this scale.
  const coded = shown.filter(iso2);
  const borders = path(
    mesh(topology, { type: 'GeometryCollection', geometries: coded }, (a, b) => a !== b)
  );
  const { width, height } = WORLD;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
    `<!-- Made with Natural Earth -->` +
    `<style>${STYLE}</style><path class="w" d="M0 0H${width}V${height}H0z"/>` +
    `<g transform="scale(.1)"><path class="l" d="${tenths(land ?? '', GRID[fineness])}"/>` +
    `<path class="b" d="${tenths(borders ?? '', GRID[fineness])}"/></g></svg>\n`
  );
}
