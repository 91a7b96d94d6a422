import { expect, it } from 'vitest';
import { random } from '../domain/testing/random.ts';
import { chords, spread } from './chords.ts';

const cell = (row: number, column: number, partnerships: number) => ({
  id: `${column}.${row}`,
  row,
  column,
  partnerships
});

it('puts Länder on the left and partners on the right, each from top to bottom', () => {
  const { arcs, width } = chords(3, 2, [
    cell(0, 0, 5),
    cell(1, 1, 3),
    cell(1, 2, 2),
    cell(0, 2, 1)
  ]);
  const side = (name: string) => arcs.filter((arc) => arc.side === name);
  expect(side('left').map(({ index }) => index)).toEqual([0, 1, 2]);
  expect(side('right').map(({ index }) => index)).toEqual([0, 1]);
  for (const { side: name, label } of arcs) {
    if (name === 'left') expect(label.x).toBeLessThan(width / 2);
    else expect(label.x).toBeGreaterThan(width / 2);
  }
  for (const name of ['left', 'right']) {
    const lines = side(name).map(({ label }) => label.y);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  }
});

it('is symmetric when both sides are: equal arcs lie at equal height', () => {
  const { arcs } = chords(2, 2, [cell(0, 0, 4), cell(1, 1, 4)]);
  const y = (side: string) =>
    arcs.filter((arc) => arc.side === side).map(({ label }) => Math.round(label.y));
  expect(y('left')).toEqual(y('right'));
});

it('has a band for every cell, the widest first, and no overlapping names', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const r = random(seed);
    const cells = Array.from({ length: 16 }, (_, column) =>
      Array.from({ length: 18 }, (_, row) => cell(row, column, r.below(4) && r.below(90)))
    )
      .flat()
      .filter(({ partnerships }) => partnerships > 0);
    const { arcs, bands, height } = chords(16, 18, cells);
    expect(bands.map(({ id }) => id).sort()).toEqual(cells.map(({ id }) => id).sort());
    const weight = new Map(cells.map(({ id, partnerships }) => [id, partnerships]));
    const weights = bands.map(({ id }) => weight.get(id)!);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(bands.every(({ path }) => !/NaN|e-/.test(path))).toBe(true);
    for (const side of ['left', 'right']) {
      const lines = arcs.filter((arc) => arc.side === side).map(({ label }) => label.y);
      lines.forEach((line, i) => {
        if (i > 0) expect(line - lines[i - 1]!).toBeGreaterThan(17.8);
        expect(line).toBeLessThanOrEqual(height);
      });
    }
  }
});

it('spreads lines within bounds', () => {
  expect(spread([10, 11, 50], 10, 0, 100)).toEqual([10, 20, 50]);
  expect(spread([95, 96], 10, 0, 100)).toEqual([90, 100]);
  expect(spread([], 10, 0, 100)).toEqual([]);
});
