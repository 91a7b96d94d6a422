/**
 * Light text: what people type into a paper, a small part of Markdown.
 *
 * Contract: pure and total: every text is a valid one. Paragraphs are parted by empty lines, a line
 * that begins with `- ` or `1. ` is an item, `**bold**` and `[words](https://…)` inside; any other
 * sign is what it is. A single line break stays one. Only http and https make a link.
 */

export interface Span {
  text: string;
  bold: boolean;
  /** '' = no link. */
  url: string;
}

export type LightBlock =
  { kind: 'paragraph'; lines: Span[][] } | { kind: 'bullets' | 'numbers'; items: Span[][] };

const BULLET = /^[-*•]\s+(.*)$/;
const NUMBER = /^\d{1,3}[.)]\s+(.*)$/;
const SPAN =
  /\*\*(.+?)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/g;

/** @param text as typed */
export function lightBlocks(text: string): LightBlock[] {
  const blocks: LightBlock[] = [];
  /** An empty line ended the paragraph before; between items it ends nothing. */
  let parted = false;
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const trimmed = line.trim();
    const last = blocks.at(-1);
    if (trimmed === '') {
      parted = true;
      continue;
    }
    const bullet = BULLET.exec(trimmed);
    const item = bullet ?? NUMBER.exec(trimmed);
    if (item) {
      const kind = bullet ? 'bullets' : 'numbers';
      const words = spans(item[1]!);
      if (last?.kind === kind) last.items.push(words);
      else blocks.push({ kind, items: [words] });
    } else if (last?.kind === 'paragraph' && !parted) last.lines.push(spans(trimmed));
    else blocks.push({ kind: 'paragraph', lines: [spans(trimmed)] });
    parted = false;
  }
  return blocks;
}

/** A line as pieces of one kind each. */
export function spans(line: string): Span[] {
  const found: Span[] = [];
  let at = 0;
  const plain = (text: string) => {
    if (text !== '') found.push({ text, bold: false, url: '' });
  };
  for (const match of line.matchAll(SPAN)) {
    plain(line.slice(at, match.index));
    const [whole, bold, words, url, bare] = match;
    if (bold !== undefined) found.push({ text: bold, bold: true, url: '' });
    else found.push({ text: words ?? bare!, bold: false, url: url ?? bare! });
    at = match.index + whole.length;
  }
  plain(line.slice(at));
  return found;
}
