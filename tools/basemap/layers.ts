/**
 * What the basemap shows: one list of layers, each with its features and its zooms.
 *
 * Contract: pure functions of the vendored originals. Borders are the mesh of the patched
 * topologies (never Natural Earth's own lines, which draw Crimea as Russian). The world ends at
 * zoom 6 and is enlarged by the map beyond; Germany's own tiles follow for zooms 7 to 9.
 */
import { geoArea } from 'd3-geo';
import { feature, mesh, merge } from 'topojson-client';
import type { Feature, FeatureCollection, Geometry, LineString, Point } from 'geojson';
import type { MultiLineString, MultiPolygon, Polygon } from 'geojson';
import type { GeometryObject, Polygon as TopoPolygon } from 'topojson-specification';
import type { Anchor } from './anchors.ts';
import { largestPart } from './labelpoint.ts';
import * as sources from './sources.ts';
import type { CountryProperties, CountryTopology } from './sources.ts';

export interface Layer {
  name: string;
  minZoom: number;
  maxZoom: number;
  data: FeatureCollection;
  /** Simplification in tile units of 1/4096; default 3. */
  tolerance?: number;
}

const WORLD_ZOOM = 6;
const GERMAN_ZOOMS = { minZoom: 7, maxZoom: 9 };

const collection = (features: Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features
});
const shape = (geometry: Geometry, properties: object): Feature => ({
  type: 'Feature',
  geometry,
  properties: { ...properties }
});

const iso2 = (object: GeometryObject) => (object.properties as CountryProperties).iso2;

/** Country areas with their code; nameless areas (Somaliland, reefs) stay land without one. */
function countryAreas(topology: CountryTopology): FeatureCollection {
  return collection(
    feature(topology, topology.objects.countries).features.map((country) =>
      shape(country.geometry, country.properties.iso2 ? { iso2: country.properties.iso2 } : {})
    )
  );
}

/** Lines between countries: settled, disputed, and Germany's own (which finer ones replace). */
function countryBorders(topology: CountryTopology): Feature[] {
  const lines = (keep: (a: GeometryObject, b: GeometryObject) => boolean) =>
    mesh(topology, topology.objects.countries, (a, b) => a !== b && keep(a, b));
  const coded = (a: GeometryObject, b: GeometryObject) => Boolean(iso2(a) && iso2(b));
  const german = (a: GeometryObject, b: GeometryObject) => iso2(a) === 'DE' || iso2(b) === 'DE';
  return [
    shape(
      lines((a, b) => coded(a, b) && !german(a, b)),
      {}
    ),
    shape(lines(german), { de: 1 }),
    shape(
      lines((a, b) => !coded(a, b)),
      { disputed: 1 }
    )
  ];
}

/** Claims and ceasefire lines; not former Soviet oblasts, not the front of 2018 in Ukraine. */
function disputedLines(): Feature[] {
  const file = sources.naturalEarth<{ featurecla: string; name: string }>(
    'ne_10m_admin_0_boundary_lines_disputed_areas'
  );
  return file.features
    .filter(({ properties }) => properties.featurecla !== 'Reference line')
    .filter(({ properties }) => properties.name !== 'Ukrainian claim')
    .map(({ geometry }) => shape(geometry, { disputed: 1 }));
}

function countryLabels(topology: CountryTopology, anchors: Anchor[]): FeatureCollection {
  const areas = new Map<string, number>();
  for (const { geometry, properties } of feature(topology, topology.objects.countries).features) {
    const rings = largestPart(geometry as Polygon | MultiPolygon);
    const area = geoArea({ type: 'Polygon', coordinates: rings });
    if (properties.iso2) areas.set(properties.iso2, Math.min(area, 4 * Math.PI - area));
  }
  const names = new Map(sources.countryRows().map((row) => [row.iso2, row]));
  return collection(
    anchors.map(({ iso2: code, lon, lat }) => {
      // Steradians to a rank of 1 (Russia) to 6 (islands): each step a quarter of the area.
      const area = areas.get(code) ?? 0;
      const rank = Math.max(
        1,
        Math.min(6, Math.ceil(Math.log(0.11 / Math.max(area, 1e-9)) / Math.log(4)))
      );
      const row = names.get(code);
      const point: Point = { type: 'Point', coordinates: [lon, lat] };
      return shape(point, { iso2: code, name_de: row?.name_de, name_en: row?.name_en, rank });
    })
  );
}

interface PlaceProperties {
  NAME: string;
  NAME_DE: string | null;
  NAME_EN: string | null;
  ADM0CAP: number;
  POP_MAX: number;
  min_zoom: number;
  FEATURECLA: string;
}

/** Large cities, largest first; `min` is the zoom from which Natural Earth shows them. */
function cities(): FeatureCollection {
  const places = sources.naturalEarth<PlaceProperties, Point>('ne_10m_populated_places').features;
  return collection(
    places
      .filter(({ properties }) => properties.min_zoom <= 7)
      .filter(({ properties }) => properties.FEATURECLA !== 'Scientific station')
      .toSorted((a, b) => b.properties.POP_MAX - a.properties.POP_MAX)
      .map(({ geometry, properties }, rank) =>
        shape(geometry, {
          name_de: (properties.NAME_DE ?? properties.NAME).replace(/^Präfektur /, ''),
          name_en: properties.NAME_EN ?? properties.NAME,
          min: properties.min_zoom,
          capital: properties.ADM0CAP,
          rank
        })
      )
  );
}

