import { expect, it } from 'vitest';
import { stripOf } from './strip.ts';

it('shares a bar, largest first', () => {
  expect(
    stripOf(
      [
        { id: 'a', flags: 1 },
        { id: 'b', flags: 3 }
      ],
      10,
      400
    )
  ).toEqual([
    { id: 'b', x: 10, width: 300 },
    { id: 'a', x: 310, width: 100 }
  ]);
});

it('keeps the smallest visible and the bar as long as it is', () => {
  const parts = stripOf(
    Array.from({ length: 20 }, (_, i) => ({ id: String(i), flags: i === 7 ? 6000 : 1 })),
    0,
    400
  );
  expect(parts[0]!.id).toBe('7');
  expect(Math.min(...parts.map(({ width }) => width))).toBeGreaterThan(0.9);
  const last = parts.at(-1)!;
  expect(last.x + last.width).toBeCloseTo(400, 0);
});

it('is empty of nothing', () => {
  expect(stripOf([], 0, 100)).toEqual([]);
});
