/**
 * A paper as a Word file (OOXML), that LibreOffice and Word open with real headings and tables.
 *
 * Contract: title, language and headings are those of the paper; header rows repeat on every sheet,
 * pictures carry their alt text, a picture that could not be had leaves caption and address.
 * Loaded when asked for: the library is large.
 */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
  type ParagraphChild
} from 'docx';
import { lightBlocks, type Span } from './lighttext.ts';
import { absolute, shownSections, type Block, type Paper } from './paper.ts';
import { docxLink, docxTable } from './paperdocxtable.ts';
import { DOCX_STYLES } from './paperdocxstyles.ts';
import { paperWords, subjectOf } from './paperwords.ts';
import { pngSize } from './png.ts';

/** Bytes of the pictures, by the address in the block. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

/** Pixels that fit between the margins of A4. */
const PICTURE = { width: 600, height: 780 };
const LANGUAGES = { de: 'de-DE', en: 'en-GB' } as const;

/** @param origin of the site, before every address */
export async function paperDocx(
  paper: Paper,
  pictures: Pictures,
  origin: string
): Promise<Uint8Array<ArrayBuffer>> {
  const words = paperWords(paper);
  const writer = new Writer(paper, pictures, origin, words.sourceOf);
  const children = [
    new Paragraph({ text: paper.title, heading: HeadingLevel.TITLE }),
    ...shownSections(paper).flatMap(({ title, blocks }) => [
      new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
      ...blocks.flatMap((block) => writer.block(block))
    ])
  ];
  const document = new Document({
    title: subjectOf(paper),
    subject: paper.title,
    description: paper.source,
    creator: 'Partnerschaftsatlas',
    styles: {
      ...DOCX_STYLES,
      default: {
        ...DOCX_STYLES.default,
        document: {
          ...DOCX_STYLES.default.document,
          run: {
            ...DOCX_STYLES.default.document.run,
            language: { value: LANGUAGES[paper.locale] }
          }
        }
      }
    },
    numbering: {
      config: [
        { reference: 'bullets', levels: [level(LevelFormat.BULLET, '•')] },
        { reference: 'numbers', levels: [level(LevelFormat.DECIMAL, '%1.')] }
      ]
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1247, right: 1247 }
          }
        },
        footers: { default: footer(paper, words) },
        children
      }
    ]
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 425, hanging: 425 } } }
});

function footer(paper: Paper, { page, of }: { page: string; of: string }): Footer {
  const children = [
    `${paper.source} · ${page} `,
    PageNumber.CURRENT,
    ` ${of} `,
    PageNumber.TOTAL_PAGES
  ];
  return new Footer({
    children: [new Paragraph({ style: 'Source', children: [new TextRun({ children })] })]
  });
}

class Writer {
  readonly #paper: Paper;
  readonly #pictures: Pictures;
  readonly #origin: string;
  readonly #sourceOf: string;
  #lists = 0;

  constructor(paper: Paper, pictures: Pictures, origin: string, sourceOf: string) {
    this.#paper = paper;
    this.#pictures = pictures;
    this.#origin = origin;
    this.#sourceOf = sourceOf;
  }

  block(block: Block): FileChild[] {
    if (block.kind === 'text') return this.#text(block.text);
    const caption = new Paragraph({ text: block.caption, heading: HeadingLevel.HEADING_2 });
    const source = new Paragraph({
      style: 'Source',
      children: [
        new TextRun(`${this.#sourceOf}: ${this.#paper.source}, `),
        docxLink(this.#origin + block.address, this.#origin + block.address)
      ]
    });
    switch (block.kind) {
      case 'table':
        return [caption, docxTable(block, this.#origin), ...noted(block.note), source];
      case 'list': {
        const items = block.items.map(
          ({ title, text, url }) =>
            new Paragraph({
              numbering: { reference: 'bullets', level: 0 },
              children: [
                docxLink(title, absolute(url, this.#origin)),
                ...(text === '' ? [] : [new TextRun(`: ${text}`)])
              ]
            })
        );
        return [caption, ...items, ...noted(block.note), source];
      }
      case 'chart':
        return [caption, ...this.#picture(block.picture, block.caption, block.alt), source];
    }
  }

  #text(text: string): Paragraph[] {
    return lightBlocks(text).flatMap((block) => {
      if (block.kind === 'paragraph')
        return [
          new Paragraph({
            children: block.lines.flatMap((line, i) => [
              ...(i > 0 ? [new TextRun({ break: 1 })] : []),
              ...this.#spans(line)
            ])
          })
        ];
      // Every list begins with 1.
      const instance = ++this.#lists;
      const numbering = { reference: block.kind, level: 0, instance };
      return block.items.map((item) => new Paragraph({ numbering, children: this.#spans(item) }));
    });
  }

  #spans(line: Span[]): ParagraphChild[] {
    return line.map(({ text, bold, url }) =>
      url === '' ? new TextRun({ text, bold }) : docxLink(text, url)
    );
  }

  #picture(address: string, title: string, alt: string): Paragraph[] {
    const data = this.#pictures.get(address);
    const size = data && pngSize(data);
    if (!data || !size) return [];
    const scale = Math.min(PICTURE.width / size.width, PICTURE.height / size.height);
    return [
      new Paragraph({
        children: [
          new ImageRun({
            type: 'png',
            data,
            transformation: {
              width: Math.round(size.width * scale),
              height: Math.round(size.height * scale)
            },
            altText: { name: title, title, description: alt }
          })
        ]
      })
    ];
  }
}

const noted = (note: string): Paragraph[] =>
  note === '' ? [] : [new Paragraph({ style: 'Note', text: note })];
