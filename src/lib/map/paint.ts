/**
 * How each layer is painted.
 *
 * Contract: pure; from the palette and what is drawn. Only paint properties, so a
 * change of colour scheme or selection never reloads a tile.
 */
import type { ExpressionSpecification } from 'maplibre-gl';
import type { FlowLevel } from '../domain/flowlevels.ts';
import type { LayerId } from './order.ts';
import type { Palette } from './palette.ts';

export type Paint = Record<string, string | number | number[] | ExpressionSpecification>;

const HOVERED: ExpressionSpecification = ['boolean', ['feature-state', 'hover'], false];
const hovered = (yes: string | number, no: string | number | ExpressionSpecification) =>
  ['case', HOVERED, yes, no] as ExpressionSpecification;

/** Value over zoom, linear between the stops. */
const zoomed = (...stops: [number, number | ExpressionSpecification][]) =>
  ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification;

/** Radius of a place in px: its area grows with the ties; half the size when far away. */
const PLACE_RADIUS = zoomed(
  [2, 1.2],
  [4, ['+', 1.2, ['*', 0.35, ['sqrt', ['get', 'ties']]]]],
  [6, ['+', 1.2, ['*', 0.9, ['sqrt', ['get', 'ties']]]]],
  [9, ['+', 2.5, ['*', 1.3, ['sqrt', ['get', 'ties']]]]]
);

function label(p: Palette, colour: string, halo = p.land): Paint {
  return { 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': 1.4 };
}

function lines(colour: string, width: number | ExpressionSpecification): Paint {
  return { 'line-color': colour, 'line-width': width };
}

/** What is drawn, as far as paint depends on it. */
export interface Drawn {
  selected: boolean;
  level: FlowLevel;
  /** Number of single partnerships drawn. */
  lines: number;
  /** Areas are shaded: names of towns stand on colours of all kinds. */
  shaded: boolean;
}

export const NOTHING: Drawn = { selected: false, level: 'staaten', lines: 0, shaded: false };

/** The stronger a flow, the firmer its line; many flows at once are drawn more lightly. */
const FLOW_OPACITY: Record<FlowLevel, [number, number]> = {
  staaten: [0.3, 0.4],
  laender: [0.3, 0.4],
  kreise: [0.4, 0.3],
  orte: [0, 0]
};

/** Opacity of a flow: `weight` is the square root of its share of the strongest, 0 to 1. */
export function flowOpacity(level: FlowLevel, weight: number): number {
  const [least, more] = FLOW_OPACITY[level];
  return least + more * weight;
}

/** From afar the flows are the picture; where lines start at places these are seen always. */
const PLACE_OPACITY: Record<FlowLevel, number | ExpressionSpecification> = {
  staaten: zoomed([2.4, 0], [4, 0.4]),
  laender: zoomed([2.4, 0], [4, 0.4], [6, 0.6]),
  kreise: zoomed([2.4, 0], [4, 0.4], [6, 0.7]),
  orte: 0.8
};

/** Width (px) and opacity of single partnerships: the more lines, the finer. */
export function tieLine(lines: number): { width: number; opacity: number } {
  if (lines <= 25) return { width: 1.5, opacity: 0.75 };
  return lines <= 90 ? { width: 1.1, opacity: 0.6 } : { width: 0.8, opacity: 0.42 };
}

/** Paint of all layers. */
export function paint(
  p: Palette,
  { selected, level, lines: count, shaded }: Drawn
): Record<LayerId, Paint> {
  const [least, more] = FLOW_OPACITY[level];
  const tie = tieLine(count);
  const water = { 'fill-color': p.water };
  return {
    water: { 'background-color': p.water },
    land: { 'fill-color': p.land },
    home: { 'fill-color': p.home },
    'german-land': { 'fill-color': p.home },
    rivers: { ...lines(p.water, zoomed([3, 0.4], [7, 1.4])), 'line-opacity': 0.9 },
    'german-rivers': lines(p.water, zoomed([7, 1.2], [10, 2.6])),
    lakes: water,
    'german-water': water,
    gemeinden: { ...lines(p.inner, 0.5), 'line-opacity': zoomed([8, 0], [8.6, 0.8]) },
    kreise: { ...lines(p.inner, 0.7), 'line-opacity': zoomed([7, 0], [7.5, 1]) },
    laender: { ...lines(p.border, 0.7), 'line-opacity': zoomed([4, 0], [5, 0.8]) },
    'german-laender': lines(p.border, 1),
    borders: lines(p.border, zoomed([1, 0.4], [5, 0.9], [8, 1.3])),
    'home-border': lines(p.muted, zoomed([1, 0.5], [5, 1], [7, 1.3])),
    'german-border': lines(p.muted, 1.3),
    'borders-disputed': {
      ...lines(p.border, zoomed([1, 0.4], [5, 0.9])),
      'line-dasharray': [3, 2]
    },
    'flow-lines': {
      'line-color': hovered(p.warm, p.accent),
      'line-width': ['get', 'width'],
      'line-opacity': hovered(0.95, ['+', least, ['*', more, ['get', 'weight']]])
    },
    'flow-ends': {
      'circle-color': hovered(p.warm, p.accent),
      'circle-radius': ['get', 'size'],
      'circle-stroke-color': p.land,
      'circle-stroke-width': ['case', ['>', ['get', 'size'], 3.6], 1, 0.5]
    },
    places: {
      'circle-color': hovered(p.warm, p.accent),
      'circle-radius': PLACE_RADIUS,
      'circle-opacity': selected ? zoomed([3, 0.12], [7, 0.5]) : PLACE_OPACITY[level],
      'circle-stroke-color': p.land,
      'circle-stroke-width': zoomed([5, 0], [7, 0.8])
    },
    'tie-lines': {
      'line-color': hovered(p.warm, p.accent),
      'line-width': hovered(2.6, tie.width),
      'line-opacity': hovered(0.95, tie.opacity)
    },
    'tie-ends': {
      'circle-color': hovered(p.warm, p.accent),
      'circle-radius': hovered(5, count > 90 ? 2.2 : 3.2),
      'circle-stroke-color': p.land,
      'circle-stroke-width': 1
    },
    'place-selected': {
      'circle-color': p.warm,
      'circle-radius': 6,
      'circle-stroke-color': p.land,
      'circle-stroke-width': 1.5
    },
    cities: shaded
      ? { ...label(p, p.ink, p.home), 'text-halo-width': 2, 'text-opacity': 1 }
      : { ...label(p, p.muted), 'text-opacity': 0.85 },
    'country-labels': label(p, p.muted),
    'flow-labels': label(p, p.ink),
    'place-labels': {
      ...label(p, selected || level === 'kreise' ? p.muted : p.ink, p.home),
      'text-opacity': selected ? zoomed([5, 0.4], [8, 0.9]) : 1
    },
    'tie-labels': label(p, p.ink),
    'selected-label': { ...label(p, p.warm, p.home), 'text-halo-width': 2 }
  };
}
