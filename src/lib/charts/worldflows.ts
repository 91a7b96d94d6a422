/**
 * Layout of the server-drawn world of flows: arcs, end points, labels, legend.
 *
 * Contract: pure; no text measuring (the server has no canvas), so label widths are estimated a
 * little too wide rather than too narrow. Two panels share it: the world, and Europe enlarged,
 * because three of four partnerships end within two centimetres of Germany on a world map.
 * Line widths are CSS pixels (`vector-effect: non-scaling-stroke`), everything else panel units.
 */
import { geoPath, type GeoProjection } from 'd3-geo';
import type { LinkedFlow } from '../domain/flows.ts';
import { flowWidth } from '../domain/flowscale.ts';
import { placeLabels, type LabelSpace, type PlacedLabel } from './labels.ts';
import {
  EUROPE_FRAME,
  GERMANY,
  inFrame,
  WORLD,
  WORLD_FRAME,
  worldProjection,
  type Frame
} from './projection.ts';

export interface PlacedFlow {
  flow: LinkedFlow;
  /** SVG path of the great circle. */
  d: string;
  /** End point, panel units. */
  x: number;
  y: number;
  /** Line width, CSS px. */
  width: number;
}

/** What is drawn: the part of the world picture, and how many panel units one of its units is. */
export interface Panel {
  frame: Frame;
  scale: number;
}

export const WORLD_PANEL: Panel = { frame: WORLD_FRAME, scale: 1 };
const EUROPE_SCALE = 250 / EUROPE_FRAME.width;
export const EUROPE_PANEL: Panel = { frame: EUROPE_FRAME, scale: EUROPE_SCALE };
/** Size of the European panel in its own units. */
export const EUROPE = { width: 250, height: Math.round(EUROPE_FRAME.height * EUROPE_SCALE) };

function panelProjection({ frame, scale }: Panel): GeoProjection {
  const projection = worldProjection();
  const [x, y] = projection.translate();
  return projection
    .scale(projection.scale() * scale)
    .translate([(x - frame.x) * scale, (y - frame.y) * scale]);
}

/** Whether the flow's country lies in the frame of the world picture. */
export function endsIn(flow: LinkedFlow, frame: Frame): boolean {
  const point = worldProjection()([flow.lon, flow.lat]);
  return point !== null && inFrame(point, frame, 4);
}

/**
 * Flows in drawing order (large ones below). Those without coordinates are left out.
 * @param start where they begin, degrees
 */
export function placeFlows(
  flows: LinkedFlow[],
  panel: Panel,
  most: number,
  start: readonly [number, number] = [GERMANY.lon, GERMANY.lat]
): PlacedFlow[] {
  const projection = panelProjection(panel);
  const path = geoPath(projection).digits(1);
  return flows
    .filter((flow) => Number.isFinite(flow.lon) && Number.isFinite(flow.lat))
    .toSorted((a, b) => b.partnerships - a.partnerships || (a.iso2 < b.iso2 ? -1 : 1))
    .map((flow) => {
      const end: [number, number] = [flow.lon, flow.lat];
      const [x, y] = projection(end) ?? [0, 0];
      return {
        flow,
        d: path({ type: 'LineString', coordinates: [[...start], end] }) ?? '',
        x: Math.round(x * 10) / 10,
        y: Math.round(y * 10) / 10,
        width: flowWidth(flow.partnerships, most)
      };
    });
}

/** All corner points of an SVG path as d3-geo writes it, for keeping labels off lines. */
export function pathPoints(d: string): [number, number][] {
  return [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((m) => [Number(m[1]), Number(m[2])]);
}

/** Where a placed flow starts, panel units. */
export function startOf({ d }: PlacedFlow): { x: number; y: number } | undefined {
  const first = pathPoints(d)[0];
  return first && { x: first[0], y: first[1] };
}

export type FlowSpace = Pick<
  LabelSpace,
  'fontSize' | 'limit' | 'reach' | 'reserved' | 'widthOf'
> & {
  /** Panel units per px of line width. */
  mark: number;
  /** Smallest mark, panel units; default none. */
  least?: number;
  /** So many of the largest marks are never covered; default all. */
  marks?: number;
};

/** Labels per rendered width of the world panel; each placed for the smallest of its widths. */
const WORLD_SETS = {
  wide: { fontSize: 19, limit: 14, reach: 2.2, mark: 0.9 },
  middle: { fontSize: 28, limit: 8, reach: 2.2, mark: 1.5 },
  narrow: { fontSize: 42, limit: 5, reach: 1.4, mark: 2.4 }
} satisfies Record<string, FlowSpace>;
/** The same for the European panel; `small` and `large` in a corner of the map. */
const EUROPE_SETS = {
  wide: { fontSize: 10, limit: 14, reach: 3, mark: 0.7, marks: 14 },
  middle: { fontSize: 8, limit: 16, reach: 3, mark: 0.5 },
  slim: { fontSize: 13, limit: 9, reach: 2.2, mark: 0.9 },
  narrow: { fontSize: 11, limit: 12, reach: 2.2, mark: 0.8 },
  small: { fontSize: 14, limit: 6, reach: 3, mark: 1, marks: 6 },
  large: { fontSize: 10.5, limit: 10, reach: 3, mark: 0.85, marks: 10 }
} satisfies Record<string, FlowSpace>;
export type WorldSet = keyof typeof WORLD_SETS;
export type EuropeSet = keyof typeof EUROPE_SETS;

/** Labels of a panel of this size, as its width on the screen or in print demands. */
export function flowLabels(
  placed: PlacedFlow[],
  { mark, least = 0, marks = placed.length, ...space }: FlowSpace,
  size: { width: number; height: number },
  locale: string
): PlacedLabel[] {
  const number = new Intl.NumberFormat(locale);
  const asks = placed.slice(0, marks).map(({ flow, x, y, width }) => ({
    id: flow.iso2,
    text: `${flow.name} ${number.format(flow.partnerships)}`,
    x,
    y,
    radius: Math.max(least, width * mark)
  }));
  const shy = placed.slice(0, 40).flatMap(({ d }) => pathPoints(d));
  const hub = placed[0] && startOf(placed[0]);
  return placeLabels(asks, { ...space, ...size, shy, hub });
}

/** Labels of the world panel for one of its widths. */
export const worldLabels = (placed: PlacedFlow[], at: WorldSet, locale: string): PlacedLabel[] =>
  flowLabels(placed, WORLD_SETS[at], WORLD, locale);

/** Labels of the European panel for one of its widths. */
export const europeLabels = (placed: PlacedFlow[], at: EuropeSet, locale: string): PlacedLabel[] =>
  flowLabels(placed, EUROPE_SETS[at], EUROPE, locale);
