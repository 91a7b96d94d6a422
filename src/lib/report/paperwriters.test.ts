/** What the writers put into their files: headings, tables, alt texts, addresses, and nothing left out. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { paperDocx } from './paperdocx.ts';
import { paperMarkdown } from './papermarkdown.ts';
import { paperPdf } from './paperpdf.ts';
import { paperWords } from './paperwords.ts';
import { TEST_PNG, testPaper } from './testpaper.ts';

const ORIGIN = 'https://atlas.example.org';
const pictures = new Map([['/bild/karte.png?sdg=6&stand=3', TEST_PNG]]);

test('Markdown says what the page says, and escapes the rest', () => {
  const paper = testPaper();
  expect(paperMarkdown(paper, paperWords(paper), ORIGIN)).toBe(`# Vorlage (Entwurf)

## Betreff

Wasser & **Abwasser**

1. prüfen
2. berichten

\\# kein Titel \\| \\<x\\>

## Sachverhalt

**Gemeinden**

| Land | Zahl |
| --- | ---: |
| [Sachsen](<https://example.org/s>) | 4 |
| Bremen | 2 |

Nur Zahlen.

*Quelle: Partnerschaftsatlas, Stand 22.11.2026 (Nr. 3), <${ORIGIN}/?sdg=6&stand=3>*

**Karte**

![Karte mit 6 Strömen](<${ORIGIN}/bild/karte.png?sdg=6&stand=3>)

*Quelle: Partnerschaftsatlas, Stand 22.11.2026 (Nr. 3), <${ORIGIN}/?sdg=6&stand=3>*

**Beispiele**

- [Ort](<${ORIGIN}/methode>): tut etwas

*Quelle: Partnerschaftsatlas, Stand 22.11.2026 (Nr. 3), <${ORIGIN}/>*

---

Partnerschaftsatlas, Stand 22.11.2026 (Nr. 3)
`);
});

/** Entries of a zip file, by the central directory at its end. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const entries = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let n = file.readUInt16LE(end + 10); n > 0; n--) {
    const [method, size] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(start, start + size);
    const content = method === 0 ? packed : inflateRawSync(packed);
    entries.set(file.toString('utf8', at + 46, at + 46 + name!), content.toString('utf8'));
    at += 46 + name! + extra! + comment!;
  }
  return entries;
}

test('DOCX has headings, a table with a header row, alt text, language and title', async () => {
  const entries = unzip(await paperDocx(testPaper(), pictures, ORIGIN));
  const body = entries.get('word/document.xml')!;
  expect(body).toContain('<w:pStyle w:val="Title"/>');
  expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(2);
  expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(3);
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(body.match(/<w:tr>/g)).toHaveLength(3);
  expect(body).toContain('descr="Karte mit 6 Strömen"');
  expect(body).toContain('# kein Titel | &lt;x&gt;');
  expect(body).toMatch(/<w:b\/>.*?Abwasser/);
  expect(body).not.toContain('Bleibt weg');
  expect([...entries.keys()].filter((name) => name.endsWith('.png'))).toHaveLength(1);
  expect(entries.get('word/styles.xml')).toContain('<w:lang w:val="de-DE"');
  expect(entries.get('docProps/core.xml')).toContain('<dc:title>Wasser &amp; Abwasser</dc:title>');
  expect(entries.get('word/_rels/document.xml.rels')).toContain(`${ORIGIN}/?sdg=6&amp;stand=3`);
});

test('a picture that could not be had leaves caption and address', async () => {
  const body = unzip(await paperDocx(testPaper(), new Map(), ORIGIN)).get('word/document.xml')!;
  expect(body).toContain('Karte');
  expect(body).not.toContain('descr=');
});

test('PDF is tagged, with language, title, headings, header cells and alt text', async () => {
  const { resolve } = createRequire(import.meta.url);
  const font = (name: string) =>
    new Uint8Array(readFileSync(resolve(`@expo-google-fonts/source-sans-3/${name}`)));
  const fonts = {
    regular: font('400Regular/SourceSans3_400Regular.ttf'),
    bold: font('600SemiBold/SourceSans3_600SemiBold.ttf')
  };
  const bytes = Buffer.from(await paperPdf(testPaper(), pictures, fonts, ORIGIN));
  const file = bytes.toString('latin1');
  expect(file.startsWith('%PDF-1.7')).toBe(true);
  expect(file).toContain('/Marked true');
  expect(file).toContain('/Lang (de-DE)');
  expect(file).toContain('/DisplayDocTitle true');
  expect(file).toContain('(Wasser & Abwasser)');
  const count = (tag: string) => file.match(new RegExp(`/S /${tag}\\b`, 'g'))?.length ?? 0;
  expect({ h1: count('H1'), h2: count('H2'), h3: count('H3') }).toEqual({ h1: 1, h2: 2, h3: 3 });
  expect({ tr: count('TR'), th: count('TH'), td: count('TD') }).toEqual({ tr: 3, th: 4, td: 2 });
  expect(count('Figure')).toBe(1);
  expect(file).toMatch(/\/Alt \(/);
  // Every font is in the file.
  expect(file.match(/\/FontFile2 /g)!.length).toBe(2);
  expect(file).toContain('pdfuaid');
});
