import { expect, it } from 'vitest';
import { LINE, sankeyLayout, type SankeyBand } from './sankey.ts';

const band = (id: string, stage: 0 | 1, from: number, to: number, flags: number): SankeyBand => ({
  id,
  stage,
  from,
  to,
  flags
});
const BOX = { width: 800, left: 150, right: 650, words: 100 };

it('by hand: two Länder, two goals, two regions', () => {
  const layout = sankeyLayout(
    [2, 2, 2],
    [
      band('a', 0, 0, 0, 6),
      band('b', 0, 0, 1, 2),
      band('c', 0, 1, 1, 2),
      band('d', 1, 0, 0, 5),
      band('e', 1, 0, 1, 1),
      band('f', 1, 1, 1, 4)
    ],
    BOX,
    100
  );
  // Ten flags have 100 units, less what two names need.
  expect(layout.height).toBe(134);
  expect(layout.scale).toBeCloseTo(10, 5);
  const heights = ([0, 1, 2] as const).map((column) =>
    layout.nodes.filter((node) => node.column === column).map(({ height }) => height)
  );
  expect(heights).toEqual([
    [80, 20],
    [60, 40],
    [50, 50]
  ]);
  expect(new Set(layout.nodes.map(({ x }) => x))).toEqual(new Set([150, 344, 638]));
  const widths = Object.fromEntries(layout.bands.map(({ id, width }) => [id, width]));
  expect(widths).toEqual({ a: 60, b: 20, c: 20, d: 50, e: 10, f: 40 });
  expect(layout.bands[0]!.id).toBe('a');
  // No band runs where the goals' words stand: from one edge to the other, and on behind the words.
  const ends = (id: string) => {
    const { path } = layout.bands.find((one) => one.id === id)!;
    return [path.match(/^M([\d.]+)/)![1], path.match(/([\d.]+) [\d.]+$/)![1]].map(Number);
  };
  expect([ends('a'), ends('d')]).toEqual([
    [162, 344],
    [456, 638]
  ]);
  expect(layout.bands.every(({ path }) => /^M[\d. C]+$/.test(path))).toBe(true);
});

it('names of many small nodes have a line each, in their order', () => {
  const many = Array.from({ length: 17 }, (_, i) => i);
  const layout = sankeyLayout(
    [1, 17, 17],
    many.flatMap((i) => [
      band(`l${i}`, 0, 0, i, i === 3 ? 400 : 1),
      band(`r${i}`, 1, i, i, i === 3 ? 400 : 1)
    ]),
    BOX,
    300
  );
  for (const column of [1, 2]) {
    const middles = layout.nodes.filter((node) => node.column === column).map((n) => n.middle);
    for (let i = 1; i < middles.length; i++)
      expect(middles[i]! - middles[i - 1]!).toBeGreaterThanOrEqual(LINE - 0.2);
    expect(Math.min(...middles)).toBeGreaterThan(0);
    expect(Math.max(...middles)).toBeLessThan(layout.height);
  }
});

it('draws nothing of nothing', () => {
  expect(sankeyLayout([0, 0, 0], [], BOX, 300)).toMatchObject({ nodes: [], bands: [], height: 0 });
});
