import { expect, test } from 'vitest';
import { legendOf, shadeOf, stepsFor } from './shades.ts';

test('every count has one shade, more is never paler, and the legend says the same', () => {
  for (const most of [1, 5, 6, 25, 60, 309, 900, 5000]) {
    const steps = stepsFor(most);
    const counts = Array.from({ length: most }, (_, i) => i + 1);
    const shades = counts.map((count) => shadeOf(count, steps));
    expect(shades).toEqual([...shades].sort((a, b) => a - b));
    expect(shades.at(-1)).toBeLessThanOrEqual(5);
    const legend = legendOf(counts, steps);
    for (const [i, count] of counts.entries()) {
      const line = legend.find(({ from, to }) => count >= from && (to === null || count <= to));
      expect(line?.shade).toBe(shades[i]);
    }
  }
});

test('the legend leaves out steps that do not occur', () => {
  expect(legendOf([1, 300], stepsFor(300))).toEqual([
    { shade: 1, from: 1, to: 1 },
    { shade: 5, from: 101, to: null }
  ]);
});
