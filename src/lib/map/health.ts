/**
 * Is the map drawn, still loading, or broken? The one owner of `data-map-state`.
 *
 * Contract: `failed` when the tiles or the worker can't be had or nothing was drawn in time;
 * tries again by itself a few times and when the network is back; `idle` after recovery.
 */
import type { ErrorEvent, Map as MapLibre, VectorTileSource } from 'maplibre-gl';
import type { FailReason, MapState } from './types.ts';

const TILE_SOURCES = ['world', 'german'];
/** Pauses before a new try, ms. */
const RETRIES = [2000, 5000, 15000, 60000];
/** After so long without a picture it counts as failed, ms; it may still come. */
const PATIENCE = 25000;

export interface Listener {
  onstate: (state: MapState) => void;
  onfail: (reason: FailReason) => void;
  /** Called before a new try, to drop cached bytes. */
  forget: () => void;
}

export class Health {
  #map: MapLibre;
  #listener: Listener;
  #broken = false;
  #drawn = false;
  #tries = 0;
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

  #error(event: ErrorEvent & { sourceId?: string }): void {
    const source = event.sourceId ?? '';
    const aborted = (event.error as Error | undefined)?.name === 'AbortError';
    if (aborted || (source && !TILE_SOURCES.includes(source))) return;
    this.fail('tiles');
    const pause = RETRIES[this.#tries];
    if (pause === undefined || this.#timer !== undefined) return;
    this.#tries++;
    this.#timer = setTimeout(this.#retry, pause);
  }

  #again(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#broken) return;
    this.#broken = false;
    this.#listener.forget();
    for (const id of TILE_SOURCES) {
      const source = this.#map.getSource<VectorTileSource>(id);
      if (source?.url) source.setUrl(source.url);
    }
    this.#map.triggerRepaint();
  }

  #idle(): void {
    if (this.#broken) return;
    this.#drawn = true;
    this.#tries = 0;
    this.#told = null;
    this.#listener.onstate('idle');
  }
}
