/**
 * Fill patterns of areas as pixels: fine hatching for nothing recorded, wide hatching over a colour
 * for hardly known, dots for fewer than five Gemeinden.
 *
 * Contract: pure; seamless when tiled; two pixels per CSS pixel.
 */
import type { Palette } from './palette.ts';

export interface PatternImage {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

export const PIXEL_RATIO = 2;

type Rgb = [number, number, number];

const rgb = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;

/** @param cover how much of the pixel at x, y is painted, 0..1 */
function image(
  size: number,
  colour: string,
  opacity: number,
  cover: (x: number, y: number) => number
) {
  const data = new Uint8ClampedArray(size * size * 4);
  const [r, g, b] = rgb(colour);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const alpha = Math.max(0, Math.min(1, cover(x + 0.5, y + 0.5))) * opacity;
      data.set([r, g, b, Math.round(255 * alpha)], (y * size + x) * 4);
    }
  return { width: size, height: size, data };
}

/** Lines at 45°; `gap` across the tile and line `width`, in pixels. */
function hatch(gap: number, width: number, colour: string, opacity: number): PatternImage {
  return image(gap, colour, opacity, (x, y) => {
    const off = Math.abs(((x + y) % gap) - gap / 2) / Math.SQRT2;
    return width / 2 + 0.5 - off;
  });
}

/** One dot in the middle of each tile. */
function dots(gap: number, radius: number, colour: string): PatternImage {
  const middle = gap / 2;
  return image(gap, colour, 1, (x, y) => radius + 0.5 - Math.hypot(x - middle, y - middle));
}

/** Images by the name that `arealayers.ts` asks for. */
export function patternImages(p: Palette): Record<string, PatternImage> {
  return {
    'areas-empty': hatch(10, 1.5, p.muted, 0.6),
    'areas-thin': hatch(20, 1.7, p.ink, 0.42),
    'areas-few': dots(8, 2.5, p.accent),
    'areas-few_other': dots(8, 1.6, p.muted)
  };
}
