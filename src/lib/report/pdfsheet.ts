/**
 * Sheets of a tagged PDF: text, lists and pictures from top to bottom, each with its mark.
 *
 * Contract: coordinates in points; what belongs together stays on one sheet where it can; everything
 * drawn is either in the structure tree or an artifact.
 */
import type { Span } from './lighttext.ts';

export type Doc = PDFKit.PDFDocument;

export const SIZES = { body: 10.5, note: 9, source: 8, cell: 9, picture: 560, small: 230 } as const;
export const COLOURS = { ink: '#17212b', muted: '#4d5a66', accent: '#0b5a66', line: '#b8b5ac' };
const HEADINGS = { H1: 20, H2: 14, H3: 10.5 } as const;
const BEFORE = { H1: 0, H2: 16, H3: 9 } as const;
const INDENT = 16;

type Style = 'body' | 'note' | 'source';

export class Sheet {
  readonly doc: Doc;
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  readonly #root: PDFKit.PDFStructureElement;

  constructor(doc: Doc) {
    this.doc = doc;
    const { margins, width, height } = doc.page;
    this.left = margins.left;
    this.width = width - margins.left - margins.right;
    this.bottom = height - margins.bottom;
    this.#root = doc.struct('Document');
    doc.addStructure(this.#root);
    doc.lineGap(1.5);
  }

  /** The open part of the structure tree. */
  add(element: PDFKit.PDFStructureElement): void {
    this.#root.add(element);
  }

  /** @param room points that must follow it on the same sheet */
  heading(level: 'H1' | 'H2' | 'H3', text: string, room = 120): void {
    const { doc } = this;
    if (level !== 'H1') this.space(BEFORE[level]);
    this.fit(room + HEADINGS[level] * 1.4);
    if (level === 'H2') doc.outline.addItem(text);
    this.add(
      doc.struct(level, {}, [
        () => {
          doc.font('bold').fontSize(HEADINGS[level]).fillColor(COLOURS.ink);
          doc.text(text, this.left, doc.y, { width: this.width });
        }
      ])
    );
    this.space(level === 'H3' ? 3 : 5);
  }

  paragraph(lines: readonly (readonly Span[])[], style: Style): void {
    const { doc } = this;
    const size = SIZES[style];
    this.fit(size * 2.8);
    const runs = lines.flatMap((spans) =>
      this.#runs(spans, size, style === 'body', this.left, this.width)
    );
    this.add(doc.struct('P', {}, runs));
    this.space(style === 'body' ? 6 : 3);
  }

  list(items: readonly { label: string; spans: readonly Span[] }[]): void {
    const { doc } = this;
    const list = doc.struct('L');
    this.add(list);
    for (const { label, spans } of items) {
      this.fit(SIZES.body * 2.8);
      const item = doc.struct('LI');
      list.add(item);
      const y = doc.y;
      item.add(
        doc.struct('Lbl', {}, [
          () => {
            doc.font('regular').fontSize(SIZES.body).fillColor(COLOURS.ink);
            doc.text(label, this.left, y, { lineBreak: false });
          }
        ])
      );
      doc.y = y;
      const left = this.left + INDENT;
      item.add(
        doc.struct('LBody', {}, this.#runs(spans, SIZES.body, true, left, this.width - INDENT))
      );
      item.end();
      this.space(2.5);
    }
    list.end();
    this.space(4);
  }

  picture(picture: { bytes: Uint8Array; width: number; height: number }, alt: string): void {
    const { doc, left } = this;
    this.fit(picture.height);
    const { y } = doc;
    const { width, height, bytes } = picture;
    this.add(
      doc.struct(
        'Figure',
        { alt, bbox: [left, y, left + width, y + height], placement: 'Block' } as never,
        [
          () => {
            doc.image(bytes.slice().buffer, left, y, { width, height });
          }
        ]
      )
    );
    doc.x = left;
    doc.y = y + height + 4;
  }

  /** Runs of text one behind the other; links are elements of their own. */
  #runs(spans: readonly Span[], size: number, strong: boolean, left: number, width: number) {
    const { doc } = this;
    return spans.map(({ text, bold, url }, i) => {
      const draw = () => {
        doc.font(bold ? 'bold' : 'regular').fontSize(size);
        doc.fillColor(url ? COLOURS.accent : strong ? COLOURS.ink : COLOURS.muted);
        const options = {
          width,
          continued: i < spans.length - 1,
          ...(url ? { link: url, underline: true } : { underline: false })
        };
        if (i === 0) doc.text(text, left, doc.y, options);
        else doc.text(text, options);
      };
      return url ? doc.struct('Link', {}, [draw]) : draw;
    });
  }

  space(points: number): void {
    this.doc.x = this.left;
    this.doc.y += points;
  }

  /** Begins a new sheet where so many points are not left. @returns whether it did */
  fit(points: number): boolean {
    if (this.doc.y + points <= this.bottom || this.doc.y <= this.doc.page.margins.top) return false;
    this.doc.addPage();
    return true;
  }

  /** Draws what is for the eye only. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  end(): void {
    this.#root.end();
  }

  /** Writes a line at the foot of every sheet. */
  footers(words: (page: number, all: number) => string): void {
    const { doc } = this;
    const { start, count } = doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      doc.switchToPage(start + page);
      // Below the margin there would begin another sheet.
      doc.page.margins.bottom = 0;
      this.artifact(() => {
        doc.font('regular').fontSize(SIZES.source).fillColor(COLOURS.muted);
        doc.text(words(page + 1, count), this.left, doc.page.height - 40, {
          width: this.width,
          lineBreak: false
        });
      });
    }
  }
}
