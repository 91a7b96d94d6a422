/**
 * MapLibre and its tile protocol, set up once for the page.
 *
 * Contract: everything comes from this site. The worker's address must be given: the library's
 * default points beside its own bundle and is not there after a build.
 */
import * as maplibre from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { PMTiles, Protocol } from 'pmtiles';
import latin from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import latinExt from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Addresses } from './style.ts';

const SCHEME = 'pmtiles';
let users = 0;
let protocol: Protocol | null = null;

const absolute = (path: string) => new URL(path, location.href).href;

/** Registers worker and protocol for one more map; call `release` when it is gone. */
export function acquire(): void {
  maplibre.setWorkerUrl(absolute(workerUrl));
  if (users++ === 0) {
    protocol = new Protocol();
    maplibre.addProtocol(SCHEME, protocol.tile);
  }
}

export function release(): void {
  if (--users > 0) return;
  maplibre.removeProtocol(SCHEME);
  protocol = null;
}

/** Addresses for the style. */
export function addresses(tilesPath: string): Addresses {
  return {
    tiles: `${SCHEME}://${absolute(tilesPath)}`,
    fonts: { latin: absolute(latin), latinExt: absolute(latinExt) }
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
