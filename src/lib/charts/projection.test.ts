import { describe, expect, it } from 'vitest';
import { EUROPE_FRAME, GERMANY, inFrame, WORLD_FRAME, worldProjection } from './projection.ts';

const at = (lon: number, lat: number): [number, number] =>
  worldProjection()([lon, lat]) as [number, number];

describe('the world picture', () => {
  it('holds every inhabited corner', () => {
    for (const [lon, lat] of [
      [-168, 65.5], // Bering Strait, American side
      [-170.5, 66], // and the Russian side, at the other edge
      [-172, -14], // Samoa
      [178, -18], // Fiji
      [-70, -55], // Tierra del Fuego
      [-40, 83.5] // Greenland
    ] as const)
      expect(inFrame(at(lon, lat), WORLD_FRAME), `${lon},${lat}`).toBe(true);
  });

  it('puts Alaska and Chukotka at opposite edges', () => {
    expect(at(-168, 65.5)[0]).toBeLessThan(200);
    expect(at(-170.5, 66)[0]).toBeGreaterThan(760);
  });

  it('keeps north up and Germany in the European frame', () => {
    expect(at(10, 60)[1]).toBeLessThan(at(10, 50)[1]);
    expect(inFrame(at(GERMANY.lon, GERMANY.lat), EUROPE_FRAME, 10)).toBe(true);
    expect(inFrame(at(35, 31.5), EUROPE_FRAME), 'Israel').toBe(false);
  });
});
