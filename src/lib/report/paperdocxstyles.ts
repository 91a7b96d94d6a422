/** Looks of the Word file: one typeface that every office has, sizes in half points. */
import { LineRuleType } from 'docx';

const FONT = 'Calibri';
const INK = '17212B';
const ACCENT = '0B5A66';
const MUTED = '4D5A66';

const heading = (size: number, before: number) => ({
  run: { font: FONT, size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 80 }, keepNext: true }
});

export const DOCX_STYLES = {
  default: {
    document: {
      run: { font: FONT, size: 22, color: INK },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } }
    },
    title: {
      run: { font: FONT, size: 36, bold: true, color: INK },
      paragraph: { spacing: { after: 160 } }
    },
    heading1: heading(28, 320),
    heading2: heading(22, 240),
    hyperlink: { run: { color: ACCENT, underline: {} } }
  },
  paragraphStyles: [
    {
      id: 'Cell',
      name: 'Atlas Tabelle',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } }
    },
    {
      id: 'Note',
      name: 'Atlas Hinweis',
      basedOn: 'Normal',
      run: { size: 18, color: MUTED },
      paragraph: { spacing: { before: 60, after: 40, line: 240, lineRule: LineRuleType.AUTO } }
    },
    {
      id: 'Source',
      name: 'Atlas Quelle',
      basedOn: 'Normal',
      run: { size: 16, color: MUTED },
      paragraph: { spacing: { before: 40, after: 160, line: 240, lineRule: LineRuleType.AUTO } }
    }
  ]
};
