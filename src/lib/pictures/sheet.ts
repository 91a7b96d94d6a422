/** The SVG document of a picture: its size, its names for screen readers, its ground. */
import type { Locale } from '../i18n/locale.ts';
import { el, type Markup } from './markup.ts';

export interface Framed {
  svg: string;
  /** Of the file, px. */
  width: number;
  height: number;
}

interface Sheet {
  /** In units of the drawing. */
  width: number;
  height: number;
  /** Of the file, px. */
  fileWidth: number;
  title: string;
  sentence: string;
  paper: string;
  locale: Locale;
}

export function sheet(asked: Sheet, body: readonly Markup[]): Framed {
  const { width, height, fileWidth, title, sentence, paper, locale } = asked;
  const fileHeight = Math.round((height * fileWidth) / width);
  const svg = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: fileWidth,
      height: fileHeight,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': 'titel',
      'aria-describedby': 'satz',
      'xml:lang': locale,
      lang: locale
    },
    el('title', { id: 'titel' }, title),
    el('desc', { id: 'satz' }, sentence),
    el('rect', { width, height, fill: paper }),
    body
  );
  return { svg: svg.text, width: fileWidth, height: fileHeight };
}
