/**
 * Asks a new server for pictures, so that no reader is the first: code that never ran, the snapshot
 * and the letters of the fonts cost seconds then.
 *
 * Contract: begins a little after the start, asks for one after the other, and never fails: what goes
 * wrong here will be said to whoever asks next.
 */
const PATHS = ['/bild/netz.png?breite=600', '/bild/karte.png?breite=600'];
/** Those who wait for the start come first, ms. */
const AFTER = 2000;

/** @param url of the server, without a path */
export function warmLater(url: string): void {
  setTimeout(() => void warm(url), AFTER).unref();
}

async function warm(url: string): Promise<void> {
  for (const path of PATHS)
    await fetch(url + path)
      .then((answer) => answer.arrayBuffer())
      .catch(() => undefined);
}
