/** The foot of a picture: notes on the left, where it comes from on the right; narrow: one column. */
import type { Words } from './frame.ts';
import { at, type Markup } from './markup.ts';
import type { Pen, Plate } from './plate.ts';
import { paragraph, wrap, type Type } from './text.ts';

const TYPE = { size: 13, line: 18 } as const;
const GAP = 40;
/** Least width for two columns. */
const TWO = 820;

interface Part extends Pick<Type, 'face'> {
  text: string;
  fill: string;
}

export function foot(words: Words, pen: Pen): Plate {
  const { ink, muted } = pen.colours;
  const notes = column(
    words.notes.map((text) => ({ text, fill: muted })),
    pen
  );
  const origin = column(
    [
      { text: words.source, fill: muted },
      { text: `${words.site} · ${words.stand}`, fill: ink, face: 'semibold' },
      { text: words.address, fill: muted }
    ],
    pen
  );
  if (pen.width >= TWO)
    return {
      width: pen.width,
      height: Math.max(notes.height, origin.height),
      body: [...notes.body, at((pen.width + GAP) / 2, 0, origin.body)]
    };
  const below = notes.height === 0 ? 0 : notes.height + 8;
  return {
    width: pen.width,
    height: below + origin.height,
    body: [...notes.body, at(0, below, origin.body)]
  };
}

function column(parts: readonly Part[], { measure, width: all }: Pen): Plate {
  const width = all >= TWO ? (all - GAP) / 2 : all;
  const body: Markup[] = [];
  let y = 0;
  for (const { text, fill, face = 'regular' } of parts) {
    const type = { ...TYPE, face };
    const written = paragraph(wrap(text, width, type, measure), y, type, fill);
    body.push(...written.body);
    y += written.height + 5;
  }
  return { width, height: Math.max(0, y - 5), body };
}
