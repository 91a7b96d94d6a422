/** Where a place lies: a small outline of Germany, or of the world, with its point. No words. */
import { germanProjection, GERMANY_FRAME } from '../charts/germany.ts';
import { WORLD, worldProjection } from '../charts/projection.ts';
import { outlineOf, worldGround } from './ground.ts';
import { at, el, type Markup } from './markup.ts';
import type { Pen, Plate } from './plate.ts';

interface Spot {
  lon: number;
  lat: number;
}

/** The frame of Germany has air above and below, in its units. */
const AIR = 32;

/** @param laender codes of the outlines to draw */
export function germanLocator(laender: readonly string[], spot: Spot, pen: Pen): Plate {
  const { width, colours } = pen;
  const k = width / GERMANY_FRAME.width;
  const point = germanProjection()([spot.lon, spot.lat]);
  const shapes = laender.map((code) =>
    el('path', {
      d: outlineOf('laender', code),
      fill: colours.land,
      stroke: colours.border,
      'stroke-width': 10
    })
  );
  return {
    width,
    height: (GERMANY_FRAME.height - 2 * AIR) * k,
    body: [
      at(0, -AIR * k, [
        el('g', { transform: `scale(${Math.round((k / 10) * 1e5) / 1e5})` }, shapes),
        ...dot(point, k, pen)
      ])
    ]
  };
}

export function worldLocator(spot: Spot, pen: Pen): Plate {
  const { width, colours } = pen;
  const k = width / WORLD.width;
  return {
    width,
    height: WORLD.height * k,
    body: [
      el('clipPath', { id: 'lage' }, el('rect', { width, height: WORLD.height * k })),
      el('g', { 'clip-path': 'url(#lage)' }, [
        el('g', { transform: `scale(${Math.round(k * 1e5) / 1e5})` }, worldGround(colours))
      ]),
      ...dot(worldProjection()([spot.lon, spot.lat]), k, pen)
    ]
  };
}

function dot(point: [number, number] | null, k: number, { colours }: Pen): Markup[] {
  if (!point) return [];
  const [cx, cy] = [point[0] * k, point[1] * k];
  return [
    el('circle', { cx, cy, r: 6, fill: colours.warm, stroke: colours.paper, 'stroke-width': 2 })
  ];
}
