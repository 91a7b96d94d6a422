/**
 * The map as an object: one is made per canvas, given data, and destroyed.
 *
 * Contract: the only owner of the MapLibre instance. `update` sets only what changed; hover and
 * camera stay here; the page names the sources of the ground below the map; selections are asked for by `onselect`, never made here.
 */
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { InView } from '../domain/flowlevels.ts';
import { afterFrame } from '../ui/frames.ts';
import { AreaShading } from './areas.ts';
import { fit, hasRoom, home, show, type FrameName } from './camera.ts';
import { darkScheme } from '../ui/scheme.ts';
import { Follower } from './follow.ts';
import { Health, type Listener } from './health.ts';
import { WORDS } from './labels.ts';
import { acquire, addresses, forget, maplibre, release } from './library.ts';
import { paint, type Paint } from './paint.ts';
import { palette } from './palette.ts';
import { dataFilters, style } from './style.ts';
import { Globe } from './globe.ts';
import type { Rect } from './sides.ts';
import { sourcesOf, withSides } from './sources.ts';
import { Touch, type Asking } from './touch.ts';
import type { Locale, MapData } from './types.ts';

export const TILES = '/basemap.pmtiles';

export interface Options extends Omit<Listener, 'forget'>, Asking {
  container: HTMLElement;
  locale: Locale;
  label: string;
  /** The camera has come to rest; also told once when the map is first there. */
  onview: (view: InView) => void;
  /** What lies over the map, so that labels keep off it; in px of the container. */
  taken: () => Rect[];
}

const NO_DATA: MapData = {
  key: '',
  level: 'staaten',
  flows: [],
  places: [],
  ties: [],
  selected: null,
  focus: null
};

export class Atlas {
  #map: MapLibre;
  #health: Health;
  #touch: Touch;
  #areas: AreaShading;
  #options: Options;
  #dark = darkScheme();
  #data: MapData = NO_DATA;
  /** Countries that the inset draws instead of the map. */
  #elsewhere: string[] = [];
  /** What was last set, as text, per source, paint property or filter. */
  #set = new Map<string, string>();
  #styled = false;
  /** Takes a drawing back that has not begun. */
  #later = (): void => undefined;
  #globe: Globe;
  #camera: Follower;

