import { describe, expect, it } from 'vitest';
import { sideOf } from './sides.ts';

const size = { width: 600, height: 400 };
const japan = { x: 300, y: 200, text: 'Japan 54', radius: 3, west: false };

describe('sideOf', () => {
  it('keeps the far side where there is room', () => {
    expect(sideOf(japan, size, [])).toBe('east');
    expect(sideOf({ ...japan, west: true }, size, [])).toBe('west');
  });

  it('turns inwards at the edges', () => {
    expect(sideOf({ ...japan, x: 560 }, size, [])).toBe('middle');
    expect(sideOf({ ...japan, x: 590 }, size, [])).toBe('over-west');
    expect(sideOf({ ...japan, x: 10, west: true }, size, [])).toBe('over-east');
    expect(sideOf({ ...japan, y: 16 }, size, [])).toBe('east-only');
  });

  it('leaves a label out rather than cut it', () => {
    expect(sideOf({ ...japan, y: 3 }, size, [])).toBe('none');
    expect(sideOf(japan, size, [{ left: 0, top: 150, right: 600, bottom: 250 }])).toBe('none');
  });

  it('keeps off what lies over the map', () => {
    expect(sideOf(japan, size, [{ left: 310, top: 150, right: 600, bottom: 250 }])).toBe(
      'over-west'
    );
    expect(sideOf(japan, size, [{ left: 294, top: 100, right: 600, bottom: 198 }])).toBe(
      'west-only'
    );
  });

  it('names nothing that is out of sight', () => {
    expect(sideOf({ ...japan, x: -300, west: true }, size, [])).toBe('none');
  });
});
