/** The tile of a goal: its official colour and its number. */
import { goalColours } from './colours.ts';
import { el, type Markup } from './markup.ts';
import { write } from './text.ts';

/** @param x left edge */
export function goalTile(
  goal: number,
  x: number,
  y: number,
  width: number,
  height = width
): Markup[] {
  const { fill, on } = goalColours(goal);
  return [
    el('rect', { x, y, width, height, rx: 2, fill }),
    write(
      String(goal),
      { x: x + width / 2, y: y + height / 2 + 4.6, anchor: 'middle' },
      { size: 13, face: 'semibold' },
      on
    )
  ];
}
