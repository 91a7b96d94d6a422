import { describe, expect, it } from 'vitest';
import { flowWidth, legendCounts } from './flowscale.ts';

describe('flowWidth', () => {
  it('grows with the root of the count', () => {
    expect(flowWidth(2000, 2000) / flowWidth(500, 2000)).toBeCloseTo(2, 2);
  });
  it('never vanishes', () => {
    expect(flowWidth(1, 1_000_000)).toBeGreaterThan(0.5);
  });
});

describe('a finer level', () => {
  it('has a narrower strongest line and the same least one', () => {
    expect(flowWidth(50, 50, 4)).toBe(4);
    expect(flowWidth(1, 5000, 4)).toBe(flowWidth(1, 5000));
  });
});

describe('legendCounts', () => {
  it.each([
    [2200, [2000, 200, 20]],
    [1167, [1000, 100, 10]],
    [60, [50, 5, 1]],
    [7, [5, 1]],
    [1, [1]],
    [0, []]
  ])('%i', (most, counts) => {
    expect(legendCounts(most)).toEqual(counts);
  });
});
