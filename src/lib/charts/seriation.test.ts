import { describe, expect, it } from 'vitest';
import { random } from '../domain/testing/random.ts';
import { seriate } from './seriation.ts';

/** Sum of the squared differences of neighbouring rows: small where like stands beside like. */
function roughness(counts: number[][], rows: number[], columns: number[]): number {
  let sum = 0;
  for (let i = 1; i < rows.length; i++)
    for (const column of columns)
      sum += (counts[rows[i]!]![column]! - counts[rows[i - 1]!]![column]!) ** 2;
  return sum;
}

describe('seriate', () => {
  it('finds the one order of a chain whose rows and columns were mixed', () => {
    // Row i shares a column with its neighbours only: 0-1-2-3-4.
    const chain = [
      [9, 4, 0, 0, 0],
      [4, 9, 4, 0, 0],
      [0, 4, 9, 4, 0],
      [0, 0, 4, 9, 4],
      [0, 0, 0, 4, 9]
    ];
    const mix = [3, 0, 4, 2, 1];
    const mixed = mix.map((row) => [2, 4, 1, 0, 3].map((column) => chain[row]![column]!));
    const { rows, columns } = seriate(mixed);
    const back = rows.map((row) => mix[row]!);
    expect([back, [...back].reverse()]).toContainEqual([0, 1, 2, 3, 4]);
    const across = columns.map((column) => [2, 4, 1, 0, 3][column]!);
    expect(across).toEqual(back);
  });

  it('keeps unconnected blocks together, the heavier first, and what is empty last', () => {
    const { rows, columns } = seriate([
      [0, 0, 0, 0],
      [0, 2, 0, 0],
      [9, 0, 0, 5],
      [0, 3, 0, 0],
      [8, 0, 0, 0]
    ]);
    expect(new Set(rows.slice(0, 2))).toEqual(new Set([2, 4]));
    expect(new Set(rows.slice(2, 4))).toEqual(new Set([1, 3]));
    expect(rows[4]).toBe(0);
    expect(columns.slice(2)).toEqual([1, 2]);
  });

  it('orders equal rows by their weight', () => {
    expect(seriate([[1], [3], [2]])).toEqual({ rows: [1, 2, 0], columns: [0] });
    expect(seriate([])).toEqual({ rows: [], columns: [] });
    expect(seriate([[0, 0]])).toEqual({ rows: [0], columns: [0, 1] });
  });

  it('is a permutation, the same every time, and smoother than chance', () => {
    let better = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const r = random(seed);
      const centre = Array.from({ length: 12 }, () => r.next() * 8);
      const counts = centre.map((at) =>
        Array.from({ length: 8 }, (_, column) =>
          Math.max(0, Math.round(10 - 4 * Math.abs(column - at)))
        )
      );
      const order = seriate(counts);
      expect(seriate(counts)).toEqual(order);
      expect([...order.rows].sort((a, b) => a - b)).toEqual(counts.map((_, i) => i));
      expect([...order.columns].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      const given = counts.map((_, i) => i);
      if (roughness(counts, order.rows, order.columns) <= roughness(counts, given, order.columns))
        better++;
    }
    expect(better).toBeGreaterThanOrEqual(29);
  });
});
