/** Tables and links of the Word file. */
import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild
} from 'docx';
import { absolute, type TableBlock } from './paper.ts';
import { columnShares } from './papercolumns.ts';

/** A4 with 2.2 cm on the sides: what is left for text, in twentieths of a point. */
const WIDTH = 9412;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B8B5AC' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** The header row repeats on every sheet, and rows stay whole. */
export function docxTable({ columns, rows }: TableBlock, origin: string): Table {
  const widths = columnShares(columns, rows).map((share) => Math.floor(share * WIDTH));
  const cell = (at: number, children: ParagraphChild[], head: boolean) =>
    new TableCell({
      width: { size: widths[at]!, type: WidthType.DXA },
      ...(head ? { shading: { type: ShadingType.CLEAR, fill: 'EDF3F4' } } : {}),
      margins: { top: 40, bottom: 40, left: 70, right: 70 },
      children: [
        new Paragraph({
          style: 'Cell',
          alignment: columns[at]!.number ? AlignmentType.END : AlignmentType.START,
          children
        })
      ]
    });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      ...{ top: LINE, bottom: LINE, left: NONE, right: NONE },
      ...{ insideHorizontal: LINE, insideVertical: NONE }
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, at) =>
          cell(at, [new TextRun({ text: title, bold: true })], true)
        )
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map(({ text, url }, at) =>
              cell(at, [docxLink(text, absolute(url, origin))], false)
            )
          })
      )
    ]
  });
}

/** @param url '' = plain text */
export function docxLink(text: string, url: string): ParagraphChild {
  if (url === '') return new TextRun(text);
  return new ExternalHyperlink({
    link: url,
    children: [new TextRun({ text, style: 'Hyperlink' })]
  });
}
