/**
 * Is the map drawn, still loading, or broken? The one owner of `data-map-state`.
 *
 * Contract: `failed` when the tiles or the worker can't be had before anything was drawn, or nothing
 * was drawn in time; `idle` after recovery. A map that was drawn once stays: tiles that are missing
 * then are told by `ongaps`. Tries again by itself and when the network is back.
 */
import type { ErrorEvent, Map as MapLibre, VectorTileSource } from 'maplibre-gl';
import type { FailReason, MapState } from './types.ts';

const TILE_SOURCES = ['world', 'german'];
/** Pauses before a new try, ms; the last one is repeated. */
const RETRIES = [2000, 5000, 15000, 60000];
interface TileId {
  x: number;
  y: number;
  z: number;
}
/** An error of a source names the source, that of a tile the tile too. */
type TileError = ErrorEvent & { sourceId?: string; tile?: { tileID: { canonical: TileId } } };

/** After so long without a picture it counts as failed, ms; it may still come. */
const PATIENCE = 25000;

export interface Listener {
  onstate: (state: MapState) => void;
  onfail: (reason: FailReason) => void;
  /** The ground has gaps, or has them no more. */
  ongaps: (gaps: boolean) => void;
  /** Called before a new try, to drop cached bytes. */
  forget: () => void;
}

export class Health {
  #map: MapLibre;
  #listener: Listener;
  #broken = false;
  #drawn = false;
  #tries = 0;
  /** Tiles that could not be had since the last try, after the map was drawn. */
  #gaps: { source: string; tile: TileId }[] = [];
  #told: FailReason | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout>;
  #retry = () => this.#again();

  constructor(map: MapLibre, listener: Listener) {
    this.#map = map;
    this.#listener = listener;
    this.#patience = setTimeout(() => !this.#drawn && this.fail('slow'), PATIENCE);
    map.on('error', (event) => this.#error(event));
    map.on('idle', () => this.#idle());
    map.on('webglcontextlost', () => this.fail('webgl'));
    addEventListener('online', this.#retry);
  }

  /** Something changed; the next `idle` ends it. */
  loading(): void {
    if (!this.#broken) this.#listener.onstate('loading');
  }

  fail(reason: FailReason): void {
    this.#broken = reason === 'tiles';
    this.#listener.onstate('failed');
    // Several tiles fail at once; the page is told once per kind of failure.
    if (this.#told !== reason) this.#listener.onfail(reason);
    this.#told = reason;
  }

  destroy(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#patience);
    removeEventListener('online', this.#retry);
  }

  #error(event: TileError): void {
    const source = event.sourceId ?? '';
    const aborted = (event.error as Error | undefined)?.name === 'AbortError';
    if (aborted || (source && !TILE_SOURCES.includes(source))) return;
    const tile = event.tile?.tileID.canonical;
    if (this.#drawn && tile) {
      this.#gaps.push({ source, tile });
      this.#listener.ongaps(true);
    } else this.fail('tiles');
    if (this.#timer !== undefined) return;
    const pause = RETRIES[Math.min(this.#tries++, RETRIES.length - 1)];
    this.#timer = setTimeout(this.#retry, pause);
  }

  #again(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const gaps = this.#gaps;
    if (!this.#broken && gaps.length === 0) return;
    this.#listener.forget();
    // What is drawn stays drawn: only what is missing is asked for again.
    for (const { source, tile } of gaps) this.#map.refreshTiles(source, [tile]);
    this.#gaps = [];
    if (this.#broken) this.#reload();
    this.#broken = false;
    this.#map.triggerRepaint();
  }

  #reload(): void {
    for (const id of TILE_SOURCES) {
      const source = this.#map.getSource<VectorTileSource>(id);
      if (source?.url) source.setUrl(source.url);
    }
  }

  #idle(): void {
    if (this.#broken) return;
    this.#drawn = true;
    this.#told = null;
    this.#listener.onstate('idle');
    if (this.#gaps.length > 0) return;
    this.#tries = 0;
    this.#listener.ongaps(false);
  }
}
