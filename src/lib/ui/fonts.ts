/**
 * The page's font files, asked for before a letter needs them.
 *
 * Contract: browser only. Afterwards names of places with letters like ł or ő (which wait in a file
 * of their own) can come up on a filter click without a request. A file that can't be had is left out.
 */
export function fetchFonts(): void {
  for (const face of document.fonts) {
    if (face.status === 'unloaded') face.load().catch(() => undefined);
  }
}
