import { describe, expect, it } from 'vitest';
import { tenths } from './world.ts';

describe('tenths', () => {
  it('writes relative steps in tenths and drops steps of nothing', () => {
    expect(tenths('M1,2L1.5,2L1.5,2.04L1,3ZM10,10L9.9,10.1')).toBe('M10 20l5 0-5 10zM100 100l-1 1');
  });

  it('does not drift: rounding is of positions, not of steps', () => {
    const path = 'M0,0' + Array.from({ length: 40 }, (_, i) => `L${(i + 1) * 0.06},0`).join('');
    const sum = [
      ...tenths(path)
        .slice(4)
        .matchAll(/(-?\d+) (\d+)/g)
    ].reduce((total, step) => total + Number(step[1]), 0);
    expect(sum).toBe(24);
  });
});
