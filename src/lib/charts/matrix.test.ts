import { expect, test } from 'vitest';
import { dotsOf, matrixLayout } from './matrix.ts';

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

test('with less room the sixteen Länder fit beside the filters', () => {
  const laender = Array.from({ length: 16 }, () => 'Niedersachsen');
  expect(matrixLayout(['Vereinigtes Königreich'], laender, 600, true).width).toBeLessThanOrEqual(
    600
  );
});

test('a dot in every cell that is not filled, in a half matrix only up to the diagonal', () => {
  const grid = { ...matrixLayout(['a', 'b'], ['c', 'd'], 800), left: 0, top: 0 };
  const cell = { width: 10, height: 20 };
  const dots = (half: boolean, filled: { row: number; column: number }[]) =>
    dotsOf({ ...grid, cell, half }, filled);
  expect(dots(false, [{ row: 0, column: 1 }])).toBe('M5 10h0M5 30h0M15 30h0');
  expect(dots(true, [{ row: 1, column: 0 }])).toBe('M5 10h0M15 30h0');
});
