import { describe, expect, it } from 'vitest';
import { flowLevel, isInView, type Asked } from './flowlevels.ts';

const all: Asked = {
  zoom: 1,
  filters: { laender: [], kreise: [] },
  ties: 5506,
  tiesInView: 5506
};

describe('flowLevel', () => {
  const cases: [string, Partial<Asked>, string][] = [
    ['the world', {}, 'staaten'],
    ['Europe', { zoom: 3 }, 'staaten'],
    ['Germany', { zoom: 4.8 }, 'laender'],
    ['a part of a Land', { zoom: 6.2, tiesInView: 900 }, 'kreise'],
    ['a few towns', { zoom: 8, tiesInView: 120 }, 'orte'],
    ['one Land in the world', { filters: { laender: ['09'], kreise: [] }, ties: 875 }, 'laender'],
    ['one Land, near', { zoom: 5, filters: { laender: ['09'], kreise: [] }, ties: 875 }, 'kreise'],
    ['half of Germany', { filters: { laender: ['01', '02', '03', '04'], kreise: [] } }, 'staaten'],
    ['one Kreis', { filters: { laender: [], kreise: ['09162'] }, ties: 400 }, 'kreise'],
    ['few partnerships, wherever', { ties: 6, tiesInView: 0 }, 'orte'],
    ['nothing in view, but near', { zoom: 7, tiesInView: 0 }, 'orte'],
    ['nothing at all', { ties: 0, tiesInView: 0 }, 'orte']
  ];
  it.each(cases)('%s', (_, change, level) => {
    expect(flowLevel({ ...all, ...change })).toBe(level);
  });
});

describe('isInView', () => {
  it('knows boxes on both sides of the date line', () => {
    expect(isInView([5, 47, 15, 55], 10, 50)).toBe(true);
    expect(isInView([5, 47, 15, 55], 16, 50)).toBe(false);
    expect(isInView([160, -50, 200, 0], -175, -10)).toBe(true);
    expect(isInView([-200, -50, -160, 0], 175, -10)).toBe(true);
  });
});
