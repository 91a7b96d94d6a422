/** What draws inside the frame of a picture: one pure function per kind of drawing. */
import type { Locale } from '../i18n/locale.ts';
import type { Colours } from './colours.ts';
import type { Measure } from './fonts.ts';
import type { Markup } from './markup.ts';

export interface Pen {
  colours: Colours;
  measure: Measure;
  locale: Locale;
  /** Room there is, px. */
  width: number;
}

/** Drawn from 0,0; nothing reaches beyond `width` and `height`, both px. */
export interface Plate {
  width: number;
  height: number;
  body: Markup[];
}

/** Below this there is a layout for narrow pictures. */
export const NARROW = 760;
