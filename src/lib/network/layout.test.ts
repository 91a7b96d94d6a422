import { expect, it } from 'vitest';
import { randomDataset } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import { graphOf } from './graph.ts';
import { layoutOf } from './layout.ts';
import { nodeRadius } from './radius.ts';
import { bridgesOf, communities } from './metrics.ts';
import { place } from './place.ts';
import { cross, quality } from './quality.ts';
import { seeded } from './random.ts';
import { stressLayout } from './stress.ts';
import { components } from './walk.ts';

const path = graphOf(4, [
  [0, 1],
  [1, 2],
  [2, 3]
]);
/** Two stars of seven, tied by one edge between their middles (0 and 7). */
const stars = graphOf(14, [
  ...[1, 2, 3, 4, 5, 6].map((leaf): [number, number] => [0, leaf]),
  ...[8, 9, 10, 11, 12, 13].map((leaf): [number, number] => [7, leaf]),
  [0, 7]
]);
const grid = graphOf(
  400,
  Array.from({ length: 400 }, (_, n) => n).flatMap((n): [number, number][] => [
    ...(n % 20 < 19 ? ([[n, n + 1]] as [number, number][]) : []),
    ...(n < 380 ? ([[n, n + 20]] as [number, number][]) : [])
  ])
);

it('draws a path as a line, and a grid without folds', () => {
  const { x, y } = stressLayout(path, [0, 1, 2, 3], seeded(1));
  expect(Math.hypot(x[0]! - x[3]!, y[0]! - y[3]!)).toBeCloseTo(3, 1);
  const at = stressLayout(grid, [...grid.degree.keys()], seeded(3));
  const { stress, neighbourhood, crossings } = quality(grid, at, seeded(1));
  expect(crossings).toBe(0);
  expect(stress).toBeLessThan(0.06);
  expect(neighbourhood).toBeGreaterThan(0.7);
});

it('measures what can be seen', () => {
  const line = { x: [0, 1, 2, 3], y: [0, 0, 0, 0] };
  expect(quality(path, line, seeded(1))).toEqual({ stress: 0, neighbourhood: 1, crossings: 0 });
  const square = { x: [0, 2, 0, 2], y: [0, 2, 2, 0] };
  expect(cross(path, square, 0, 2)).toBe(true);
  expect(cross(path, square, 0, 1)).toBe(false);
  expect(quality(path, square, seeded(1)).crossings).toBeCloseTo(2 / 3);
});

it('finds the communities and bridges of hand-made graphs', () => {
  const found = components(stars);
  expect([...communities(stars, found)]).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2]);
  expect([...bridgesOf(stars, found, 5)]).toEqual([0, 7]);
  // Middle nodes of a path lie between two pairs each; small groups have no communities.
  expect([...bridgesOf(path, components(path), 5)]).toEqual([1, 2]);
  // Groups are measured one by one, and ranked together: the middle of five lies between more.
  const both = graphOf(8, [
    [0, 1],
    [1, 2],
    [3, 4],
    [4, 5],
    [5, 6],
    [6, 7]
  ]);
  expect([...bridgesOf(both, components(both), 5)]).toEqual([5, 4, 6, 1]);
  const pair = graphOf(2, [[0, 1]]);
  expect([...bridgesOf(pair, components(pair), 5)]).toEqual([]);
  expect([...communities(path, components(path))]).toEqual([0, 0, 0, 0]);
});

it('keeps nodes apart, groups too, and is the same every time', () => {
  const dataset = randomDataset(random(5), 400);
  const layout = layoutOf(dataset);
  expect(layoutOf(dataset)).toEqual(layout);
  const many = graphOf(
    300,
    Array.from({ length: 150 }, (_, i): [number, number] => [i, i < 60 ? 150 + (i % 7) : 150 + i])
  );
  const { x, y } = place(many, (node) => node);
  let close = 0;
  for (let a = 0; a < 300; a++)
    for (let b = a + 1; b < 300; b++) {
      if (!many.degree[a] || !many.degree[b]) continue;
      const room = nodeRadius(many.degree[a]!) + nodeRadius(many.degree[b]!);
      if (Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!) < 0.98 * room) close++;
    }
  expect(close).toBe(0);
});

it('lays out a group by pivots when it is too large for all pairs', () => {
  const long = graphOf(
    3100,
    Array.from({ length: 3099 }, (_, n): [number, number] => [Math.floor(n / 3), n + 1])
  );
  const at = stressLayout(long, [...long.degree.keys()], seeded(2));
  expect(quality(long, at, seeded(1), 100).stress).toBeLessThan(0.25);
});
