/**
 * The map as an object: one is made per canvas, given data, and destroyed.
 *
 * Contract: the only owner of the MapLibre instance. `update` sets only what changed; hover and
 * camera stay here; selections are asked for by `onselect`, never made here.
 */
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent, Point } from 'maplibre-gl';
import { fit, fitSelection, GERMANY, WORLD } from './camera.ts';
import { flowFeatures, placeFeatures, tieFeatures } from './features.ts';
import { Health, type Listener } from './health.ts';
import { attributionHtml } from './attribution.ts';
import { WORDS } from './labels.ts';
import { acquire, addresses, forget, maplibre, release } from './library.ts';
import { paint, type Paint } from './paint.ts';
import { palette } from './palette.ts';
import { Highlight, hitAt, type Hit } from './pointer.ts';
import { dataFilters, style } from './style.ts';
import type { Attribution, Locale, MapData, Target } from './types.ts';

export const TILES = '/basemap.pmtiles';

export interface Options extends Omit<Listener, 'forget'> {
  container: HTMLElement;
  locale: Locale;
  attributions: Attribution[];
  label: string;
  onselect: (target: Target) => void;
  /** What the pointer is over, and where in the container (px); null when over nothing. */
  onhover: (hit: Hit | null, at: { x: number; y: number }) => void;
}

const FLOW_LAYERS = ['flow-lines', 'flow-ends', 'flow-labels'];

/** Below this width the sources start folded behind their button, px. */
const NARROW = 640;

function foldSources(container: HTMLElement): void {
  const sources = container.querySelector('.maplibregl-ctrl-attrib');
  sources?.classList.remove('maplibregl-compact-show');
  sources?.removeAttribute('open');
}

export class Atlas {
  #map: MapLibre;
  #health: Health;
  #highlight: Highlight;
  #options: Options;
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #data: MapData = { flows: [], places: [], ties: [], selected: null };
  /** What was last set, as text, per source, paint property or filter. */
  #set = new Map<string, string>();
  #styled = false;
  #fitted: string | null = null;
  #frame = 0;

  constructor(options: Options) {
    acquire();
    this.#options = options;
    const { container, locale, label } = options;
    const words = WORDS[locale];
    this.#map = new maplibre.Map({
      container,
      style: style(addresses(TILES), palette(this.#dark.matches), locale),
      bounds: WORLD,
      minZoom: 0,
      maxZoom: 11,
      attributionControl: false,
      cooperativeGestures: matchMedia('(pointer: coarse)').matches,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 150,
      locale: {
        'Map.Title': label,
        'AttributionControl.ToggleAttribution': words.attribution,
        'CooperativeGesturesHandler.MobileHelpText': words.twoFingers,
        'CooperativeGesturesHandler.WindowsHelpText': words.modifier,
        'CooperativeGesturesHandler.MacHelpText': words.modifierMac
      }
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(
      new maplibre.AttributionControl({
        compact: true,
        customAttribution: options.attributions.map(attributionHtml)
      })
    );
    if (container.clientWidth < NARROW) foldSources(container);
    this.#highlight = new Highlight(this.#map);
    this.#health = new Health(this.#map, { ...options, forget: () => forget(TILES) });
    this.#map.on('style.load', () => {
      this.#styled = true;
      this.#draw();
    });
    this.#map.on('mousemove', (event) => this.#hover(event));
    this.#map.on('mouseout', () => this.#leave());
    this.#map.on('movestart', () => this.#leave());
    this.#map.on('click', (event) => this.#click(event));
    this.#dark.addEventListener('change', this.#repaint);
  }

  update(data: MapData): void {
    this.#data = data;
    if (this.#styled) this.#draw();
  }

  /** Says anew what the map shows, to assistive technology. */
  name(label: string): void {
    this.#map.getCanvas().setAttribute('aria-label', label);
  }

  /** Failures that MapLibre does not notice itself. */
  fail(reason: 'worker'): void {
    this.#health.fail(reason);
  }

  zoomBy(levels: number): void {
    const options = { duration: 200 };
    if (levels > 0) this.#map.zoomIn(options);
    else this.#map.zoomOut(options);
  }

  show(where: 'world' | 'germany'): void {
    fit(this.#map, where === 'world' ? WORLD : GERMANY);
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#dark.removeEventListener('change', this.#repaint);
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
    const { flows, places, ties, selected } = this.#data;
    const { locale } = this.#options;
    const sources = {
      flows: flowFeatures(flows, locale),
      places: placeFeatures(places, locale),
      ties: tieFeatures(selected === null ? [] : ties)
    };
    for (const [id, features] of Object.entries(sources))
      this.#once(id, features, () => this.#map.getSource<GeoJSONSource>(id)?.setData(features));
    for (const [layer, filter] of dataFilters({ flows, places, selected, locale }))
      this.#once(`filter ${layer}`, filter, () => this.#map.setFilter(layer, filter));
    this.#repaint();
    if (selected !== this.#fitted && selected !== null)
      fitSelection(this.#map, selected, ties, places, false);
    this.#fitted = selected;
    // Without a change MapLibre would not draw, and never say that it is idle.
    this.#map.triggerRepaint();
  }

  #repaint = (): void => {
    if (!this.#styled) return;
    const painted = paint(palette(this.#dark.matches), this.#data.selected !== null);
    for (const [layer, properties] of Object.entries<Paint>(painted))
      for (const [name, value] of Object.entries(properties))
        this.#once(`paint ${layer} ${name}`, value, () =>
          this.#map.setPaintProperty(layer, name as never, value as never)
        );
  };

  #at(point: Point, touch: boolean): Hit | null {
    if (!this.#styled) return null;
    return hitAt(this.#map, point, touch, this.#data.selected === null ? [] : FLOW_LAYERS);
  }

  #hover({ point }: MapMouseEvent): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const hit = this.#at(point, false);
      this.#highlight.set(hit);
      this.#map.getCanvas().style.cursor = hit ? 'pointer' : '';
      this.#options.onhover(hit, point);
    });
  }

  #leave(): void {
    cancelAnimationFrame(this.#frame);
    this.#highlight.set(null);
    this.#options.onhover(null, { x: 0, y: 0 });
  }

  #click({ point, originalEvent }: MapMouseEvent): void {
    const touch = (originalEvent as PointerEvent).pointerType === 'touch';
    this.#options.onselect(this.#at(point, touch)?.target ?? null);
  }
}
