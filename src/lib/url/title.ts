/**
 * `titel`: what a link calls its selection, e.g. "Schwerpunkt 2027".
 *
 * Contract: like `codec.ts`, to which it belongs. Text and nothing else, always shown as given by
 * the link and not by the site; what is longer than MAX_TITLE is reported and left out.
 */
import type { Reader } from './read.ts';

export const MAX_TITLE = 80;

export function readTitle(read: Reader): string {
  const value = read.one('titel');
  if (value === null) return '';
  const title = titleText(value);
  if (title.length <= MAX_TITLE) return title;
  read.report('titel', title, 'too_long');
  return '';
}

/** One line, in the canonical form of its letters. */
export const titleText = (value: string): string =>
  value.normalize('NFC').replace(/\s+/g, ' ').trim();
