/**
 * The frame of every picture: title, sentence, drawing, notes, sources, licence, Stand and address, so
 * that the picture can be passed on alone.
 *
 * Contract: pure but for the font's widths; all text is inside, nothing is cut and nothing overlaps,
 * because every line is measured. One unit is one CSS pixel at the width it is laid out for; a wider
 * picture is the same, larger.
 */
import type { Locale } from '../i18n/locale.ts';
import type { Colours } from './colours.ts';
import type { Measure } from './fonts.ts';
import { at, el, type Markup } from './markup.ts';
import type { Pen, Plate } from './plate.ts';
import { foot } from './foot.ts';
import { sheet, type Framed } from './sheet.ts';
import { paragraph, wrap, type Type } from './text.ts';

/** Widths of the file, px; between the two layouts' ends the picture is laid out for its width. */
export const WIDTHS = { least: 600, usual: 1200, most: 2400 } as const;
const LAID_OUT = { least: 600, most: 1280 } as const;

export interface Words {
  title: string;
  /** What the title names; '' where it says so itself. */
  about: string;
  sentence: string;
  /** What must be known to read it. */
  notes: readonly string[];
  /** Sources and licence. */
  source: string;
  /** Name of the site, and Stand with number and date. */
  site: string;
  stand: string;
  /** Of the page that shows the same. */
  address: string;
  /** Instead of a drawing where there is nothing to draw. */
  nothing: string;
}

export interface Style {
  colours: Colours;
  measure: Measure;
  locale: Locale;
  /** Of the file, px. */
  width: number;
}

/** @param draw draws for the room there is; null = nothing to draw */
export function frame(words: Words, draw: ((pen: Pen) => Plate) | null, style: Style): Framed {
  const { colours, measure, locale } = style;
  const width = Math.min(LAID_OUT.most, Math.max(LAID_OUT.least, style.width));
  const narrow = width < 900;
  const margin = narrow ? 24 : 36;
  const inner = width - 2 * margin;
  const body: Markup[] = [];
  let y = margin;

  const lines = (text: string, type: Type & { line: number }, room: number, fill: string) => {
    const { body: written, height } = paragraph(wrap(text, room, type, measure), y, type, fill);
    body.push(at(margin, 0, written));
    y += height;
  };
  lines(
    words.title,
    { size: narrow ? 23 : 28, face: 'serif', line: narrow ? 29 : 35 },
    inner,
    colours.ink
  );
  y += 8;
  const small = { size: narrow ? 14 : 15, line: narrow ? 21 : 24 };
  if (words.about !== '') {
    lines(words.about, small, inner, colours.muted);
    y += 4;
  }
  lines(
    words.sentence,
    { size: narrow ? 15 : 17, line: narrow ? 21 : 24 },
    Math.min(inner, 880),
    colours.ink
  );
  y += 20;

  if (draw) {
    const plate = draw({ colours, measure, locale, width: inner });
    body.push(at(margin, y, plate.body));
    y += plate.height;
  } else lines(words.nothing, { size: 16, line: 26 }, inner, colours.muted);

  y += 22;
  body.push(el('path', { d: `M${margin} ${y}H${width - margin}`, stroke: colours.line }));
  y += 12;
  const below = foot(words, { colours, measure, locale, width: inner });
  body.push(at(margin, y, below.body));
  y += below.height + margin - 8;

  const { title, sentence } = words;
  const size = { width, height: Math.ceil(y), fileWidth: style.width };
  return sheet({ ...size, title, sentence, paper: colours.paper, locale }, body);
}
