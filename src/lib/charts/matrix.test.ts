import { expect, test } from 'vitest';
import { matrixLayout } from './matrix.ts';

test('cells grow into the room there is, within bounds', () => {
  const names = (count: number) => Array.from({ length: count }, () => 'Niedersachsen');
  const narrow = matrixLayout(names(3), names(16), 400);
  const wide = matrixLayout(names(3), names(4), 2000);
  expect(narrow.cell.width).toBe(30);
  expect(wide.cell.width).toBe(44);
  const between = matrixLayout(names(3), names(16), 840);
  expect(between.width).toBeLessThanOrEqual(840);
  expect(between.cell.width).toBeGreaterThan(30);
});

test('names have the room they need', () => {
  const one = matrixLayout(['Vereinigte Arabische Emirate'], ['Mecklenburg-Vorpommern'], 800);
  expect(one.left).toBeGreaterThanOrEqual(190);
  expect(one.top).toBeGreaterThanOrEqual(130);
  expect(one.width).toBeGreaterThan(one.left + one.cell.width + 80);
  expect(one.height).toBe(one.top + 2 * one.cell.height + 12);
});
