/**
 * A paper as a tagged PDF (PDF 1.7 with the marks of PDF/UA): real text with embedded fonts, headings,
 * lists, tables with header cells, pictures with alt text, language, title, bookmarks.
 *
 * Contract: reads top to bottom as the page does; repeated header rows, rules and page numbers are
 * artifacts that a screen reader skips. Loaded when asked for: the library is large.
 */
import PDFDocument from 'pdfkit';
import type { Pictures } from './paperdocx.ts';
import { lightBlocks, type Span } from './lighttext.ts';
import { absolute, shownSections, type Block, type ListBlock, type Paper } from './paper.ts';
import { paperWords, subjectOf } from './paperwords.ts';
import { Sheet, SIZES } from './pdfsheet.ts';
import { pdfTable } from './pdftable.ts';
import { opaquePng } from './opaquepng.ts';
import { pngSize } from './png.ts';

/** TrueType files. */
export interface Fonts {
  regular: Uint8Array;
  bold: Uint8Array;
}

const LANGUAGES = { de: 'de-DE', en: 'en-GB' } as const;

/** @param origin of the site, before every address */
export async function paperPdf(
  paper: Paper,
  pictures: Pictures,
  fonts: Fonts,
  origin: string
): Promise<Uint8Array<ArrayBuffer>> {
  const title = subjectOf(paper);
  const doc = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    displayTitle: true,
    lang: LANGUAGES[paper.locale],
    info: { Title: title, Subject: paper.title, Author: 'Partnerschaftsatlas' },
    size: 'A4',
    margins: { top: 56, bottom: 64, left: 62, right: 62 },
    bufferPages: true,
    // Never one of the built-in fonts, which are not embedded.
    font: fonts.regular as unknown as string
  });
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve());
    doc.on('error', reject);
  });
  doc.registerFont('regular', fonts.regular as never);
  doc.registerFont('bold', fonts.bold as never);
  const plain: Pictures = await withoutAlpha(pictures);
  const words = paperWords(paper);
  const sheet = new Sheet(doc);
  sheet.heading('H1', paper.title);
  for (const { title, blocks } of shownSections(paper)) {
    sheet.heading('H2', title);
    for (const block of blocks) write(sheet, block, { paper, pictures: plain, origin, ...words });
  }
  sheet.end();
  sheet.footers((page, all) => `${paper.source} · ${words.page} ${page} ${words.of} ${all}`);
  doc.end();
  await done;
  return joined(chunks);
}

async function withoutAlpha(pictures: Pictures): Promise<Pictures> {
  const plain = new Map<string, Uint8Array>();
  for (const [address, bytes] of pictures) {
    const made = await opaquePng(bytes);
    if (made) plain.set(address, made);
  }
  return plain;
}

interface Around {
  paper: Paper;
  pictures: Pictures;
  origin: string;
  sourceOf: string;
}

function write(sheet: Sheet, block: Block, { paper, pictures, origin, sourceOf }: Around): void {
  if (block.kind === 'text') {
    writeText(sheet, block.text);
    return;
  }
  // A picture starts where it fits together with its heading.
  const picture = block.kind === 'chart' ? placed(sheet, pictures.get(block.picture)) : null;
  sheet.heading('H3', block.caption, picture ? picture.height + 50 : 60);
  if (block.kind === 'table') pdfTable(sheet, block, (url) => absolute(url, origin));
  else if (block.kind === 'list') writeList(sheet, block, origin);
  else if (picture) sheet.picture(picture, block.alt);
  if (block.kind !== 'chart' && block.note !== '') sheet.paragraph([[spanOf(block.note)]], 'note');
  const address = origin + block.address;
  sheet.paragraph([[spanOf(`${sourceOf}: ${paper.source}, `), spanOf(address, address)]], 'source');
}

const spanOf = (text: string, url = ''): Span => ({ text, bold: false, url });

function writeText(sheet: Sheet, text: string): void {
  for (const block of lightBlocks(text)) {
    if (block.kind === 'paragraph') sheet.paragraph(block.lines, 'body');
    else
      sheet.list(
        block.items.map((spans, i) => ({
          label: block.kind === 'bullets' ? '•' : `${i + 1}.`,
          spans
        }))
      );
  }
}

function writeList(sheet: Sheet, { items }: ListBlock, origin: string): void {
  sheet.list(
    items.map(({ title, text, url }) => ({
      label: '•',
      spans: [spanOf(title, absolute(url, origin)), ...(text === '' ? [] : [spanOf(`: ${text}`)])]
    }))
  );
}

function placed(sheet: Sheet, bytes: Uint8Array | undefined) {
  const size = bytes && pngSize(bytes);
  if (!bytes || !size) return null;
  // Rather a little smaller than an empty half of a sheet before it.
  const left = sheet.bottom - sheet.doc.y - 80;
  const most = left < SIZES.small ? SIZES.picture : Math.min(SIZES.picture, left);
  const scale = Math.min(sheet.width / size.width, most / size.height);
  return { bytes, width: size.width * scale, height: size.height * scale };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
