/**
 * A paper as a file in the reader's hands, made in the browser: nothing of it is sent.
 *
 * Contract: pictures and fonts come from this site; a picture that does not come is left out and
 * counted. Writers are loaded when first asked for.
 */
import regular from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?url';
import bold from '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf?url';
import { shownSections, type Paper } from '../../report/paper.ts';

export const FORMATS = ['docx', 'pdf', 'md'] as const;
export type Format = (typeof FORMATS)[number];

export const FORMAT_NAMES: Record<Format, string> = {
  docx: 'Word (DOCX)',
  pdf: 'PDF',
  md: 'Markdown'
};

const TYPES: Record<Format, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  md: 'text/markdown;charset=utf-8'
};

/** @returns name of the file, and number of pictures it had to do without */
export async function exportPaper(
  format: Format,
  paper: Paper
): Promise<{ file: string; missing: number }> {
  const { origin } = location;
  const file = fileName(paper, format);
  if (format === 'md') {
    const [{ paperMarkdown }, { paperWords }] = await Promise.all([
      import('../../report/papermarkdown.ts'),
      import('../../report/paperwords.ts')
    ]);
    handOver(file, TYPES.md, paperMarkdown(paper, paperWords(paper), origin));
    return { file, missing: 0 };
  }
  const { pictures, missing } = await picturesOf(paper);
  if (format === 'docx') {
    const { paperDocx } = await import('../../report/paperdocx.ts');
    handOver(file, TYPES.docx, await paperDocx(paper, pictures, origin));
  } else {
    const [{ paperPdf }, ...fonts] = await Promise.all([
      import('../../report/paperpdf.ts'),
      bytesOf(regular),
      bytesOf(bold)
    ]);
    handOver(
      file,
      TYPES.pdf,
      await paperPdf(paper, pictures, { regular: fonts[0], bold: fonts[1] }, origin)
    );
  }
  return { file, missing };
}

/** e.g. `vorlage-stand-12-2026-11-22.docx` */
export function fileName({ snapshot, locale }: Paper, ending: string): string {
  const name = locale === 'de' ? 'vorlage-stand' : 'paper-snapshot';
  return `${name}-${snapshot.version}-${snapshot.publishedAt.slice(0, 10)}.${ending}`;
}

/** Gives a file to the browser to keep. */
export function handOver(file: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function picturesOf(paper: Paper) {
  const asked = shownSections(paper)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'chart' ? [block.picture] : []));
  const got = await Promise.all(asked.map((address) => bytesOf(address).catch(() => null)));
  const pictures = new Map<string, Uint8Array>();
  got.forEach((bytes, i) => {
    if (bytes) pictures.set(asked[i]!, bytes);
  });
  return { pictures, missing: asked.length - pictures.size };
}

async function bytesOf(address: string): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
