/**
 * What a lens of the network page is: a question, and the same answer as a picture, as a table and
 * in words.
 *
 * Contract: `build` is pure and its answer plain (survives JSON): the server sends it for the first
 * paint and for readers without JavaScript, the browser computes every later one. The ids of the
 * marks in the picture are those of the table's rows, whatever is filtered.
 */
import type { Dataset } from '../../domain/dataset.ts';
import type { Details } from '../../domain/detail.ts';
import type { Filters } from '../../domain/filters.ts';
import type { Selection } from '../../domain/selection.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { LensId, NetState } from '../../url/codec.ts';
import type { Here } from '../links.ts';
import type { Member, Tie } from '../ties.ts';
import type { Drawing } from './drawing.ts';

export interface Asked {
  dataset: Dataset;
  /** null while that part is not loaded. */
  details: Details | null;
  selection: Selection;
  filters: Filters;
  net: Readonly<NetState>;
  /** Which of the two faces is asked for. */
  face: 'picture' | 'table';
  here: Here;
  locale: Locale;
}

export interface Lens {
  /** As in the address. */
  id: LensId;
  /** On the tab and behind the heading. */
  name: (inputs?: object, options?: { locale?: Locale }) => string;
  /** On the tab where there is little room; absent: the name. */
  short?: (inputs?: object, options?: { locale?: Locale }) => string;
  build(asked: Asked): LensView;
}

export interface LensView {
  /** What is seen, in one or two sentences with numbers. */
  sentence: string;
  /** What must be known to read it: coverage first. */
  notes: string[];
  /** How to use it on the page; no use in a picture. */
  hints?: string[];
  /** Ways to draw it, each a link. */
  options: OptionGroup[];
  /** null: the table is shown, or there is nothing to draw. */
  drawing: Drawing | null;
  /** null: the picture is shown. */
  table: NetTable | null;
  /** null: nothing is picked. */
  picked: Picked | null;
}

export interface OptionGroup {
  label: string;
  choices: { label: string; href: string; current: boolean }[];
}

export interface NetTable {
  caption: string;
  columns: { label: string; numeric: boolean }[];
  rows: {
    /** Of the mark in the picture. */
    id: string;
    /** null = not known or does not apply. */
    cells: (string | number | null)[];
    /** Lists the row's partnerships. */
    href: string;
  }[];
}

export interface Picked {
  id: string;
  label: string;
  /** Partnerships in it; 0 where the selection has none or the picture knows no such mark. */
  total: number;
  /** The organisation that it is about, where the partnership's sources do not tell of it. */
  organisation?: { about: string; note: string; url: string };
  /** German bodies that it is about, where the partnerships alone do not say it. */
  bodies?: Member[];
  /** The first of them. */
  ties: Tie[];
  /** All of them, as the table beside the map; null where no filter asks for just these. */
  all: string | null;
  /** The page without it. */
  without: string;
}
