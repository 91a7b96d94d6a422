import { describe, expect, it } from 'vitest';
import type { GapCell } from '../domain/gaps.ts';
import { gapShade, isThin } from './gapshade.ts';

const cell = (n: number, match: number, more: Partial<GapCell> = {}): GapCell => ({
  row: '1',
  column: '2',
  n,
  states: {
    match,
    recorded_other: n - match,
    attribute_unknown: 0,
    confirmed_none: 0,
    no_record: 0
  },
  partnerships: match,
  inhabitants: null,
  engaged: 0,
  rate: n < 5 ? null : match / n,
  upper: null,
  coverage: n < 5 ? null : 1,
  per100000: null,
  engagedShare: null,
  expected: null,
  ...more
});
const STEPS = [1, 3, 6, 12];

describe('shades of the gap matrix', () => {
  it.each([
    [1000, 0, 's0'],
    [1000, 1, 's1'],
    [1000, 9, 's1'],
    [1000, 10, 's2'],
    [1000, 50, 's3'],
    [1000, 200, 's4'],
    [1000, 499, 's4'],
    [1000, 500, 's5'],
    [4, 0, 'few_other'],
    [4, 1, 'few'],
    [0, 0, 'none']
  ])('%d Gemeinden, %d with a match: %s', (n, match, shade) => {
    expect(gapShade(cell(n, match), 'anteil', STEPS)).toBe(shade);
  });

  it('hatches where nothing is recorded, frames where none is confirmed', () => {
    const states = { match: 0, recorded_other: 0, attribute_unknown: 0 };
    const silent = { ...states, confirmed_none: 0, no_record: 9 };
    expect(gapShade(cell(9, 0, { states: silent }), 'anteil', STEPS)).toBe('empty');
    const none = { ...states, confirmed_none: 9, no_record: 0 };
    expect(gapShade(cell(9, 0, { states: none }), 'anteil', STEPS)).toBe('confirmed');
  });

  it('shades counts of small cells too, and has no shade for what is not known', () => {
    expect(gapShade(cell(4, 2), 'partnerschaften', STEPS)).toBe('s2');
    expect(gapShade(cell(9, 2, { per100000: 2.5 }), 'je100000', STEPS)).toBe('s4');
    expect(gapShade(cell(9, 2), 'je100000', STEPS)).toBe('s0');
  });

  it('calls thin what is known for under a fifth, never a small cell', () => {
    expect(isThin(cell(10, 1, { coverage: 0.19 }))).toBe(true);
    expect(isThin(cell(10, 1, { coverage: 0.2 }))).toBe(false);
    expect(isThin(cell(4, 1))).toBe(false);
  });
});
