/**
 * The layers of the shaded areas, below all lines and labels of the map.
 *
 * Contract: pure. Layers exist only while areas are shown; what depends on the data are filters and
 * paint, so a new selection never takes a layer away. Germany has coarse tiles up to zoom 7 and its
 * own from there: every layer stands once for either.
 */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { FeatureCollection, Point } from 'geojson';
import { STEPS, type Shade } from '../domain/areashade.ts';
import { FONT } from './layers.ts';
import type { Palette } from './palette.ts';

export interface AreaShape {
  code: string;
  shade: Shade;
  thin: boolean;
  /** Words of the tooltip, the name first. */
  lines: string[];
  /** What stands on it, and where (degrees); null = nothing. */
  tag: string | null;
  at: [number, number] | null;
}

export interface AreaData {
  level: 'laender' | 'kreise';
  areas: AreaShape[];
  /** West, south, east, north of what is shown; null = all of Germany. */
  bounds: [number, number, number, number] | null;
}

/** Shares, lowest first; the tokens `--step0` to `--step4` of app.css. */
export const STEP_COLOURS = {
  light: ['#e3eef0', '#b7d5d9', '#7fb4bb', '#3f8b95', '#0b5a66'],
  dark: ['#1f434c', '#2a616c', '#3d8590', '#66afb9', '#b4e6ec']
} as const;
/** "All said none" is white with an outline, whatever the scheme. */
const CONFIRMED = { light: '#ffffff', dark: '#1a222b' };

/** Layers are put in below this one. */
export const ABOVE = 'gemeinden';

/** Source and layer of the names on the areas; above everything else. */
export const TAGS = 'areas-tags';

/** A point per area that has something to say. */
export function tagFeatures({ areas }: AreaData): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: areas.flatMap(({ tag, at }) =>
      tag === null || at === null
        ? []
        : [
            {
              type: 'Feature' as const,
              geometry: { type: 'Point' as const, coordinates: at },
              properties: { tag }
            }
          ]
    )
  };
}

export function tagLayer(): LayerSpecification {
  return {
    id: TAGS,
    type: 'symbol',
    source: TAGS,
    layout: {
      'text-field': ['get', 'tag'],
      'text-font': [FONT],
      'text-size': ['interpolate', ['linear'], ['zoom'], 4.5, 12, 7, 15],
      'text-line-height': 1.15,
      'text-padding': 1,
      'text-allow-overlap': true
    }
  };
}

export const tagPaint = (p: Palette) => ({
  'text-color': p.ink,
  'text-halo-color': p.home,
  'text-halo-width': 1.8
});

const PARTS = ['fill', 'pattern', 'line', 'hover'] as const;
type Part = (typeof PARTS)[number];
const TILES = [
  { source: 'world', zooms: { maxzoom: 7 } },
  { source: 'german', zooms: { minzoom: 7 } }
];
const idOf = (part: Part, source: string) => `areas-${part}-${source}`;

export const AREA_LAYERS = PARTS.flatMap((part) => TILES.map(({ source }) => idOf(part, source)));
/** Layers that answer to the pointer. */
export const AREA_TOUCHABLE = AREA_LAYERS.filter((id) => /^areas-(fill|pattern)-/.test(id));

/** What the data decides, per layer: filter and paint. */
export interface AreaLook {
  id: string;
  filter: FilterSpecification;
  paint: Record<string, string | number | ExpressionSpecification>;
}

const AGS: ExpressionSpecification = ['get', 'ags'];
const among = (codes: string[]): FilterSpecification => ['in', AGS, ['literal', codes]];

/** A value per code; `otherwise` for all others. */
function matched(
  groups: [string[], string][],
  otherwise: string
): string | ExpressionSpecification {
  const cases = groups.filter(([codes]) => codes.length > 0).flat();
  return cases.length === 0
    ? otherwise
    : (['match', AGS, ...cases, otherwise] as unknown as ExpressionSpecification);
}

/** @param hovered code under the pointer; '' = none */
export function areaLooks(data: AreaData, p: Palette, dark: boolean, hovered: string): AreaLook[] {
  const scheme = dark ? 'dark' : 'light';
  const codes = (fits: (area: AreaShape) => boolean) =>
    data.areas.filter(fits).map((area) => area.code);
  const shaded = (shade: Shade) => codes((area) => area.shade === shade);
  const steps = STEPS.map((_, at): [string[], string] => [
    shaded(`step${at}` as Shade),
    STEP_COLOURS[scheme][at]!
  ]);
  const confirmed: [string[], string] = [shaded('confirmed'), CONFIRMED[scheme]];
  const patterned = (['few', 'few_other', 'empty'] as const).map((shade): [string[], string] => [
    shaded(shade),
    `areas-${shade}`
  ]);
  const thin: [string[], string] = [codes((area) => area.thin), 'areas-thin'];
  const looks: Record<Part, Omit<AreaLook, 'id'>> = {
    fill: {
      filter: among(codes(() => true)),
      paint: { 'fill-color': matched([...steps, confirmed], p.home) }
    },
    pattern: {
      filter: among([...patterned, thin].flatMap(([list]) => list)),
      paint: { 'fill-pattern': matched(patterned, 'areas-thin') }
    },
    line: {
      filter: among(codes(() => true)),
      paint: { 'line-color': dark ? '#12181f' : '#fbfaf7', 'line-width': 0.7 }
    },
    hover: {
      filter: ['==', AGS, hovered],
      paint: { 'line-color': p.warm, 'line-width': 2.2 }
    }
  };
  return PARTS.flatMap((part) =>
    TILES.map(({ source }) => ({ id: idOf(part, source), ...looks[part] }))
  );
}

/** The layers of a level as MapLibre adds them, with filter and paint. */
export function areaLayers(level: AreaData['level'], looks: AreaLook[]): LayerSpecification[] {
  return PARTS.flatMap((part) =>
    TILES.map(({ source, zooms }) => {
      const id = idOf(part, source);
      const look = looks.find((one) => one.id === id);
      const type = part === 'fill' || part === 'pattern' ? 'fill' : 'line';
      return { ...look, id, type, source, 'source-layer': level, ...zooms } as LayerSpecification;
    })
  );
}
