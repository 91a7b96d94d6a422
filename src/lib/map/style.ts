/**
 * The whole style: fonts, sources and layers.
 *
 * Contract: pure; every address in it is of this site (fonts by the bundler, tiles from /static).
 */
import type {
  ExpressionSpecification,
  FilterSpecification,
  FontFacesSpecification,
  LayerSpecification,
  StyleSpecification
} from 'maplibre-gl';
import type { FlowLevel } from '../domain/flowlevels.ts';
import { FONT, layers } from './layers.ts';
import type { LayerId } from './order.ts';
import { NOTHING, paint } from './paint.ts';
import type { Palette } from './palette.ts';
import type { Locale } from './types.ts';

/** Germany's box with its tiles for zooms 7 to 9: west, south, east, north. */
const GERMAN_BOUNDS: [number, number, number, number] = [5.8, 47.2, 15.1, 55.1];

const LATIN = [
  'U+0000-00FF',
  'U+0131',
  'U+0152-0153',
  'U+02BB-02BC',
  'U+02C6',
  'U+02DA',
  'U+02DC',
  'U+2000-206F',
  'U+20AC',
  'U+2122',
  'U+2212'
];
const LATIN_EXT = ['U+0100-0130', 'U+0132-0151', 'U+0154-02BA', 'U+02BD-02C5', 'U+1E00-1EFF'];

export interface Addresses {
  tiles: string;
  fonts: { latin: string; latinExt: string };
}

/** So many towns can be named on any map. */
const FEW = 25;

const EMPTY = { type: 'FeatureCollection' as const, features: [] };

export function style(
  { tiles, fonts }: Addresses,
  colours: Palette,
  locale: Locale
): StyleSpecification {
  const painted = paint(colours, NOTHING);
  const faces: FontFacesSpecification = {
    [FONT]: [
      { url: fonts.latin, 'unicode-range': LATIN },
      { url: fonts.latinExt, 'unicode-range': LATIN_EXT }
    ]
  };
  return {
    version: 8,
    'font-faces': faces,
    transition: { duration: 200, delay: 0 },
    sources: {
      world: { type: 'vector', url: tiles, maxzoom: 6, promoteId: { countries: 'iso2' } },
      german: { type: 'vector', url: tiles, minzoom: 7, maxzoom: 9, bounds: GERMAN_BOUNDS },
      flows: { type: 'geojson', data: EMPTY, promoteId: 'id', tolerance: 0.2 },
      places: { type: 'geojson', data: EMPTY, promoteId: 'id' },
      ties: { type: 'geojson', data: EMPTY, promoteId: 'id', tolerance: 0.2 },
      focus: { type: 'geojson', data: EMPTY, promoteId: 'id' }
    },
    layers: layers(locale).map(
      (layer) => ({ ...layer, paint: painted[layer.id] }) as LayerSpecification
    )
  };
}

/**
 * Filters that depend on the data: names of the basemap and of places that the data's own labels
 * replace.
 */
export function dataFilters(data: {
  level: FlowLevel;
  selected: string | null;
  flows: { iso2: string }[];
  places: { name: string }[];
  locale: Locale;
}): [LayerId, FilterSpecification][] {
  const codes = [...new Set(data.flows.map((flow) => flow.iso2))];
  const names = data.places.map((place) => place.name);
  const none = (key: string, values: string[]): ExpressionSpecification => [
    '!',
    ['in', ['get', key], ['literal', values]]
  ];
  return [
    // Towns get their names when near, or where only a few are asked for; Länder theirs instead.
    [
      'place-labels',
      [
        'all',
        ['!=', ['get', 'id'], data.selected ?? ''],
        data.level !== 'laender',
        ['>=', ['zoom'], data.places.length <= FEW ? 0 : 4]
      ]
    ],
    [
      'country-labels',
      ['all', ['<=', ['get', 'rank'], ['+', ['zoom'], 0.5]], none('iso2', [...codes, 'DE'])]
    ],
    ['cities', ['all', ['<=', ['get', 'min'], ['zoom']], none(`name_${data.locale}`, names)]]
  ];
}
