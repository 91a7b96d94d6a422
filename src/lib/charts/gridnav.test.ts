import { expect, test } from 'vitest';
import { step } from './gridnav.ts';

// .  0  .  1
// 2  .  .  3
// .  .  4  .
const spots = [
  { row: 0, column: 1 },
  { row: 0, column: 3 },
  { row: 1, column: 0 },
  { row: 1, column: 3 },
  { row: 2, column: 2 }
];

test.each([
  [0, 'ArrowRight', 1],
  [1, 'ArrowRight', -1],
  [1, 'ArrowLeft', 0],
  [1, 'ArrowDown', 3],
  [3, 'ArrowUp', 1],
  [0, 'ArrowDown', 2],
  [3, 'ArrowDown', 4],
  [4, 'ArrowUp', 3],
  [0, 'End', 1],
  [1, 'Home', 0],
  [4, 'Home', -1],
  [4, 'x', -1],
  [9, 'Home', -1]
] as const)('from %i by %s to %i', (from, key, to) => {
  expect(step(spots, from, key)).toBe(to);
});

test('Ctrl with Home and End leads to the ends of the grid', () => {
  expect(step(spots, 3, 'Home', true)).toBe(0);
  expect(step(spots, 0, 'End', true)).toBe(4);
});
