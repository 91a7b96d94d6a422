import { describe, expect, it } from 'vitest';
import { labelPoint, largestPart } from './labelpoint.ts';

const box = (x: number, y: number, w: number, h: number) => [
  [
    [x, y],
    [x, y + h],
    [x + w, y + h],
    [x + w, y],
    [x, y]
  ]
];

describe('labelPoint', () => {
  it('is the middle of a box', () => {
    const [lon, lat] = labelPoint({ type: 'Polygon', coordinates: box(10, 0, 4, 4) });
    expect(lon).toBeCloseTo(12, 1);
    expect(lat).toBeCloseTo(2, 1);
  });

  it('takes the largest part, whichever way it is wound', () => {
    const small = box(50, 0, 1, 1);
    const large = box(0, 0, 5, 5).map((ring) => ring.toReversed());
    expect(largestPart({ type: 'MultiPolygon', coordinates: [small, large] })).toBe(large);
  });

  it('stays inside a horseshoe whose centroid lies outside', () => {
    const ring = [
      [0, 0],
      [0, 10],
      [3, 10],
      [3, 3],
      [7, 3],
      [7, 10],
      [10, 10],
      [10, 0],
      [0, 0]
    ];
    const [lon, lat] = labelPoint({ type: 'Polygon', coordinates: [ring] });
    expect(lat < 3 || lon < 3 || lon > 7).toBe(true);
  });
});
