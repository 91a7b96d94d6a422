/**
 * The letters of pictures: the font files, and how wide a text is in them.
 *
 * Contract: files are Source Sans 3 and Source Serif 4 (SIL Open Font License 1.1) as static TrueType,
 * because the renderer reads no WOFF. Widths are sums of advances, a little more than with kerning:
 * what is reckoned to fit does fit.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as OpenType from 'opentype.js';

export type Face = 'regular' | 'semibold' | 'serif';
/** Width of a text at a size, px. */
export type Measure = (text: string, size: number, face?: Face) => number;

const require = createRequire(import.meta.url);
const { resolve } = require;
/** CommonJS, whose named exports the built server could not import. */
const { parse } = require('opentype.js') as typeof OpenType;
const FILES: Record<Face, string> = {
  regular: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  semibold: '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  serif: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'
};

export const fontFiles = (): string[] => Object.values(FILES).map((file) => resolve(file));

/** Letters that no font here has: as wide as the widest usual one. */
const UNKNOWN = 0.9;

type Advance = (letter: string) => number;
const advances = new Map<Face, Advance>();

function advanceOf(face: Face): Advance {
  const known = advances.get(face);
  if (known) return known;
  const bytes = readFileSync(resolve(FILES[face]));
  const font = parse(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  );
  const widths = new Map<string, number>();
  const advance: Advance = (letter) => {
    let width = widths.get(letter);
    if (width === undefined) {
      const missing = font.charToGlyphIndex(letter) === 0;
      width = missing ? UNKNOWN : (font.charToGlyph(letter).advanceWidth ?? 0) / font.unitsPerEm;
      if (widths.size < 4000) widths.set(letter, width);
    }
    return width;
  };
  advances.set(face, advance);
  return advance;
}

export const measure: Measure = (text, size, face = 'regular') => {
  const advance = advanceOf(face);
  let em = 0;
  for (const letter of text) em += advance(letter);
  return em * size;
};
