import { describe, expect, it } from 'vitest';
import { COLOURS } from './colours.ts';
import { measure } from './fonts.ts';
import { frame, type Words } from './frame.ts';
import { el } from './markup.ts';
import { cut, wrap } from './text.ts';

const TYPE = { size: 13 };
const words: Words = {
  title: 'Kommunale Partnerschaften in Mecklenburg-Vorpommern, Partnerland Namibia',
  about: 'Gemeinde, Landkreis Ludwigslust-Parchim, Mecklenburg-Vorpommern · 1.234 Einwohner',
  sentence: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung '.repeat(4),
  notes: ['Kein Eintrag heißt nicht: kein Engagement.', 'Noch eine Notiz. '.repeat(40)],
  source: 'Daten: A; B. Zusammenstellung: CC BY-SA 4.0.',
  site: 'Partnerschaftsatlas',
  stand: 'Stand: 22.11.2026 (Nr. 7).',
  address: `https://atlas.example.org/netz?${'land=14&sdg=6,7,8&'.repeat(12)}`,
  nothing: 'Nichts.'
};

interface Line {
  x: number;
  y: number;
  text: string;
  size: number;
  face: 'regular' | 'semibold' | 'serif';
}

/** All lines of the frame with their places; `at` groups add up. */
function linesOf(svg: string): Line[] {
  const moved: [number, number][] = [];
  const lines: Line[] = [];
  const tags =
    /<g transform="translate\(([-\d.]+) ([-\d.]+)\)">|<g[ >]|<\/g>|<text ([^>]*)>([^<]*)</g;
  for (const [tag, dx, dy, attributes = '', text = ''] of svg.matchAll(tags)) {
    if (tag === '</g>') moved.pop();
    else if (tag.startsWith('<g')) moved.push([Number(dx ?? 0), Number(dy ?? 0)]);
    else {
      const value = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
      const sum = (at: 0 | 1) => moved.reduce((all, move) => all + move[at], 0);
      lines.push({
        x: Number(value('x')) + sum(0),
        y: Number(value('y')) + sum(1),
        text,
        size: Number(value('font-size')),
        face: value('font-family')?.includes('Serif')
          ? 'serif'
          : value('font-weight')
            ? 'semibold'
            : 'regular'
      });
    }
  }
  return lines;
}

const style = (width: number) => ({
  colours: COLOURS.hell,
  measure,
  locale: 'de' as const,
  width
});

describe.each([600, 899, 900, 1280])('a frame %d px wide', (width) => {
  const { svg, height } = frame(words, () => ({ width: 10, height: 100, body: [] }), style(width));
  const lines = linesOf(svg);

  it('says all its words, whole', () => {
    const said = lines.map(({ text }) => text).join(' ');
    const plain = said.replaceAll('&amp;', '&').replaceAll(/\s/g, '');
    for (const text of [
      words.title,
      words.about,
      words.sentence,
      ...words.notes,
      words.source,
      words.stand
    ])
      expect(plain).toContain(text.replaceAll(/\s/g, ''));
    expect(plain).toContain(words.address);
  });

  it('keeps every line inside and none smaller than 12 px', () => {
    for (const { x, y, text, size, face } of lines) {
      expect(size).toBeGreaterThanOrEqual(12);
      expect(x).toBeGreaterThanOrEqual(20);
      expect(x + measure(text.replaceAll('&amp;', '&'), size, face)).toBeLessThanOrEqual(
        width - 20
      );
      expect(y).toBeLessThan(height - 10);
    }
  });

  it('lets no two lines overlap', () => {
    const boxes = lines.map(({ x, y, text, size, face }) => ({
      left: x,
      right: x + measure(text.replaceAll('&amp;', '&'), size, face),
      top: y - size * 0.75,
      bottom: y + size * 0.25
    }));
    boxes.forEach((a, i) =>
      boxes.slice(i + 1).forEach((b) => {
        const apart =
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(apart).toBe(true);
      })
    );
  });
});

it('is the same picture, larger, above the widest layout', () => {
  const [one, two] = [1280, 2400].map((width) => frame(words, null, style(width)));
  expect(two!.svg).toContain('width="2400"');
  const box = /viewBox="([^"]+)"/;
  expect(box.exec(two!.svg)![1]).toBe(box.exec(one!.svg)![1]);
  expect(two!.height).toBe(Math.round((one!.height * 2400) / 1280));
});

it('says so where there is nothing to draw', () => {
  expect(frame(words, null, style(800)).svg).toContain('>Nichts.<');
});

it('makes no markup of what a reader typed', () => {
  const title = 'Suche „<script>alert(1)</script>“ & "mehr" \u0000\ud800';
  const { svg } = frame({ ...words, title }, null, style(800));
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&lt;script&gt;');
  expect(svg).not.toMatch(/[\u0000\ud800]/);
  expect(el('a', { href: '"><b>' }, '<i>').text).toBe(
    '<a href="&quot;&gt;&lt;b&gt;">&lt;i&gt;</a>'
  );
});

describe('lines', () => {
  it('break at blanks, and keep what a hard blank joins', () => {
    const lines = wrap('zwei SDG\u00a06', measure('zwei SDG', 13) + 1, TYPE, measure);
    expect(lines).toEqual(['zwei', 'SDG\u00a06']);
  });
  it('break a long address behind its signs and lose nothing', () => {
    const lines = wrap(words.address, 200, TYPE, measure);
    expect(lines.join('')).toBe(words.address);
    for (const line of lines) expect(measure(line, 13)).toBeLessThanOrEqual(200);
    expect(lines[0]).toMatch(/[/?&=,.-]$/);
  });
  it('are cut with an ellipsis where told to', () => {
    expect(cut('kurz', 100, TYPE, measure)).toBe('kurz');
    const short = cut('Palästinensische Autonomiegebiete', 100, TYPE, measure);
    expect(short).toMatch(/^Pal.*…$/);
    expect(measure(short, 13)).toBeLessThanOrEqual(100);
  });
  it('are measured as the font has them', () => {
    // Advances of Source Sans 3: i 246, W 786 of 1000.
    expect(measure('iW', 1000)).toBeCloseTo(1032, -1);
    expect(measure('Köln', 14, 'semibold')).toBeGreaterThan(measure('Köln', 14));
  });
});
