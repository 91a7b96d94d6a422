/**
 * The layers without their paint: source, filter, layout, zooms.
 *
 * Contract: pure; same ids as `order.ts` (the type demands all of them).
 */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { ORDER, type LayerId } from './order.ts';
import { SIDES, type Side } from './sides.ts';
import type { Locale } from './types.ts';

/** The font of all labels, as declared in the style's `font-faces`. */
export const FONT = 'Source Sans 3';

/** Zoom from which Germany has tiles of its own. */
const DETAIL = 7;

/** A layer before paint; MapLibre's union of layer types checks the rest at run time. */
type Bare = Omit<
  Extract<LayerSpecification, { type: 'fill' }>,
  'type' | 'id' | 'source' | 'layout' | 'paint'
> & {
  type: 'background' | 'fill' | 'line' | 'circle' | 'symbol';
  source?: string;
  layout?: Record<string, unknown>;
};

const has = (key: string): ExpressionSpecification => ['has', key];
const level = (n: number): ExpressionSpecification => ['==', ['get', 'level'], n];
const kind = (type: 'Point' | 'LineString'): ExpressionSpecification => [
  '==',
  ['geometry-type'],
  type
];

function text(field: unknown, size: unknown, more: object = {}): Record<string, unknown> {
  return {
    'text-field': field,
    'text-font': [FONT],
    'text-size': size,
    'text-max-width': 9,
    'text-line-height': 1.1,
    ...more
  };
}

/** Beside, above or below the point, wherever there is room. */
const around = (offset: number) => ({
  'text-variable-anchor': ['left', 'right', 'bottom', 'top', 'bottom-left', 'top-left'],
  'text-radial-offset': offset,
  'text-justify': 'auto'
});

/** Anchors with their offsets in em for each side that a label may stand on (see `sides.ts`). */
function anchors(side: Side, away: number): ExpressionSpecification {
  const west = ['right', [-away, 0]];
  const east = ['left', [away, 0]];
  const middle = ['top', [0, away], 'bottom', [0, -away]];
  const slanted = (edge: 'left' | 'right') => [
    `bottom-${edge}`,
    [0, -away * 0.8],
    `top-${edge}`,
    [0, away * 0.8]
  ];
  const only: Partial<Record<Side, unknown[]>> = {
    'west-only': west,
    'east-only': east,
    middle,
    west: [...west, ...middle],
    'over-east': slanted('left'),
    'over-west': slanted('right')
  };
  return ['literal', (only[side] ?? [...east, ...middle]) as never];
}

/** Labels of lines stand on the side worked out for them, further off where the mark is large. */
const beside = (large: ExpressionSpecification): Record<string, unknown> => {
  const match = (away: number) => [
    'match',
    ['get', 'side'],
    ...SIDES.filter((side) => side !== 'east').flatMap((side) => [side, anchors(side, away)]),
    anchors('east', away)
  ];
  return {
    'text-variable-anchor-offset': ['case', large, match(0.95), match(0.5)],
    'text-justify': 'auto'
  };
};

/** Far out only the strongest are named; Länder always. */
const NAMED: ExpressionSpecification = [
  'any',
  ['==', ['get', 'part'], 'start'],
  ['<', ['get', 'rank'], ['step', ['zoom'], 26, 2, 60, 3, 300]]
];
const ROOM: ExpressionSpecification = ['!=', ['get', 'side'], 'none'];

const ROUND = { 'line-cap': 'round', 'line-join': 'round' };

