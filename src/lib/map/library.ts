/**
 * MapLibre and its tile protocol, set up once for the page.
 *
 * Contract: everything comes from this site. The worker's address must be given: the library's
 * default points beside its own bundle and is not there after a build. Both font files are asked for
 * at the start, not with the first letter that needs them: a filter click makes no request.
 */
import * as maplibre from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { PMTiles, Protocol } from 'pmtiles';
import latin from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import latinExt from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Addresses } from './style.ts';

const SCHEME = 'pmtiles';
const FONT_SCHEME = 'font';
const FONTS: Record<string, string> = { latin, latinExt };
let users = 0;
let files = new Map<string, Promise<ArrayBuffer>>();
let protocol: Protocol | null = null;

const absolute = (path: string) => new URL(path, location.href).href;

/** Registers worker and protocol for one more map; call `release` when it is gone. */
export function acquire(): void {
  maplibre.setWorkerUrl(absolute(workerUrl));
  if (users++ === 0) {
    protocol = new Protocol();
    maplibre.addProtocol(SCHEME, protocol.tile);
    for (const name of Object.keys(FONTS)) void fontFile(name);
    maplibre.addProtocol(FONT_SCHEME, async ({ url }) => ({
      data: await fontFile(url.slice(`${FONT_SCHEME}://`.length))
    }));
  }
}

/** The bytes of a font of `FONTS`; a try that failed is made again. */
function fontFile(name: string): Promise<ArrayBuffer> {
  const known = files.get(name);
  if (known) return known;
  const file = fetchFile(FONTS[name]!);
  files.set(name, file);
  file.catch(() => files.delete(name));
  return file;
}

async function fetchFile(address: string): Promise<ArrayBuffer> {
  const response = await fetch(absolute(address));
  if (!response.ok) throw new Error(`${response.status} for the font ${address}`);
  return response.arrayBuffer();
}

export function release(): void {
  if (--users > 0) return;
  maplibre.removeProtocol(SCHEME);
  maplibre.removeProtocol(FONT_SCHEME);
  files = new Map();
  protocol = null;
}

/** Addresses for the style. */
export function addresses(tilesPath: string): Addresses {
  return {
    tiles: `${SCHEME}://${absolute(tilesPath)}`,
    fonts: { latin: `${FONT_SCHEME}://latin`, latinExt: `${FONT_SCHEME}://latinExt` }
  };
}

/** Forgets what was read of the archive: a broken or replaced file is read afresh. */
export function forget(tilesPath: string): void {
  protocol?.add(new PMTiles(absolute(tilesPath)));
}

/** Whether the browser can draw the map at all. */
export function hasWebGL(): boolean {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl2');
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return gl !== null;
}

/** Whether the worker's script is there; the library itself would wait for it without a word. */
export async function workerThere(): Promise<boolean> {
  try {
    return (await fetch(workerUrl, { method: 'HEAD' })).ok;
  } catch {
    return false;
  }
}

export { maplibre };
