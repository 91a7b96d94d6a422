/**
 * The map as an object: one is made per canvas, given data, and destroyed.
 *
 * Contract: the only owner of the MapLibre instance. `update` sets only what changed; hover and
 * camera stay here; the page names the sources of the ground below the map; selections are asked for by `onselect`, never made here.
 */
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent, Point } from 'maplibre-gl';
import type { InView } from '../domain/flowlevels.ts';
import { AreaShading } from './areas.ts';
import { fit, fitSelection, home, show, withGermany, type FrameName } from './camera.ts';
import { boundsOf } from './features.ts';
import { Health, type Listener } from './health.ts';
import { WORDS } from './labels.ts';
import { acquire, addresses, forget, maplibre, release } from './library.ts';
import { paint, type Paint } from './paint.ts';
import { palette } from './palette.ts';
import { Highlight, hitAt, type Hit } from './pointer.ts';
import { dataFilters, style } from './style.ts';
import { Globe } from './globe.ts';
import type { Rect } from './sides.ts';
import { sourcesOf, withSides } from './sources.ts';
import type { Locale, MapData, Target } from './types.ts';

export const TILES = '/basemap.pmtiles';

export interface Options extends Omit<Listener, 'forget'> {
  container: HTMLElement;
  locale: Locale;
  label: string;
  onselect: (target: Target) => void;
  /** What the pointer is over, and where in the container (px); null when over nothing. */
  onhover: (hit: Hit | null, at: { x: number; y: number }) => void;
  /** The camera has come to rest; also told once when the map is first there. */
  onview: (view: InView) => void;
  /** What lies over the map, so that labels keep off it; in px of the container. */
  taken: () => Rect[];
}

/** With so many lines the picture is the whole of it, and its frame the usual one. */
const MANY = 40;

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
  #highlight: Highlight;
  #areas: AreaShading;
  #options: Options;
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #data: MapData = NO_DATA;
  /** Countries that the inset draws instead of the map. */
  #elsewhere: string[] = [];
  /** What was last set, as text, per source, paint property or filter. */
  #set = new Map<string, string>();
  #styled = false;
  #fitted: string | null = null;
  #key: string | null = null;
  /** The camera is in the reader's hands and no longer follows the filters. */
  #moved = false;
  #globe: Globe;
  #frame = 0;
  /** What a finger last tapped. */
  #tapped: string | null = null;

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
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#highlight = new Highlight(this.#map);
    this.#areas = new AreaShading(this.#map);
    this.#health = new Health(this.#map, { ...options, forget: () => forget(TILES) });
    this.#map.on('style.load', () => {
      this.#styled = true;
      this.#globe.apply();
      this.#draw();
      this.#seen();
    });
    this.#map.on('mousemove', (event) => this.#hover(event));
    this.#map.on('mouseout', () => this.#leave());
    this.#map.on('movestart', (event) => {
      this.#leave();
      if (event.originalEvent) this.#moved = true;
    });
    this.#map.on('moveend', () => this.#seen());
    this.#map.on('resize', () => !this.#moved && this.#frame0());
    this.#map.on('click', (event) => this.#click(event));
    this.#dark.addEventListener('change', this.#recolour);
  }

  /** @param elsewhere countries that the inset draws instead of the map */
  update(data: MapData, elsewhere: string[]): void {
    this.#data = data;
    this.#elsewhere = elsewhere;
    if (this.#styled) this.#draw();
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
    this.#moved = true;
    const options = { duration: 200 };
    if (levels > 0) this.#map.zoomIn(options);
    else this.#map.zoomOut(options);
  }

  show(where: FrameName): void {
    this.#moved = true;
    show(this.#map, where);
  }

  /** Globe or flat map; each remembers its own camera. */
  project(globe: boolean): void {
    this.#moved = true;
    this.#globe.set(globe, this.#styled);
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
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
    const { flows, places, selected, focus, key, level } = this.#data;
    const { locale, taken } = this.#options;
    const sources = sourcesOf(this.#data, locale, this.#elsewhere);
    this.#follow(key, selected, () => boundsOf(sources.flows, sources.ties));
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

  /** Moves the camera where what is asked for has changed, unless the reader has moved it. */
  #follow(key: string, selected: string | null, box: () => ReturnType<typeof boundsOf>): void {
    const { focus, flows, ties } = this.#data;
    // A place may become known only after it was chosen (the register arrives later).
    const chosen = selected === null ? null : `${selected} ${focus === null} ${ties.length > 0}`;
    if (chosen !== null && chosen !== this.#fitted) fitSelection(this.#map, box(), focus);
    this.#fitted = chosen;
    if (key === this.#key) return;
    const first = this.#key === null;
    this.#key = key;
    // Areas have a frame of their own.
    if (selected !== null || this.#data.areas || this.#moved || this.#globe.on) return;
    const lines = flows.length + ties.length;
    const frame = lines > 0 && lines <= MANY ? withGermany(box()) : null;
    if (frame || !first) fit(this.#map, frame ?? home(this.#map), first);
  }

  /** The frame of a map whose size has changed before anybody moved it. */
  #frame0(): void {
    const { flows, ties, selected, areas } = this.#data;
    if (areas && selected === null) return this.#areas.frame(true);
    if (selected === null && flows.length + ties.length > MANY && !this.#globe.on)
      fit(this.#map, home(this.#map), true);
  }

  #seen(): void {
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
    const { selected, level, ties } = this.#data;
    const drawn = { selected: selected !== null, level, lines: ties.length };
    const painted = paint(palette(this.#dark.matches), drawn);
    for (const [layer, properties] of Object.entries<Paint>(painted))
      for (const [name, value] of Object.entries(properties))
        this.#once(`paint ${layer} ${name}`, value, () =>
          this.#map.setPaintProperty(layer, name as never, value as never)
        );
  };

  #at(point: Point, touch: boolean): Hit | null {
    if (!this.#styled) return null;
    return this.#areas.hitAt(point) ?? hitAt(this.#map, point, touch);
  }

  #hover({ point }: MapMouseEvent): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const hit = this.#at(point, false);
      this.#highlight.set(hit);
      this.#areas.highlight(hit);
      this.#map.getCanvas().style.cursor = hit ? 'pointer' : '';
      this.#options.onhover(hit, point);
    });
  }

  #leave(): void {
    cancelAnimationFrame(this.#frame);
    this.#highlight.set(null);
    this.#areas.highlight(null);
    this.#options.onhover(null, { x: 0, y: 0 });
  }

  #click({ point, originalEvent }: MapMouseEvent): void {
    const touch = (originalEvent as PointerEvent).pointerType === 'touch';
    const hit = this.#at(point, touch);
    // A finger cannot hover: the first tap on an area tells, the second one leads there.
    const told = hit?.source !== 'areas' || !touch || this.#tapped === hit.id;
    this.#tapped = hit?.id ?? null;
    if (told) return this.#options.onselect(hit?.target ?? null);
    this.#areas.highlight(hit);
    this.#options.onhover(hit, point);
  }
}
