import { expect, test } from 'vitest';
import { dotRadius, worldDots } from './worlddots.ts';

const at = (iso2: string, lon: number, lat: number, partnerships: number) => ({
  iso2,
  name: iso2,
  lon,
  lat,
  partnerships
});

test('areas are in proportion, and nothing is too small to see', () => {
  expect(dotRadius(16, 16) / dotRadius(4, 16)).toBeCloseTo(2, 1);
  expect(dotRadius(1, 100_000)).toBe(6);
});

test('large dots come first, countries without a place are left out', () => {
  const dots = worldDots([at('PL', 19, 52, 2), at('FR', 2, 46, 9), at('XX', Number.NaN, 0, 5)], 9);
  expect(dots.map(({ iso2 }) => iso2)).toEqual(['FR', 'PL']);
  for (const { x, y } of dots) {
    expect(x).toBeGreaterThan(0);
    expect(y).toBeGreaterThan(0);
  }
});
