/**
 * What is copied into other people's pages. Pure.
 *
 * Contract: HTML that any page may hold: every value is escaped, whatever a reader typed into a search.
 * The frame alone needs no script; the script only finds frames that are marked for it.
 */

export interface FrameWords {
  /** Of the embed; absolute. */
  src: string;
  /** In words: screen readers say it before they enter the frame. */
  title: string;
  /** Pixels; with the script, until it knows better. */
  height: number;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const attribute = (text: string): string =>
  text.toWellFormed().replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);

export const frameSnippet = (frame: FrameWords): string => frameTag('', frame);

/** @param script address of `embed.js`; absolute */
export const scriptSnippet = (frame: FrameWords, script: string): string =>
  `${frameTag(' data-partnerschaftsatlas', frame)}\n<script src="${attribute(script)}" async></script>`;

const frameTag = (mark: string, { src, title, height }: FrameWords): string =>
  `<iframe${mark} src="${attribute(src)}" title="${attribute(title)}" width="100%" height="${height}" frameborder="0" loading="lazy"></iframe>`;

/** A frame that is higher than this is scrolled: whoever reads past it would not find the end. */
const HIGHEST = 1500;

/** What a frame measured itself, as a round number that a font of other measures does not break. */
export const roomFor = (measured: number): number =>
  Math.min(HIGHEST, Math.ceil((measured + 4) / 10) * 10);
