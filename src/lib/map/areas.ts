/**
 * Shaded areas on a MapLibre map: puts them in, keeps them current, takes them out, finds what is
 * under the pointer and moves the camera to what is shown.
 *
 * Contract: touches only its own layers and images. Works on a loaded style.
 */
import type { FilterSpecification, GeoJSONSource, Map as MapLibre, Point } from 'maplibre-gl';
import {
  ABOVE,
  AREA_LAYERS,
  AREA_TOUCHABLE,
  areaLayers,
  areaLooks,
  tagFeatures,
  tagLayer,
  tagPaint,
  TAGS,
  type AreaData,
  type AreaLook
} from './arealayers.ts';
import { patternImages, PIXEL_RATIO } from './areapatterns.ts';
import { fit, GERMANY, home } from './camera.ts';
import { palette } from './palette.ts';
import type { Hit } from './pointer.ts';

/** Below this zoom the tiles hold no areas. */
const MIN_ZOOM = 3;

export class AreaShading {
  #map: MapLibre;
  #data: AreaData | null = null;
  #dark = false;
  #hovered = '';
  /** What was last set, as text, per layer and property. */
  #set = new Map<string, string>();
  #images = '';
  #where = '';
  readonly #least: number;

  constructor(map: MapLibre) {
    this.#map = map;
    this.#least = map.getMinZoom();
  }

  /** @returns whether anything changed, so that the caller can wait for the map to be idle */
  update(data: AreaData | null, dark: boolean): boolean {
    const before = [...this.#set].join();
    if (data?.level !== this.#data?.level) this.#clear();
    this.#data = data;
    this.#dark = dark;
    if (data) this.#draw(data);
    const where = data ? JSON.stringify(data.bounds) : '';
    if (where !== this.#where) {
      const first = this.#where === '' && !this.#map.loaded();
      this.#where = where;
      this.frame(first);
    }
    return [...this.#set].join() !== before;
  }

  /** The area under a point, as the pointer knows hits; null where there is none. */
  hitAt(point: Point): Hit | null {
    if (!this.#data || this.#set.size === 0) return null;
    const [found] = this.#map.queryRenderedFeatures(point, { layers: AREA_TOUCHABLE });
    const area = this.#data.areas.find(({ code }) => code === found?.properties.ags);
    if (!area) return null;
    return { source: 'areas', id: area.code, target: { kind: 'area', code: area.code } };
  }

  highlight(hit: Hit | null): void {
    const code = hit?.source === 'areas' ? hit.id : '';
    if (code === this.#hovered) return;
    this.#hovered = code;
    if (this.#data) this.#draw(this.#data);
  }

  #draw(data: AreaData): void {
    const colours = palette(this.#dark);
    this.#paintImages();
    this.#tag(data);
    const looks = areaLooks(data, colours, this.#dark, this.#hovered);
    if (!this.#map.getLayer(AREA_LAYERS[0]!)) {
      const above = this.#map.getLayer(ABOVE) ? ABOVE : undefined;
      for (const layer of areaLayers(data.level, looks)) this.#map.addLayer(layer, above);
      looks.forEach((look) => this.#changes(look));
      return;
    }
    for (const look of looks)
      for (const [name, value] of this.#changes(look))
        if (name === 'filter') this.#map.setFilter(look.id, value as FilterSpecification);
        else this.#map.setPaintProperty(look.id, name as never, value as never);
  }

  /** Names on the areas; the basemap's towns make room for them. */
  #tag(data: AreaData): void {
    const features = tagFeatures(data);
    const map = this.#map;
    if (!map.getSource(TAGS)) map.addSource(TAGS, { type: 'geojson', data: features });
    else if (this.#differs('tags', features)) map.getSource<GeoJSONSource>(TAGS)?.setData(features);
    if (!map.getLayer(TAGS)) map.addLayer(tagLayer());
    for (const [name, value] of Object.entries(tagPaint(palette(this.#dark))))
      map.setPaintProperty(TAGS, name as never, value as never);
    this.#towns(features.features.length === 0);
  }

  #towns(shown: boolean): void {
    if (this.#map.getLayer('cities'))
      this.#map.setLayoutProperty('cities', 'visibility', shown ? 'visible' : 'none');
  }

  /** Notes a value; says whether it is another one than before. */
  #differs(key: string, value: unknown): boolean {
    const text = JSON.stringify(value);
    if (this.#set.get(key) === text) return false;
    this.#set.set(key, text);
    return true;
  }

  /** Properties of a layer that differ from what was last set. */
  #changes({ id, filter, paint }: AreaLook): [string, unknown][] {
    return Object.entries<unknown>({ filter, ...paint }).filter(([name, value]) =>
      this.#differs(`${id} ${name}`, value)
    );
  }

  #paintImages(): void {
    const scheme = this.#dark ? 'dark' : 'light';
    if (this.#images === scheme) return;
    this.#images = scheme;
    for (const [name, image] of Object.entries(patternImages(palette(this.#dark))))
      if (this.#map.hasImage(name)) this.#map.updateImage(name, image);
      else this.#map.addImage(name, image, { pixelRatio: PIXEL_RATIO });
  }

  #clear(): void {
    if (this.#map.getLayer(TAGS)) this.#map.removeLayer(TAGS);
    if (this.#map.getSource(TAGS)) this.#map.removeSource(TAGS);
    this.#towns(true);
    for (const id of AREA_LAYERS) if (this.#map.getLayer(id)) this.#map.removeLayer(id);
    this.#set.clear();
    this.#hovered = '';
  }

  /** Moves the camera to what is shown; to the map's first frame when there are no areas any more. */
  frame(jump: boolean): void {
    this.#map.setMinZoom(this.#data ? MIN_ZOOM : this.#least);
    fit(this.#map, this.#data ? (this.#data.bounds ?? GERMANY) : home(this.#map), jump);
  }
}
