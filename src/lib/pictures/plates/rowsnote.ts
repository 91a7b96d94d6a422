/** Below a table: which of its rows these are. Nothing where they are all of them. */
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Pen, Plate } from '../plate.ts';
import { paragraph, wrap } from '../text.ts';

const TYPE = { size: 14, line: 20 } as const;

export function rowsNote(
  { from, shown, all }: { from: number; shown: number; all: number },
  { colours, measure, locale, width }: Pen
): Plate {
  if (shown === all) return { width, height: 0, body: [] };
  const number = (value: number) => formatNumber(value, locale);
  const text =
    from === 1
      ? m.picture_rows_first({ shown: number(shown), all: number(all) }, { locale })
      : m.picture_rows(
          { from: number(from), to: number(from + shown - 1), all: number(all) },
          { locale }
        );
  return { width, ...paragraph(wrap(text, width, TYPE, measure), 0, TYPE, colours.muted) };
}
