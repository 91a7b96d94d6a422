/** What a view answers for its picture, and what it is asked. */
import type { NetworkLayout } from '../domain/layout.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Parsed } from '../url/codec.ts';
import type { Atlas, Data } from '../views/atlas.ts';
import type { Pen, Plate } from './plate.ts';

/** A snapshot of some sources only: what it is called and what it is. */
export interface Edition {
  title: string;
  note: string;
}

export interface Asked {
  data: Data;
  /** null in snapshots of before. */
  layout: NetworkLayout | null;
  parsed: Parsed;
  locale: Locale;
  snapshot: { version: number; publishedAt: string; edition: Edition | null };
}

export interface Shown {
  atlas: Atlas;
  title: string;
  /** Below the title: what it is. */
  about?: string;
  sentence: string;
  notes: readonly string[];
  /** null = there is nothing to draw. */
  draw: ((pen: Pen) => Plate) | null;
  /** What stands for the drawing where it would be too small to read. */
  small?: Small;
}

export interface Small {
  /** Without any words, so that it may have any size. */
  mark?: (pen: Pen) => Plate;
  /** Few words: what the mark means, or the largest numbers. */
  keys?: (pen: Pen) => Plate;
}
