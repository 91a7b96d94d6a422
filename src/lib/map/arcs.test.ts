import { describe, expect, it } from 'vitest';
import { angle, arc } from './arcs.ts';

const BERLIN: [number, number] = [13.4, 52.5];

describe('arc', () => {
  it('starts and ends where it should', () => {
    const way = arc(BERLIN, [36.8, -1.3]);
    expect(way[0]).toEqual(BERLIN);
    expect(way.at(-1)?.[0]).toBeCloseTo(36.8, 6);
    expect(way.at(-1)?.[1]).toBeCloseTo(-1.3, 6);
  });

  it('never jumps: each step is short, also over the Pacific and near the pole', () => {
    for (const end of [
      [-172, -14],
      [178, -18],
      [174.8, -41.3],
      [-150, 61]
    ] as [number, number][]) {
      const way = arc(BERLIN, end);
      for (let i = 1; i < way.length; i++)
        expect(Math.abs(way[i]![0] - way[i - 1]![0])).toBeLessThan(180);
      // The end may lie a full turn away; it is the same place.
      expect((((way.at(-1)![0] - end[0]) % 360) + 360) % 360).toBeCloseTo(0, 6);
    }
  });

  it('is the shortest way: its steps add up to the angle', () => {
    const end: [number, number] = [138, 36];
    const way = arc(BERLIN, end);
    const sum = way.slice(1).reduce((total, p, i) => total + angle(way[i]!, p), 0);
    expect(sum).toBeCloseTo(angle(BERLIN, end), 9);
  });

  it('survives a tie to the same place and to the antipode', () => {
    expect(arc(BERLIN, BERLIN)).toHaveLength(2);
    expect(arc([0, 0], [180, 0]).every(([lon, lat]) => Number.isFinite(lon + lat))).toBe(true);
  });
});
