/**
 * Where the camera follows what is asked for.
 *
 * Contract: a chosen place is always shown; filters move the camera only while the reader has not
 * moved it by hand, and not on the globe. Areas have a frame of their own.
 */
import type { Map as MapLibre } from 'maplibre-gl';
import { fit, fitSelection, frameOf, home, type End } from './camera.ts';
import { boundsOf } from './features.ts';
import type { Sources } from './sources.ts';
import type { MapData } from './types.ts';

export class Follower {
  /** The camera is in the reader's hands. */
  moved = false;
  #map: MapLibre;
  #globe: { readonly on: boolean };
  /** The chosen place that was shown last. */
  #fitted: string | null = null;
  #key: string | null = null;

  constructor(map: MapLibre, globe: { readonly on: boolean }) {
    this.#map = map;
    this.#globe = globe;
  }

  /** Call when what is drawn may have changed. */
  follow(data: MapData, sources: Sources): void {
    const { key, selected, focus, ties } = data;
    // A place may become known only after it was chosen (the register arrives later).
    const chosen = selected === null ? null : `${selected} ${focus === null} ${ties.length > 0}`;
    if (chosen !== null && chosen !== this.#fitted)
      fitSelection(this.#map, boundsOf(sources.flows, sources.ties), focus);
    const left = chosen === null && this.#fitted !== null;
    this.#fitted = chosen;
    if (key === this.#key && !left) return;
    const first = this.#key === null;
    this.#key = key;
    this.#frame(data, sources, first);
  }

  /** Call when the size of the map has changed. */
  resized(data: MapData, sources: Sources): void {
    this.#frame(data, sources, true);
  }

  #frame(data: MapData, sources: Sources, jump: boolean): void {
    if (data.selected !== null || data.areas || this.moved || this.#globe.on) return;
    const usual = home(this.#map);
    const box = boundsOf(sources.flows, sources.ties);
    fit(this.#map, frameOf(box, endsOf(data), usual) ?? usual, jump);
  }
}

const endsOf = ({ flows, ties }: MapData): End[] =>
  [...flows, ...ties].map((line) => ({
    lon: line.lon,
    lat: line.lat,
    weight: 'partnerships' in line ? line.partnerships : 1
  }));
