/**
 * The picture of a link in social media: 1200 x 630 px, few words, large.
 *
 * Contract: pure but for the font's widths. Title and foot are always there and whole; the drawing is
 * there where its letters can be read that small, else its simple form. Nothing lies near the edge, so
 * that a cut to two to one loses nothing.
 */
import type { Style, Words } from './frame.ts';
import { at, el, type Markup } from './markup.ts';
import type { Pen, Plate } from './plate.ts';
import { fitDrawing, fitInto, type Room } from './previewfit.ts';
import { sheet, type Framed } from './sheet.ts';
import type { Small } from './shown.ts';
import { paragraph, wrap, write, type Type } from './text.ts';

export const PREVIEW = { width: 1200, height: 630 } as const;
const SIDE = 56;
const TOP = 46;
/** Baseline of the foot, and where the room above it ends. */
const FOOT = 574;
const END = 526;
const INNER = PREVIEW.width - 2 * SIDE;
const GAP = 48;
/** Sizes of the title by the lines it may have, and of the sentence beside a drawing. */
const TITLES = [
  [1, [54, 48]],
  [2, [54, 48, 43]],
  [3, [38, 34, 30]]
] as const;
const SAID = [32, 29, 26, 23, 21] as const;

export interface PreviewWords extends Pick<Words, 'title' | 'about' | 'sentence' | 'site'> {
  /** For a title that is too long at any size. */
  short: string;
  /** Stand, edition and licence. */
  terms: string;
}

export interface Pictured {
  draw: ((pen: Pen) => Plate) | null;
  small: Small;
}

export function preview(words: PreviewWords, shown: Pictured, style: Omit<Style, 'width'>): Framed {
  const { colours, measure, locale } = style;
  const pen: Pen = { colours, measure, locale, width: INNER };
  const body: Markup[] = [];
  let y = TOP;
  const put = (lines: readonly string[], type: Type & { line: number }, fill: string) => {
    const written = paragraph(lines, 0, type, fill);
    body.push(at(SIDE, y, written.body));
    y += written.height;
  };
  const title = titleOf(words, pen);
  put(title.lines, title.type, colours.ink);
  y += 6;
  if (words.about !== '') put(...large(words.about, [22, 20], 2, pen), colours.muted);
  const room = (from: number): Room => ({ width: INNER, height: END - from });

  const told = large(words.sentence, [25, 23, 21], 2, pen);
  const below = y + told[0].length * told[1].line + 20;
  const drawn = shown.draw && fitDrawing(shown.draw, pen, room(below));
  const { mark, keys } = shown.small;
  if (drawn) {
    put(...told, colours.ink);
    body.push(at(SIDE, below, drawn.body));
  } else if (mark) beside(mark);
  else if (keys) {
    put(...told, colours.ink);
    const fitted = fitInto(keys, pen, room(below));
    if (fitted) body.push(at(SIDE, below, fitted.body));
  } else {
    y += 12;
    put(...large(words.sentence, [38, 34, 30, 26, 22], lines, pen), colours.ink);
  }
  body.push(...foot());
  const { title: name, sentence } = words;
  const size = { ...PREVIEW, fileWidth: PREVIEW.width };
  return sheet({ ...size, title: name, sentence, paper: colours.paper, locale }, body);

  /** Lines that the room left can take. */
  function lines(line: number): number {
    return Math.floor((END - y) / line);
  }

  /** A drawing without words on the right, what it says and means on the left. */
  function beside(draw: (pen: Pen) => Plate): void {
    y += 12;
    const tried = draw({ ...pen, width: 400 });
    const wide = Math.min(INNER * 0.5, (tried.width / tried.height) * (END - y));
    const drawn = draw({ ...pen, width: wide });
    body.push(at(PREVIEW.width - SIDE - wide, y, drawn.body));
    const left = { ...pen, width: INNER - wide - GAP };
    const told = withKeys(left) ?? { lines: large(words.sentence, SAID, lines, left), keys: null };
    put(...told.lines, colours.ink);
    if (told.keys) body.push(at(SIDE, y + 18, told.keys.body));
  }

  /** What the drawing means is said rather than a second sentence. */
  function withKeys(left: Pen) {
    if (!keys) return null;
    for (const text of shorter(words.sentence))
      for (const size of SAID) {
        const said = large(text, [size], lines, left);
        const used = said[0].length * said[1].line + 18;
        const fitted = fitInto(keys, left, { width: left.width, height: END - y - used });
        if (fitted && said[0].length > 0) return { lines: said, keys: fitted };
      }
    return null;
  }

  function foot(): Markup[] {
    const name = { size: 24, face: 'semibold' } as const;
    return [
      el('path', {
        d: `M${SIDE} ${FOOT - 36}H${PREVIEW.width - SIDE}`,
        stroke: colours.line,
        'stroke-width': 2
      }),
      write(words.site, { x: SIDE, y: FOOT }, name, colours.accent),
      write(
        words.terms,
        { x: PREVIEW.width - SIDE, y: FOOT, anchor: 'end' },
        { size: 20 },
        colours.muted
      )
    ];
  }
}

interface Titled {
  lines: string[];
  type: Type & { line: number };
}

/** As large as one line allows, or two, smaller on three; at last a shorter one. */
function titleOf({ title, short }: PreviewWords, { measure }: Pen): Titled {
  const at = (text: string, size: number): Titled => {
    const type = { size, face: 'serif', line: Math.round(size * 1.22) } as const;
    const lines = wrap(text, INNER, type, measure);
    // No word alone on the last line: the narrowest that needs no more lines.
    let width = INNER - 20;
    let even = lines;
    while (width > INNER / 3) {
      const tried = wrap(text, (width -= 20), type, measure);
      if (tried.length > lines.length) break;
      even = tried;
    }
    return { lines: even, type };
  };
  for (const [most, sizes] of TITLES)
    for (const size of sizes) {
      const tried = at(title, size);
      if (tried.lines.length <= most) return tried;
    }
  return at(short, 48);
}

/**
 * The text at the first size at which it fits the lines; at the last as many of its sentences as do.
 * @param most lines, or how many there are of a height
 */
function large(
  text: string,
  sizes: readonly [number, ...number[]],
  most: number | ((line: number) => number),
  { measure, width }: Pen
): [string[], Type & { line: number }] {
  let type = { size: 0, line: 0 };
  const limit = () => (typeof most === 'number' ? most : most(type.line));
  for (const size of sizes) {
    type = { size, line: Math.round(size * 1.34) };
    const lines = wrap(text, width, type, measure);
    if (lines.length <= limit()) return [lines, type];
  }
  for (const less of shorter(text)) {
    const lines = wrap(less, width, type, measure);
    if (lines.length <= limit()) return [lines, type];
  }
  return [[], type];
}

/** The text, then without its last sentence, and so on down to the first. */
function shorter(text: string): string[] {
  const sentences = text.split(/(?<=[.!?]) (?=\p{Lu})/u);
  return sentences.map((_, i) => sentences.slice(0, sentences.length - i).join(' '));
}
