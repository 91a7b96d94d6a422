import { describe, expect, it } from 'vitest';
import { EUROPE, frameOf, GERMANY, WORLD, type End } from './camera.ts';

const ends = (count: number, lon: number, lat: number): End[] =>
  Array.from({ length: count }, () => ({ lon, lat, weight: 1 }));
const france = ends(100, 2, 47);
const tanzania = ends(50, 35, -6);
const japan = ends(10, 138, 36);

describe('the frame of a selection', () => {
  it('is the usual one without lines', () => {
    expect(frameOf(null, [], EUROPE)).toBeNull();
  });
  it('holds few lines and Germany, wherever they are', () => {
    expect(frameOf([9, 50, 10, 51], ends(3, 9, 50), WORLD)).toEqual(GERMANY);
    expect(frameOf([9, -6, 35, 51], ends(3, 35, -6), EUROPE)).toEqual([5.8, -6, 35, 55.1]);
  });
  it('leaves the usual frame where most partnerships lie outside of it', () => {
    const box: [number, number, number, number] = [6, -6, 35, 54];
    expect(frameOf(box, tanzania, EUROPE)).toEqual([5.8, -6, 35, 55.1]);
  });
  it('keeps it where most lie in it, though some are far away', () => {
    expect(frameOf([2, 36, 138, 54], [...france, ...japan], EUROPE)).toBeNull();
  });
  it('comes nearer where the usual frame is much too large', () => {
    expect(frameOf([2, 43, 14, 54], france, WORLD)).toEqual([2, 43, 15.1, 55.1]);
    expect(frameOf([-120, -40, 150, 60], [...france, ...japan], WORLD)).toBeNull();
  });
  it('counts partnerships, not lines', () => {
    const heavy = [...ends(41, 2, 47), { lon: 35, lat: -6, weight: 1000 }];
    expect(frameOf([2, -6, 35, 54], heavy, EUROPE)).not.toBeNull();
  });
});
