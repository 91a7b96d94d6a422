import { expect, test } from 'vitest';
import { PITCH, unitGrid } from './unitgrid.ts';

const cell = (row: number, column: number, count: number) =>
  Array.from({ length: count }, () => ({ row, column }));

test('by hand: as few lines as the width allows, rows as high as they need', () => {
  const units = [...cell(0, 0, 4), ...cell(0, 1, 1), ...cell(1, 0, 2)];
  const wide = unitGrid(['a', 'b'], ['x', 'y'], units, 400);
  expect(wide.rows.map(({ height }) => height)).toEqual([PITCH + 6, PITCH + 6]);
  expect(wide.units.map(({ line, slot }) => [line, slot])).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
    [0, 3],
    [0, 4],
    [1, 0],
    [1, 1]
  ]);
  const narrow = unitGrid(['a', 'b'], ['x', 'y'], units, 280);
  expect(narrow.rows.map(({ height }) => height)).toEqual([2 * PITCH + 6, PITCH + 6]);
  expect(narrow.units.slice(0, 5).map(({ line, slot }) => [line, slot])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
    [0, 2]
  ]);
});

test('marks stay in their cells, apart from each other', () => {
  const units = [0, 1, 2].flatMap((row) =>
    [0, 1, 2, 3].flatMap((column) => cell(row, column, (7 * row + 5 * column) % 12))
  );
  const grid = unitGrid(['a', 'b', 'c'], ['w', 'x', 'y', 'z'], units, 500);
  expect(grid.width).toBeLessThanOrEqual(500);
  const spots = new Set(grid.units.map(({ line, slot }) => `${line} ${slot}`));
  expect(spots.size).toBe(units.length);
  units.forEach(({ row, column }, i) => {
    const { x, y } = grid.units[i]!;
    const { x: left, width } = grid.columns[column]!;
    const { y: top, height } = grid.rows[row]!;
    expect(x - PITCH / 2).toBeGreaterThanOrEqual(left);
    expect(x + PITCH / 2).toBeLessThanOrEqual(left + width);
    expect(y - PITCH / 2).toBeGreaterThanOrEqual(top);
    expect(y + PITCH / 2).toBeLessThanOrEqual(top + height);
  });
});

test('nothing to draw has a size', () => {
  expect(unitGrid([], [], [], 300)).toMatchObject({ units: [], rows: [], columns: [] });
});
