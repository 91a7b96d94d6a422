/**
 * Layout of the server-drawn world of flows: arcs, end points, labels, legend.
 *
 * Contract: pure; no text measuring (the server has no canvas), so label widths are estimated a
 * little too wide rather than too narrow. Two panels share it: the world, and Europe enlarged,
 * because three of four partnerships end within two centimetres of Germany on a world map.
 * Line widths are CSS pixels (`vector-effect: non-scaling-stroke`), everything else panel units.
 */
import { geoPath, type GeoProjection } from 'd3-geo';
import { flowWidth } from '../domain/flowscale.ts';
import { GERMANY, inFrame, worldProjection, type Frame } from './projection.ts';

export interface WorldFlow {
  iso2: string;
  name: string;
  /** Label point of the country, degrees. */
  lon: number;
  lat: number;
  partnerships: number;
  authorities: number;
  href: string;
}

export interface PlacedFlow {
  flow: WorldFlow;
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

function panelProjection({ frame, scale }: Panel): GeoProjection {
  const projection = worldProjection();
  const [x, y] = projection.translate();
  return projection
    .scale(projection.scale() * scale)
    .translate([(x - frame.x) * scale, (y - frame.y) * scale]);
}

/** Whether the flow's country lies in the frame of the world picture. */
export function endsIn(flow: WorldFlow, frame: Frame): boolean {
  const point = worldProjection()([flow.lon, flow.lat]);
  return point !== null && inFrame(point, frame, 4);
}

/** Flows in drawing order (large ones below). Those without coordinates are left out. */
export function placeFlows(flows: WorldFlow[], panel: Panel, most: number): PlacedFlow[] {
  const projection = panelProjection(panel);
  const path = geoPath(projection).digits(1);
  return flows
    .filter((flow) => Number.isFinite(flow.lon) && Number.isFinite(flow.lat))
    .toSorted((a, b) => b.partnerships - a.partnerships || (a.iso2 < b.iso2 ? -1 : 1))
    .map((flow) => {
      const end: [number, number] = [flow.lon, flow.lat];
      const [x, y] = projection(end) ?? [0, 0];
      const start: [number, number] = [GERMANY.lon, GERMANY.lat];
      return {
        flow,
        d: path({ type: 'LineString', coordinates: [start, end] }) ?? '',
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
