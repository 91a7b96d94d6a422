import { describe, expect, it } from 'vitest';
import type { LinkedFlow } from '../domain/flows.ts';
import { EUROPE_FRAME, WORLD_FRAME } from './projection.ts';
import { endsIn, pathPoints, placeFlows } from './worldflows.ts';

const flow = (iso2: string, lon: number, lat: number, partnerships: number): LinkedFlow => ({
  iso2,
  name: iso2,
  lon,
  lat,
  partnerships,
  authorities: partnerships,
  href: `?staat=${iso2}`
});
const france = flow('FR', 2.4, 46.6, 2000);
const tanzania = flow('TZ', 34.4, -5.6, 45);
const panel = { frame: WORLD_FRAME, scale: 1 };

describe('placeFlows', () => {
  it('puts the largest first and drops what has no place', () => {
    const placed = placeFlows([tanzania, france, flow('XX', NaN, 0, 9)], panel, 2000);
    expect(placed.map((p) => p.flow.iso2)).toEqual(['FR', 'TZ']);
  });

  it('ends each arc at its point', () => {
    const [placed] = placeFlows([tanzania], panel, 45);
    const last = pathPoints(placed?.d ?? '').at(-1);
    expect(last?.[0]).toBeCloseTo(placed?.x ?? 0, 0);
    expect(last?.[1]).toBeCloseTo(placed?.y ?? 0, 0);
  });

  it('draws a great circle: the way to Japan bends north', () => {
    const [placed] = placeFlows([flow('JP', 138, 36, 1)], panel, 1);
    const ys = pathPoints(placed?.d ?? '').map(([, y]) => y);
    expect(Math.min(...ys)).toBeLessThan(Math.min(ys[0] ?? 0, ys.at(-1) ?? 0) - 10);
  });

  it('scales with the panel', () => {
    const europe = { frame: EUROPE_FRAME, scale: 2 };
    const [small] = placeFlows([france], { frame: EUROPE_FRAME, scale: 1 }, 1);
    const [large] = placeFlows([france], europe, 1);
    expect(large?.x).toBeCloseTo(2 * (small?.x ?? 0), 0);
  });
});

it('knows what lies in Europe', () => {
  expect(endsIn(france, EUROPE_FRAME)).toBe(true);
  expect(endsIn(tanzania, EUROPE_FRAME)).toBe(false);
});