function water<P extends { min_zoom: number }>(name: string, upTo: number): Feature[] {
  return sources
    .naturalEarth<P>(name)
    .features.filter(({ properties }) => properties.min_zoom <= upTo)
    .map(({ geometry, properties }) => shape(geometry, { min: properties.min_zoom }));
}

/** Germany's inner lines by level (1 state, 2 Land, 3 Kreis, 4 Gemeinde), each line once. */
function germanLines(levels: number[]): FeatureCollection {
  const topology = sources.germany();
  const { gemeinden } = topology.objects;
  const ags = (object: GeometryObject) => String(object.id);
  const level = (a: GeometryObject, b: GeometryObject) => {
    if (a === b) return 1;
    if (ags(a).slice(0, 2) !== ags(b).slice(0, 2)) return 2;
    return ags(a).slice(0, 5) !== ags(b).slice(0, 5) ? 3 : 4;
  };
  return collection(
    levels.map((wanted) =>
      shape(
        mesh(topology, gemeinden, (a, b) => level(a, b) === wanted),
        { level: wanted }
      )
    )
  );
}

/** Areas with their code, for colouring by value. */
function germanAreas(kind: 'kreise' | 'laender'): FeatureCollection {
  const topology = sources.germany();
  const areas = feature(topology, topology.objects[kind]).features;
  return collection(areas.map(({ id, geometry }) => shape(geometry, { ags: String(id) })));
}

function germanLand(): FeatureCollection {
  const topology = sources.germany();
  const laender = topology.objects.laender.geometries as TopoPolygon[];
  return collection([shape(merge(topology, laender), { iso2: 'DE' })]);
}

/** Features that touch Germany's box (degrees), so that its tiles carry no foreign water. */
export const GERMAN_BOX = { west: 5.8, south: 47.2, east: 15.1, north: 55.1 };

function german(features: Feature[]): FeatureCollection {
  const inside = ([lon, lat]: number[]) =>
    (lon as number) > GERMAN_BOX.west &&
    (lon as number) < GERMAN_BOX.east &&
    (lat as number) > GERMAN_BOX.south &&
    (lat as number) < GERMAN_BOX.north;
  return collection(
    features.filter(({ geometry }) => {
      const shaped = geometry as LineString | MultiLineString | Polygon | MultiPolygon;
      return (shaped.coordinates.flat(4) as number[]).some(
        (_, i, flat) => i % 2 === 0 && inside([flat[i] as number, flat[i + 1] as number])
      );
    })
  );
}

const RIVERS = 'ne_10m_rivers_lake_centerlines';

/** All layers, in no particular order: the style decides what lies above. */
export function layers(anchors: Anchor[]): Layer[] {
  const coarse = sources.countries('50m');
  const fine = sources.countries('10m');
  const low = { minZoom: 0, maxZoom: 3 };
  const high = { minZoom: 4, maxZoom: WORLD_ZOOM };
  const world = { minZoom: 0, maxZoom: WORLD_ZOOM };
  return [
    { name: 'countries', ...low, data: countryAreas(coarse) },
    { name: 'countries', ...high, tolerance: 1.5, data: countryAreas(fine) },
    { name: 'borders', ...low, data: collection([...countryBorders(coarse), ...disputedLines()]) },
    {
      name: 'borders',
      ...high,
      tolerance: 1.5,
      data: collection([...countryBorders(fine), ...disputedLines()])
    },
    { name: 'lakes', ...world, data: collection(water('ne_50m_lakes', WORLD_ZOOM)) },
    {
      name: 'rivers',
      ...world,
      minZoom: 3,
      tolerance: 2,
      data: collection(water(RIVERS, WORLD_ZOOM))
    },
    { name: 'country_labels', ...world, data: countryLabels(coarse, anchors) },
    { name: 'cities', ...world, minZoom: 2, data: cities() },
    { name: 'german_lines', ...high, data: germanLines([2]) },
    { name: 'laender', minZoom: 3, maxZoom: 9, tolerance: 1.5, data: germanAreas('laender') },
    { name: 'kreise', minZoom: 3, maxZoom: 9, tolerance: 1.5, data: germanAreas('kreise') },
    { name: 'german_land', ...GERMAN_ZOOMS, data: germanLand() },
    { name: 'german_lines', ...GERMAN_ZOOMS, data: germanLines([1, 2, 3]) },
    { name: 'german_lines', minZoom: 8, maxZoom: 9, data: germanLines([4]) },
    { name: 'german_water', ...GERMAN_ZOOMS, data: german(water('ne_10m_lakes_europe', 9)) },
    { name: 'german_rivers', ...GERMAN_ZOOMS, data: german(water(RIVERS, 7)) }
  ];
}
