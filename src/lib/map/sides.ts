/**
 * On which side of its point a label may stand so that the map's edge or its controls cut none.
 *
 * Contract: pure; CSS pixels. MapLibre keeps labels off each other but not off the edge of the
 * map. Text widths are estimated, a little too wide rather than too narrow.
 */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * `west`, `east`: that side first, then above and below; `…-only`: nowhere else; `middle`: above
 * or below only; `over-…`: above or below, running that way; `none`: no room.
 */
export const SIDES = [
  'west',
  'east',
  'west-only',
  'east-only',
  'middle',
  'over-east',
  'over-west',
  'none'
] as const;
export type Side = (typeof SIDES)[number];

export interface Ask {
  x: number;
  y: number;
  text: string;
  /** Radius of the mark. */
  radius: number;
  /** The far side as seen from Germany. */
  west: boolean;
}

const GLYPH = 6.9;
const HEIGHT = 18;
const EDGE = 4;

/** @param taken controls, legend and the like that lie over the map */
export function sideOf(
  { x, y, text, radius, west }: Ask,
  size: { width: number; height: number },
  taken: Rect[]
): Side {
  const preferred = west ? 'west' : 'east';
  // Out of sight: half a label at the edge says nothing.
  if (x < 0 || y < 0 || x > size.width || y > size.height) return 'none';
  const width = text.length * GLYPH;
  const gap = radius + 5;
  const box = (left: number, middle: number): Rect => ({
    left,
    right: left + width,
    top: middle - HEIGHT / 2,
    bottom: middle + HEIGHT / 2
  });
  const free = (rect: Rect) =>
    rect.left >= EDGE &&
    rect.top >= EDGE &&
    rect.right <= size.width - EDGE &&
    rect.bottom <= size.height - EDGE &&
    !taken.some(
      (other) =>
        rect.left < other.right &&
        other.left < rect.right &&
        rect.top < other.bottom &&
        other.top < rect.bottom
    );
  const away = gap + HEIGHT / 2;
  const middle = free(box(x - width / 2, y - away)) && free(box(x - width / 2, y + away));
  const westward = free(box(x - gap - width, y));
  const eastward = free(box(x + gap, y));
  if (preferred === 'west' && westward) return middle ? 'west' : 'west-only';
  if (preferred === 'east' && eastward) return middle ? 'east' : 'east-only';
  if (middle) return 'middle';
  // Inwards the label would lie along its own line: rather above or below it.
  const over = (left: number) => free(box(left, y - away)) && free(box(left, y + away));
  if (over(x)) return 'over-east';
  if (over(x - width)) return 'over-west';
  if (westward) return 'west-only';
  return eastward ? 'east-only' : 'none';
}
