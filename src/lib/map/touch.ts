/**
 * What pointer and finger do on the map: hover, tell, choose.
 *
 * Contract: asks for selections, never makes them; marks what is hovered in layers that exist.
 */
import type { Map as MapLibre, MapMouseEvent, Point } from 'maplibre-gl';
import type { AreaShading } from './areas.ts';
import { Highlight, hitAt, type Hit } from './pointer.ts';
import type { Target } from './types.ts';

export interface Asking {
  onselect: (target: Target) => void;
  /** What the pointer is over, and where in the container (px); null when over nothing. */
  onhover: (hit: Hit | null, at: { x: number; y: number }) => void;
}

export class Touch {
  #map: MapLibre;
  #areas: AreaShading;
  #ask: Asking;
  #highlight: Highlight;
  #frame = 0;
  /** What a finger last tapped. */
  #tapped: string | null = null;

  /** @param ready whether the layers are there */
  constructor(map: MapLibre, areas: AreaShading, ask: Asking, ready: () => boolean) {
    this.#map = map;
    this.#areas = areas;
    this.#ask = ask;
    this.#highlight = new Highlight(map);
    const at = (point: Point, touch: boolean): Hit | null =>
      ready() ? (areas.hitAt(point) ?? hitAt(map, point, touch)) : null;
    map.on('mousemove', ({ point }) => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#hover(at(point, false), point));
    });
    map.on('mouseout', () => this.leave());
    map.on('movestart', () => this.leave());
    map.on('click', (event) => this.#click(event, at));
  }

  /** The pointer is over nothing any more; also at the end. */
  leave(): void {
    cancelAnimationFrame(this.#frame);
    this.#highlight.set(null);
    this.#areas.highlight(null);
    this.#ask.onhover(null, { x: 0, y: 0 });
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
  }

  #hover(hit: Hit | null, point: Point): void {
    this.#highlight.set(hit);
    this.#areas.highlight(hit);
    this.#map.getCanvas().style.cursor = hit ? 'pointer' : '';
    this.#ask.onhover(hit, point);
  }

  #click(
    { point, originalEvent }: MapMouseEvent,
    at: (point: Point, touch: boolean) => Hit | null
  ): void {
    const touch = (originalEvent as PointerEvent).pointerType === 'touch';
    const hit = at(point, touch);
    // A finger cannot hover: the first tap on an area tells, the second one leads there.
    const told = hit?.source !== 'areas' || !touch || this.#tapped === hit.id;
    this.#tapped = hit?.id ?? null;
    if (told) return this.#ask.onselect(hit?.target ?? null);
    this.#areas.highlight(hit);
    this.#ask.onhover(hit, point);
  }
}
