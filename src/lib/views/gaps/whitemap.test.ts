import { expect, it } from 'vitest';
import { FEW, stepOf } from './whitemap.ts';

it('shades by quarters, and not at all by shares of fewer than five', () => {
  const step = (without: number, n: number) => stepOf({ n, without });
  expect([step(0, 3), step(1, 4), step(4, 4)]).toEqual([0, FEW, FEW]);
  expect([step(0, 8), step(1, 8), step(2, 8), step(3, 8)]).toEqual([0, 1, 1, 2]);
  expect([step(6, 8), step(7, 8), step(8, 8)]).toEqual([3, 4, 4]);
});
