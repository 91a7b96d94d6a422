import { describe, expect, it } from 'vitest';
import { overlap, placeLabels, type LabelAsk } from './labels.ts';

const space = { width: 400, height: 200, fontSize: 12, limit: 100 };
/** A crowd: 40 points within 100 x 60 units, from a fixed sequence. */
const crowd: LabelAsk[] = Array.from({ length: 40 }, (_, i) => ({
  id: `c${i}`,
  text: `Landname ${i}`,
  x: 150 + ((i * 37) % 100),
  y: 70 + ((i * 23) % 60),
  radius: 1 + (i % 4)
}));

describe('placeLabels', () => {
  const placed = placeLabels(crowd, space);

  it('never lets labels overlap one another, a mark or the edge', () => {
    expect(placed.length).toBeGreaterThan(8);
    for (const [i, one] of placed.entries()) {
      for (const other of placed.slice(i + 1)) expect(overlap(one.box, other.box)).toBe(false);
      for (const { x, y, radius } of crowd) {
        const mark = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
        expect(overlap(one.box, mark)).toBe(false);
      }
      expect(one.box.x).toBeGreaterThanOrEqual(0);
      expect(one.box.x + one.box.width).toBeLessThanOrEqual(space.width);
    }
  });

  it('serves the first asked first and keeps to the limit', () => {
    expect(placed[0]?.id).toBe('c0');
    expect(placeLabels(crowd, { ...space, limit: 3 }).map((label) => label.id)).toEqual([
      'c0',
      'c1',
      'c2'
    ]);
  });

  it('draws a leader only to labels that stand away', () => {
    const [near] = placeLabels([{ id: 'a', text: 'A', x: 50, y: 50, radius: 2 }], space);
    expect(near?.leader).toBeNull();
    expect(placed.some((label) => label.leader !== null)).toBe(true);
  });

  it('keeps reserved boxes free and leaves out what finds no room', () => {
    const reserved = [{ x: 0, y: 0, width: 400, height: 200 }];
    expect(placeLabels(crowd, { ...space, reserved })).toEqual([]);
  });

  it('rather writes on the far side of the hub', () => {
    const ask = { id: 'a', text: 'Ort', x: 200, y: 100, radius: 2 };
    const [east] = placeLabels([ask], { ...space, hub: { x: 100, y: 100 } });
    const [west] = placeLabels([ask], { ...space, hub: { x: 300, y: 100 } });
    expect(east?.box.x).toBeGreaterThan(200);
    expect(west?.box.x).toBeLessThan(180);
  });

  it('is deterministic', () => {
    expect(placeLabels(crowd, space)).toEqual(placed);
  });
});
