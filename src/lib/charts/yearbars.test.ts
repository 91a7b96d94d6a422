import { expect, test } from 'vitest';
import { yearBars } from './yearbars.ts';

test('a bar starts at zero and is as high as its count', () => {
  const { bars, rules, height } = yearBars(1990, [2, 0, 4, 1], 400, 200);
  expect(bars.map(({ year, count }) => [year, count])).toEqual([
    [1990, 2],
    [1992, 4],
    [1993, 1]
  ]);
  const floor = rules.find(({ count }) => count === 0)!.y;
  expect(floor).toBeLessThan(height);
  for (const bar of bars) {
    expect(bar.y + bar.height).toBeCloseTo(floor, 0);
    expect(bar.height / bar.count).toBeCloseTo(bars[0]!.height / 2, 0);
  }
});

test('bars keep their places in order and inside, however many', () => {
  for (const width of [300, 860]) {
    const layout = yearBars(
      1910,
      Array.from({ length: 120 }, (_, i) => (i % 7) + 1),
      width,
      200
    );
    expect(layout.bars).toHaveLength(120);
    layout.bars.reduce((before, bar) => {
      expect(bar.x).toBeGreaterThanOrEqual(before.x + before.width - 0.2);
      return bar;
    });
    const last = layout.bars.at(-1)!;
    expect(last.x + last.width).toBeLessThanOrEqual(width);
    layout.ticks.reduce((before, tick) => {
      expect(tick.x - before.x).toBeGreaterThanOrEqual(40);
      return tick;
    });
  }
});

test('counts have whole rules only', () => {
  expect(yearBars(2000, [1], 300, 200).rules.map(({ count }) => count)).toEqual([0, 1]);
  expect(yearBars(2000, [], 300, 200).bars).toEqual([]);
});
