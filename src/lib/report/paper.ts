/**
 * A committee paper as a document: sections of blocks, ready to be edited and written to a file.
 *
 * Contract: plain and self-contained (survives JSON). Every block of figures says at which address of
 * which snapshot they stand, so that a printed number can be looked up. Texts are light text
 * (`lighttext.ts`); all other blocks come from the data and are only moved or left out.
 */

/** In the order in which a paper has them. */
export const SECTIONS = [
  'beratung',
  'betreff',
  'beschluss',
  'sachverhalt',
  'begruendung',
  'finanzen',
  'anlagen'
] as const;
export type SectionId = (typeof SECTIONS)[number];

interface Placed {
  /** Unique in its paper, the same in every draft. */
  id: string;
  /** Left out of the paper where false. */
  on: boolean;
}

/** What is printed around figures: what they show, and where they stand. */
interface Sourced extends Placed {
  caption: string;
  /** Path and query with `stand`, of the page that shows the same. */
  address: string;
}

export interface TextBlock extends Placed {
  kind: 'text';
  /** What a reader of the editor is told the text is; never printed. */
  label: string;
  text: string;
  /** As drafted from the data: tells whether somebody changed it. */
  draft: string;
}

export interface PaperCell {
  text: string;
  /** '' = no link. */
  url: string;
}

export interface TableBlock extends Sourced {
  kind: 'table';
  columns: { title: string; /** Figures stand to the right. */ number: boolean }[];
  /** The first cell of a row is its heading. */
  rows: PaperCell[][];
  /** What must be known to read it; '' = nothing. */
  note: string;
}

export interface ListBlock extends Sourced {
  kind: 'list';
  items: { title: string; text: string; url: string }[];
  note: string;
}

export interface ChartBlock extends Sourced {
  kind: 'chart';
  /** Path and query of a PNG of the same origin. */
  picture: string;
  alt: string;
}

export type Block = TextBlock | TableBlock | ListBlock | ChartBlock;

export interface Section {
  id: SectionId;
  title: string;
  blocks: Block[];
}

export interface Paper {
  locale: 'de' | 'en';
  /** Heading of the document. */
  title: string;
  snapshot: { version: number; /** ISO timestamp. */ publishedAt: string };
  /** The query the paper was drafted for, canonical, without `stand` unless it was asked for. */
  query: string;
  /** e.g. "Partnerschaftsatlas, Stand 22.11.2026 (Nr. 12)" */
  source: string;
  sections: Section[];
}

/** Words that writers put between blocks, in the paper's language. */
export interface PaperWords {
  /** Before the address of figures, e.g. "Quelle". */
  sourceOf: string;
  /** Between page number and number of pages. */
  page: string;
  of: string;
}

/** Blocks that are printed. */
export const shownBlocks = ({ blocks }: Section): Block[] =>
  blocks.filter((block) => block.on && !(block.kind === 'text' && block.text.trim() === ''));

/** Sections with something to print. */
export const shownSections = ({ sections }: Paper): Section[] =>
  sections
    .map((section) => ({ ...section, blocks: shownBlocks(section) }))
    .filter(({ blocks }) => blocks.length > 0);

/** Whether somebody changed a text of the draft. */
export const isEdited = (block: Block): boolean =>
  block.kind === 'text' && block.text !== block.draft;

/** An address of a cell or item as others can follow it; paths are of this site. */
export const absolute = (url: string, origin: string): string =>
  url.startsWith('/') ? origin + url : url;
