/**
 * A table on the sheets of a tagged PDF: header cells, rows that stay whole, the header row again on
 * every further sheet (as an artifact, so that it is read once).
 */
import type { TableBlock } from './paper.ts';
import { columnShares } from './papercolumns.ts';
import { COLOURS, SIZES, type Sheet } from './pdfsheet.ts';

const PAD = { x: 4, y: 3 };

export function pdfTable(
  sheet: Sheet,
  { columns, rows }: TableBlock,
  addressOf: (url: string) => string
): void {
  const { doc } = sheet;
  const widths = columnShares(columns, rows).map((share) => share * sheet.width);
  const lefts = widths.map((_, at) =>
    widths.slice(0, at).reduce((sum, width) => sum + width, sheet.left)
  );
  const prepare = (font: 'regular' | 'bold') => doc.font(font).fontSize(SIZES.cell);
  const heightOf = (texts: readonly string[], font: 'regular' | 'bold') => {
    prepare(font);
    const heights = texts.map((text, at) =>
      doc.heightOfString(text || ' ', { width: widths[at]! - 2 * PAD.x })
    );
    return Math.max(...heights) + 2 * PAD.y;
  };
  const draw = (text: string, at: number, y: number, font: 'regular' | 'bold', url = '') => {
    prepare(font).fillColor(url ? COLOURS.accent : COLOURS.ink);
    doc.text(text, lefts[at]! + PAD.x, y + PAD.y, {
      width: widths[at]! - 2 * PAD.x,
      align: columns[at]!.number ? 'right' : 'left',
      ...(url ? { link: url, underline: true } : {})
    });
  };
  const rule = (y: number) =>
    sheet.artifact(() => {
      doc.lineWidth(0.5).strokeColor(COLOURS.line);
      doc
        .moveTo(sheet.left, y)
        .lineTo(sheet.left + sheet.width, y)
        .stroke();
    });
  const titles = columns.map(({ title }) => title);
  const head = heightOf(titles, 'bold');
  const ground = (y: number) =>
    sheet.artifact(() => {
      doc.rect(sheet.left, y, sheet.width, head).fill('#edf3f4');
    });

  const table = doc.struct('Table');
  sheet.add(table);
  sheet.fit(head + 40);
  let y = doc.y;
  ground(y);
  const first = doc.struct('TR');
  table.add(first);
  titles.forEach((title, at) => {
    first.add(doc.struct('TH', { scope: 'Column' } as never, [() => draw(title, at, y, 'bold')]));
  });
  first.end();
  y += head;
  rule(y);
  for (const cells of rows) {
    const height = heightOf(
      cells.map(({ text }) => text),
      'regular'
    );
    if (y + height > sheet.bottom) {
      doc.addPage();
      y = doc.y;
      ground(y);
      const top = y;
      sheet.artifact(() => titles.forEach((title, at) => draw(title, at, top, 'bold')));
      y += head;
      rule(y);
    }
    const row = doc.struct('TR');
    table.add(row);
    const top = y;
    cells.forEach(({ text, url }, at) => {
      const cell = doc.struct(at === 0 ? 'TH' : 'TD', (at === 0 ? { scope: 'Row' } : {}) as never);
      row.add(cell);
      const write = () => draw(text, at, top, 'regular', addressOf(url));
      cell.add(url ? doc.struct('Link', {}, [write]) : write);
      cell.end();
    });
    row.end();
    y += height;
    rule(y);
  }
  table.end();
  doc.x = sheet.left;
  doc.y = y + 5;
}
