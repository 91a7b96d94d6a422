/**
 * Rows to GeoJSON: what the map's own sources hold.
 *
 * Contract: pure; the same rows give equal features (the map compares before it sets); rows
 * without coordinates are left out; numbers are written here as the page's language writes them.
 */
import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import { flowWidth } from '../domain/flowscale.ts';
import { arc, type LonLat } from './arcs.ts';
import type { FlowRow, Locale, PlacePoint, TieRow } from './types.ts';

/** Where aggregated flows start: the middle of Germany. */
export const GERMANY: LonLat = [10.4, 51.1];

type Shape = LineString | Point;
type Row = { lon: number; lat: number };

const collection = (features: Feature<Shape>[]): FeatureCollection<Shape> => ({
  type: 'FeatureCollection',
  features
});
const located = <T extends Row>(rows: T[]): T[] =>
  rows.filter((row) => Number.isFinite(row.lon) && Number.isFinite(row.lat));

function line(coordinates: LonLat[], properties: object): Feature<Shape> {
  return { type: 'Feature', geometry: { type: 'LineString', coordinates }, properties };
}
function point(coordinates: LonLat, properties: object): Feature<Shape> {
  return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties };
}

/** A line and an end point per country; ends lie where the line ends, also past ±180°. */
export function flowFeatures(flows: FlowRow[], locale: Locale): FeatureCollection<Shape> {
  const number = new Intl.NumberFormat(locale);
  const most = Math.max(1, ...flows.map((flow) => flow.partnerships));
  return collection(
    located(flows).flatMap((flow) => {
      const way = arc(GERMANY, [flow.lon, flow.lat]);
      const properties = {
        iso2: flow.iso2,
        name: flow.name,
        count: number.format(flow.partnerships),
        width: flowWidth(flow.partnerships, most),
        order: -flow.partnerships,
        west: flow.lon < GERMANY[0]
      };
      return [line(way, properties), point(way.at(-1) as LonLat, properties)];
    })
  );
}

/** A point per authority. */
export function placeFeatures(places: PlacePoint[], locale: Locale): FeatureCollection<Shape> {
  const number = new Intl.NumberFormat(locale);
  return collection(
    located(places).map((place) =>
      point([place.lon, place.lat], {
        id: place.id,
        name: place.name,
        count: number.format(place.ties),
        ties: place.ties,
        order: -place.ties
      })
    )
  );
}

/** A line and an end point per partnership of the selected place. */
export function tieFeatures(ties: TieRow[]): FeatureCollection<Shape> {
  return collection(
    located(ties).flatMap((tie) => {
      const way = arc([tie.fromLon, tie.fromLat], [tie.lon, tie.lat]);
      const { id, member, name } = tie;
      const properties = { id, member, name, west: tie.lon < tie.fromLon };
      return [line(way, properties), point(way.at(-1) as LonLat, properties)];
    })
  );
}

/** West, south, east, north around all ties and their start; null without ties. */
export function tieBounds(ties: TieRow[]): [number, number, number, number] | null {
  const points = tieFeatures(ties).features.flatMap(({ geometry }) =>
    geometry.type === 'LineString' ? geometry.coordinates : []
  ) as LonLat[];
  if (points.length === 0) return null;
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