  constructor(options: Options) {
    acquire();
    this.#options = options;
    const { container, locale, label } = options;
    const words = WORDS[locale];
    this.#map = new maplibre.Map({
      container,
      style: style(addresses(TILES), palette(this.#dark.matches), locale),
      minZoom: -1,
      maxZoom: 11,
      attributionControl: false,
      cooperativeGestures: matchMedia('(pointer: coarse)').matches,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 150,
      locale: {
        'Map.Title': label,
        'CooperativeGesturesHandler.MobileHelpText': words.twoFingers,
        'CooperativeGesturesHandler.WindowsHelpText': words.modifier,
        'CooperativeGesturesHandler.MacHelpText': words.modifierMac
      }
    });
    fit(this.#map, home(this.#map), true);
    this.#globe = new Globe(this.#map);
    this.#camera = new Follower(this.#map, this.#globe);
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#areas = new AreaShading(this.#map);
    this.#touch = new Touch(this.#map, this.#areas, options, () => this.#styled);
    this.#health = new Health(this.#map, { ...options, forget: () => forget(TILES) });
    this.#map.on('style.load', () => {
      this.#styled = true;
      this.#globe.apply();
      this.#draw();
      this.#seen();
    });
    this.#map.on('movestart', (event) => {
      if (event.originalEvent) this.#camera.moved = true;
    });
    this.#map.on('moveend', () => this.#seen());
    this.#map.on('resize', () => this.#resized());
    this.#dark.addEventListener('change', this.#recolour);
  }

  /**
   * The page around it is laid out first: drawing measures it.
   * @param elsewhere countries that the inset draws instead of the map
   */
  update(data: MapData, elsewhere: string[]): void {
    this.#data = data;
    this.#elsewhere = elsewhere;
    if (!this.#styled) return;
    this.#health.loading();
    this.#later();
    this.#later = afterFrame(() => this.#draw());
  }

  /** Says anew what the map shows, to assistive technology. */
  name(label: string): void {
    this.#map.getCanvas().setAttribute('aria-label', label);
  }

  /** The element whose text describes the map. */
  describe(id: string): void {
    this.#map.getCanvas().setAttribute('aria-describedby', id);
  }

  /** Failures that MapLibre does not notice itself. */
  fail(reason: 'worker'): void {
    this.#health.fail(reason);
  }

  zoomBy(levels: number): void {
    this.#camera.moved = true;
    const options = { duration: 200 };
    if (levels > 0) this.#map.zoomIn(options);
    else this.#map.zoomOut(options);
  }

  show(where: FrameName): void {
    this.#camera.moved = true;
    show(this.#map, where);
  }

  /** Globe or flat map; each remembers its own camera. */
  project(globe: boolean): void {
    this.#camera.moved = true;
    this.#globe.set(globe, this.#styled);
  }

  destroy(): void {
    this.#later();
    this.#touch.destroy();
    this.#dark.removeEventListener('change', this.#recolour);
    this.#health.destroy();
    this.#map.remove();
    release();
  }

  /** Runs `apply` if the value differs from what was set under the key. */
  #once(key: string, value: unknown, apply: () => void): void {
    const text = JSON.stringify(value);
    if (this.#set.get(key) === text) return;
    this.#set.set(key, text);
    this.#health.loading();
    apply();
  }

  #draw(): void {
    const { flows, places, selected, focus, level } = this.#data;
    const { locale, taken } = this.#options;
    const sources = this.#sources();
    this.#camera.follow(this.#data, sources);
    const labelled = withSides(sources, this.#map, taken());
    for (const [id, features] of Object.entries(labelled))
      this.#once(id, features, () => this.#map.getSource<GeoJSONSource>(id)?.setData(features));
    const named = focus && !places.some(({ name }) => name === focus.name) ? [focus] : [];
    for (const [layer, filter] of dataFilters({
      level,
      flows,
      places: [...places, ...named],
      selected,
      locale
    }))
      this.#once(`filter ${layer}`, filter, () => this.#map.setFilter(layer, filter));
    this.#repaint();
    this.#shade();
    // Without a change MapLibre would not draw, and never say that it is idle.
    this.#map.triggerRepaint();
  }

  #sources() {
    return sourcesOf(this.#data, this.#options.locale, this.#elsewhere);
  }

  #resized(): void {
    const { areas, selected } = this.#data;
    if (this.#camera.moved || !this.#styled) return;
    if (areas && selected === null) this.#areas.frame(true);
    else this.#camera.resized(this.#data, this.#sources());
  }

  #seen(): void {
    // Without a size there is no view; its corners would be no numbers.
    if (!hasRoom(this.#map)) return;
    const box = this.#map.getBounds();
    this.#options.onview({
      zoom: this.#map.getZoom(),
      box: [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()]
    });
    if (this.#styled) this.#draw();
  }

  #shade(): void {
    if (this.#areas.update(this.#data.areas ?? null, this.#dark.matches)) this.#health.loading();
  }

  #recolour = (): void => {
    this.#repaint();
    if (this.#styled) this.#shade();
  };

  #repaint = (): void => {
    if (!this.#styled) return;
    const { selected, level, ties, areas } = this.#data;
    const shaded = Boolean(areas);
    const drawn = { selected: selected !== null, level, lines: ties.length, shaded };
    const painted = paint(palette(this.#dark.matches), drawn);
    for (const [layer, properties] of Object.entries<Paint>(painted))
      for (const [name, value] of Object.entries(properties))
        this.#once(`paint ${layer} ${name}`, value, () =>
          this.#map.setPaintProperty(layer, name as never, value as never)
        );
  };
}
