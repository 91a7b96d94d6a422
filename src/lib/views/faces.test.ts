import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW } from '../url/state.ts';
import { facesOf } from './faces.ts';

describe('faces an address shows', () => {
  it('needs none for the map, unless areas are shaded', () => {
    expect(facesOf(DEFAULT_VIEW)).toEqual([]);
    const areas = { ...DEFAULT_VIEW, areas: 'kreise' as const };
    expect(facesOf(areas)).toEqual(['areaMap', 'areaLegend']);
  });
  it('tells the two tables apart', () => {
    const table = { ...DEFAULT_VIEW, view: 'tabelle' as const };
    expect(facesOf(table)).toEqual(['table']);
    expect(facesOf({ ...table, areas: 'laender' })).toEqual(['areasTable']);
  });
  it('shows a place beside any of them', () => {
    expect(facesOf({ ...DEFAULT_VIEW, place: 'a1' })).toEqual(['place']);
    expect(facesOf({ ...DEFAULT_VIEW, view: 'zeit', place: 'a1' })).toEqual(['time', 'place']);
  });
});
