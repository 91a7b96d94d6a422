/** Legend of colours by part of the world or by community. */
import { m } from '../i18n/paraglide/messages.js';
import { PARTS } from '../views/net/places.ts';
import { legend, type Entry } from './legend.ts';
import { el } from './markup.ts';
import type { Pen, Plate } from './plate.ts';

/** @param classes names by colour; without them the parts of the world */
export function worldKey(
  pen: Pen,
  {
    present,
    ring,
    classes
  }: { present: readonly number[]; ring: boolean; classes?: { colour: number; label: string }[] }
): Plate {
  const { colours, locale } = pen;
  const say = { locale };
  const there = new Set(present);
  const named =
    classes ??
    PARTS.map(({ name }, colour) => ({ colour, label: name({}, say) })).filter(({ colour }) =>
      there.has(colour)
    );
  const entries: Entry[] = named.map(({ colour, label }) => ({
    swatch: [el('rect', { x: 5, y: 1, width: 12, height: 12, fill: colours.classes[colour] })],
    text: label
  }));
  if (!classes)
    entries.unshift({
      swatch: [el('circle', { cx: 11, cy: 7, r: 6, fill: colours.ink })],
      text: m.net_key_own({}, say)
    });
  if (ring)
    entries.push({
      swatch: [
        el('circle', {
          cx: 11,
          cy: 7,
          r: 6,
          fill: 'none',
          stroke: colours.warm,
          'stroke-width': 1.8
        })
      ],
      text: m.net_key_bridge({}, say)
    });
  return legend('', entries, pen);
}
