/** SVG to PNG, off the main thread, with our fonts only: the same letters on every machine. */
import { renderAsync } from '@resvg/resvg-js';
import { fontFiles } from './fonts.ts';

/** @param scale pixels of the file per pixel of the picture */
export async function png(svg: string, scale: number): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: fontFiles(),
      defaultFontFamily: 'Source Sans 3',
      sansSerifFamily: 'Source Sans 3',
      serifFamily: 'Source Serif 4'
    }
  });
  return image.asPng();
}
