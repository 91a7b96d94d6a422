/**
 * Rows to GeoJSON: what the map's own sources hold.
 *
 * Contract: pure; the same rows give equal features (the map compares before it sets); rows
 * without coordinates are left out; numbers are written here as the page's language writes them.
 */
import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import { FLOW_WIDEST, type FlowLevel } from '../domain/flowlevels.ts';
import { flowWidth } from '../domain/flowscale.ts';
import { arc, type LonLat } from './arcs.ts';
import type { Focus, Locale, MapFlow, PlacePoint, TieRow } from './types.ts';

type Shape = LineString | Point;
type Row = { lon: number; lat: number };
export type Features = FeatureCollection<Shape>;

const collection = (features: Feature<Shape>[]): Features => ({
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

/**
 * A line per flow, an end point per country and, for Länder, a start point each; ends lie where
 * the line ends, also past ±180°. Only an end that gathers all flows of its country says a number.
 * @param hidden countries that are drawn elsewhere (the inset)
 */
export function flowFeatures(
  flows: MapFlow[],
  level: FlowLevel,
  locale: Locale,
  hidden: string[] = []
): Features {
  const number = new Intl.NumberFormat(locale);
  const most = Math.max(1, ...flows.map((flow) => flow.partnerships));
  // With one start each end gathers all there is, and may say its number.
  const one = new Set(flows.map((flow) => flow.from)).size === 1;
  const lines: Feature<Shape>[] = [];
  const points = new Map<string, Feature<Shape>>();
  const drawn = located(flows).filter((flow) => !hidden.includes(flow.iso2));
  for (const [rank, flow] of drawn.entries()) {
    const { id, iso2, land, kreis, from, name, partnerships } = flow;
    const way = arc([flow.fromLon, flow.fromLat], [flow.lon, flow.lat]);
    const width = flowWidth(partnerships, most, FLOW_WIDEST[level]);
    const weight = Math.round(Math.sqrt(partnerships / most) * 100) / 100;
    lines.push(line(way, { id, iso2, land, kreis, width, weight, order: -partnerships }));
    const end = { iso2, name, rank, order: rank, west: flow.lon < flow.fromLon, part: 'end' };
    const label = one ? `${name} ${number.format(partnerships)}` : name;
    const size = one ? Math.max(2, 0.9 * width) : 3;
    if (!points.has(iso2))
      points.set(iso2, point(way.at(-1) as LonLat, { ...end, id: iso2, label, size }));
    const area = kreis ?? land;
    if (area !== null && !points.has(area)) {
      const start = { id: area, land, kreis, name: from, rank, order: rank, part: 'start' };
      const words = level === 'laender' ? { label: from } : {};
      points.set(area, point([flow.fromLon, flow.fromLat], { ...start, ...words, size: 3 }));
    }
  }
  return collection([...lines, ...points.values()]);
}

/** A point per authority. */
export function placeFeatures(places: PlacePoint[], locale: Locale): Features {
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

/** A line per partnership and a point per far end, its label first where more lines end. */
export function tieFeatures(ties: TieRow[]): Features {
  const drawn = located(ties);
  const ends = new Map<string, number>();
  for (const { member } of drawn) ends.set(member, (ends.get(member) ?? 0) + 1);
  const lines: Feature<Shape>[] = [];
  const points = new Map<string, Feature<Shape>>();
  for (const { id, member, name, lon, lat, fromMember, from, fromLon, fromLat } of drawn) {
    const way = arc([fromLon, fromLat], [lon, lat]);
    lines.push(line(way, { id, member, fromMember, from, name }));
    const order = -(ends.get(member) ?? 0);
    const end = { id: member, member, name, label: name, west: lon < fromLon, order };
    if (!points.has(member)) points.set(member, point(way.at(-1) as LonLat, end));
  }
  return collection([...lines, ...points.values()]);
}

/** The selected place, if the map knows where it is. */
export function focusFeatures(focus: Focus | null): Features {
  if (focus === null) return collection([]);
  const { id, name, lon, lat } = focus;
  return collection(located([focus]).map(() => point([lon, lat], { id, name })));
}

/** West, south, east, north around all lines; null without any. */
export function boundsOf(...all: Features[]): [number, number, number, number] | null {
  const points = all
    .flatMap(({ features }) => features)
    .flatMap(({ geometry }) =>
      geometry.type === 'LineString' ? geometry.coordinates : []
    ) as LonLat[];
  if (points.length === 0) return null;
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
