/**
 * A paper as Markdown (CommonMark with GitHub's tables).
 *
 * Contract: pure. Signs of the text that Markdown would take for its own are escaped, so that the
 * file says what the page says.
 */
import { lightBlocks, type Span } from './lighttext.ts';
import { absolute, shownSections, type Block, type Paper, type PaperWords } from './paper.ts';

/** @param origin of the site, before every address */
export function paperMarkdown(paper: Paper, words: PaperWords, origin: string): string {
  const parts = [`# ${escape(paper.title)}`];
  for (const { title, blocks } of shownSections(paper)) {
    parts.push(`## ${escape(title)}`);
    for (const block of blocks) parts.push(...blockOf(block, paper, words, origin));
  }
  parts.push('---', escape(paper.source));
  return `${parts.join('\n\n')}\n`;
}

function blockOf(block: Block, paper: Paper, words: PaperWords, origin: string): string[] {
  if (block.kind === 'text') return textOf(block.text);
  const address = origin + block.address;
  const source = `*${escape(words.sourceOf)}: ${escape(paper.source)}, <${address}>*`;
  const caption = `**${escape(block.caption)}**`;
  switch (block.kind) {
    case 'table': {
      const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
      const table = [
        row(block.columns.map(({ title }) => escape(title))),
        row(block.columns.map(({ number }) => (number ? '---:' : '---'))),
        ...block.rows.map((cells) =>
          row(cells.map(({ text, url }) => link(text, absolute(url, origin))))
        )
      ].join('\n');
      return [caption, table, ...noted(block.note), source];
    }
    case 'list': {
      const items = block.items.map(({ title, text, url }) => {
        const said = text === '' ? '' : `: ${escape(text)}`;
        return `- ${link(title, absolute(url, origin))}${said}`;
      });
      return [caption, items.join('\n'), ...noted(block.note), source];
    }
    case 'chart':
      return [caption, `![${escape(block.alt)}](<${origin}${block.picture}>)`, source];
  }
}

const noted = (note: string): string[] => (note === '' ? [] : [escape(note)]);

function textOf(text: string): string[] {
  return lightBlocks(text).map((block) => {
    if (block.kind === 'paragraph') return block.lines.map(line).join('\\\n');
    return block.items
      .map((item, i) => `${block.kind === 'bullets' ? '-' : `${i + 1}.`} ${line(item)}`)
      .join('\n');
  });
}

const line = (spans: Span[]): string =>
  spans
    .map(({ text, bold, url }) => (bold ? `**${escape(text)}**` : link(text, url)))
    .join('')
    // What begins a line would begin a heading, a quotation or a list.
    .replace(/^(#|>|\+|-|=|~)/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');

const link = (text: string, url: string): string =>
  url === '' ? escape(text) : text === url ? `<${url}>` : `[${escape(text)}](<${url}>)`;

const escape = (text: string): string =>
  text.replace(/[\\`*_[\]<>|]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