function bare(locale: Locale): Record<LayerId, Bare> {
  const name = ['get', `name_${locale}`];
  const world = (layer: string) => ({ source: 'world', 'source-layer': layer });
  const german = (layer: string) => ({
    source: 'german',
    'source-layer': layer,
    minzoom: DETAIL
  });
  const own = (source: string, type: 'Point' | 'LineString') => ({ source, filter: kind(type) });
  return {
    water: { type: 'background' },
    land: { type: 'fill', ...world('countries') },
    home: {
      type: 'fill',
      ...world('countries'),
      filter: ['==', ['get', 'iso2'], 'DE'],
      maxzoom: DETAIL
    },
    'german-land': { type: 'fill', ...german('german_land') },
    rivers: { type: 'line', ...world('rivers'), layout: ROUND, minzoom: 3 },
    'german-rivers': { type: 'line', ...german('german_rivers'), layout: ROUND },
    lakes: { type: 'fill', ...world('lakes') },
    'german-water': { type: 'fill', ...german('german_water') },
    gemeinden: { type: 'line', ...german('german_lines'), filter: level(4), minzoom: 8 },
    kreise: { type: 'line', ...german('german_lines'), filter: level(3) },
    laender: {
      type: 'line',
      ...world('german_lines'),
      filter: level(2),
      minzoom: 4,
      maxzoom: DETAIL
    },
    'german-laender': { type: 'line', ...german('german_lines'), filter: level(2) },
    borders: {
      type: 'line',
      ...world('borders'),
      filter: ['!', ['any', has('disputed'), has('de')]],
      layout: ROUND
    },
    'home-border': {
      type: 'line',
      ...world('borders'),
      filter: has('de'),
      layout: ROUND,
      maxzoom: DETAIL
    },
    'german-border': { type: 'line', ...german('german_lines'), filter: level(1), layout: ROUND },
    'borders-disputed': { type: 'line', ...world('borders'), filter: has('disputed') },
    'flow-lines': {
      type: 'line',
      ...own('flows', 'LineString'),
      layout: { 'line-cap': 'round', 'line-sort-key': ['get', 'order'] }
    },
    'flow-ends': {
      type: 'circle',
      ...own('flows', 'Point'),
      layout: { 'circle-sort-key': ['get', 'order'] }
    },
    places: {
      type: 'circle',
      source: 'places',
      layout: { 'circle-sort-key': ['get', 'order'] }
    },
    'tie-lines': { type: 'line', ...own('ties', 'LineString'), layout: ROUND },
    'tie-ends': { type: 'circle', ...own('ties', 'Point') },
    'place-selected': { type: 'circle', source: 'focus' },
    cities: {
      type: 'symbol',
      ...world('cities'),
      minzoom: 4,
      filter: ['<=', ['get', 'min'], ['zoom']],
      layout: text(name, 12, { 'symbol-sort-key': ['get', 'rank'], 'text-padding': 6 })
    },
    'country-labels': {
      type: 'symbol',
      ...world('country_labels'),
      minzoom: 1.5,
      filter: ['<=', ['get', 'rank'], ['+', ['zoom'], 0.5]],
      layout: text(name, ['interpolate', ['linear'], ['zoom'], 2, 12, 6, 15], {
        'symbol-sort-key': ['get', 'rank'],
        'text-padding': 8,
        'text-letter-spacing': 0.04
      })
    },
    'flow-labels': {
      type: 'symbol',
      source: 'flows',
      filter: ['all', kind('Point'), has('label'), ROOM, NAMED],
      layout: text(['get', 'label'], 13, {
        ...beside(['>', ['get', 'size'], 3.6]),
        'symbol-sort-key': ['get', 'order'],
        'text-padding': 5,
        'text-max-width': 14
      })
    },
    'place-labels': {
      type: 'symbol',
      source: 'places',
      layout: text(['get', 'name'], ['interpolate', ['linear'], ['zoom'], 5, 12, 9, 14], {
        ...around(0.6),
        'symbol-sort-key': ['get', 'order'],
        'text-padding': 10
      })
    },
    'tie-labels': {
      type: 'symbol',
      source: 'ties',
      filter: ['all', kind('Point'), ROOM],
      layout: text(['get', 'label'], 13, {
        ...beside(['literal', false]),
        'symbol-sort-key': ['get', 'order'],
        'text-padding': 3
      })
    },
    'selected-label': {
      type: 'symbol',
      source: 'focus',
      layout: text(['get', 'name'], 16, { ...around(0.6), 'text-padding': 2 })
    }
  };
}

/** All layers in draw order, without paint. */
export function layers(locale: Locale): (Bare & { id: LayerId })[] {
  const all = bare(locale);
  return ORDER.map((id) => ({ id, ...all[id] }));
}
