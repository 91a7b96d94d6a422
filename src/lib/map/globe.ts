/**
 * Flat map or globe.
 *
 * Contract: the choice is local and never in the address; each projection remembers its camera, so
 * that looking at the globe and back loses nothing.
 */
import type { Map as MapLibre } from 'maplibre-gl';
import { globe, move } from './camera.ts';

interface Camera {
  center: [number, number];
  zoom: number;
}

export class Globe {
  #map: MapLibre;
  #on = false;
  /** Last camera of the projection that is not shown. */
  #other: Camera | null = null;

  constructor(map: MapLibre) {
    this.#map = map;
  }

  get on(): boolean {
    return this.#on;
  }

  /** Puts the projection into the style; call when a style has loaded. */
  apply(): void {
    this.#map.setProjection({ type: this.#on ? 'globe' : 'mercator' });
  }

  set(on: boolean, styled: boolean): void {
    if (on === this.#on) return;
    const { lng, lat } = this.#map.getCenter();
    const back = this.#other;
    this.#other = { center: [lng, lat], zoom: this.#map.getZoom() };
    this.#on = on;
    if (styled) this.apply();
    if (back) move(this.#map, back);
    else if (on) globe(this.#map);
  }
}
