/**
 * The drawn ground of maps: the world and the outlines of Länder and Kreise, from the files that the
 * pages show too, in the picture's own colours.
 */
import kreise from '../../../static/kreise.svg?raw';
import laender from '../../../static/laender.svg?raw';
import welt from '../../../static/welt.svg?raw';
import { WORLD } from '../charts/projection.ts';
import type { Colours } from './colours.ts';
import { el, type Markup } from './markup.ts';

const paths = [...welt.matchAll(/<path class="([lb])" d="([^"]+)"/g)].map(([, kind, d]) => ({
  kind,
  d: d!
}));

/** In the units of `WORLD`. */
export function worldGround({ water, land, border }: Colours): Markup {
  return el(
    'g',
    {},
    el('rect', { ...WORLD, fill: water }),
    el(
      'g',
      { transform: 'scale(.1)' },
      paths.map(({ kind, d }) =>
        kind === 'l'
          ? el('path', { d, fill: land, stroke: land, 'stroke-width': 3 })
          : el('path', { d, fill: 'none', stroke: border, 'stroke-width': 4.5 })
      )
    )
  );
}

const outlinesOf = (svg: string) =>
  new Map([...svg.matchAll(/<path id="a(\d+)" d="([^"]+)"/g)].map(([, code, d]) => [code!, d!]));
const outlines = { laender: outlinesOf(laender), kreise: outlinesOf(kreise) };

/** Path of an area in tenths of a unit of the German picture; '' where there is none. */
export const outlineOf = (level: 'laender' | 'kreise', code: string): string =>
  outlines[level].get(code) ?? '';
