/**
 * Pointer on the map: which feature is meant, highlight, tooltip text, selection.
 *
 * Contract: the tooltip is text only; a highlight is feature-state and is taken back; a click
 * beside everything selects nothing (null).
 */
import type { Map as MapLibre, MapGeoJSONFeature, Point } from 'maplibre-gl';
import { TOUCHABLE } from './order.ts';
import type { Target } from './types.ts';

/** Reach around the pointer, px: fingers are wider than mice. */
const REACH = { mouse: 3, touch: 12 };

export interface Hit {
  source: string;
  id: string;
  target: Target;
  /** Words for the tooltip. */
  name: string;
  count: string | null;
}

function hitOf(feature: MapGeoJSONFeature): Hit {
  const { source, properties } = feature;
  const name = String(properties.name);
  if (source === 'flows') {
    const iso2 = String(properties.iso2);
    const count = String(properties.count);
    return { source, id: iso2, target: { kind: 'country', iso2 }, name, count };
  }
  const id = String(properties.id);
  if (source === 'places')
    return { source, id, target: { kind: 'authority', id }, name, count: String(properties.count) };
  const member = String(properties.member);
  const kind = member.startsWith('a') ? 'authority' : 'partner';
  return { source, id, target: { kind, id: member }, name, count: null };
}

/** The feature meant by a point: topmost by TOUCHABLE, then nearest as drawn. */
export function hitAt(
  map: MapLibre,
  { x, y }: Point,
  touch: boolean,
  hidden: string[]
): Hit | null {
  const reach = touch ? REACH.touch : REACH.mouse;
  const layers = TOUCHABLE.filter((id) => !hidden.includes(id));
  const found = map.queryRenderedFeatures(
    [
      [x - reach, y - reach],
      [x + reach, y + reach]
    ],
    { layers }
  );
  for (const layer of layers) {
    const feature = found.find((one) => one.layer.id === layer);
    if (feature) return hitOf(feature);
  }
  return null;
}

/** Marks one feature at a time. */
export class Highlight {
  #map: MapLibre;
  #now: Hit | null = null;

  constructor(map: MapLibre) {
    this.#map = map;
  }

  set(hit: Hit | null): void {
    if (hit?.id === this.#now?.id && hit?.source === this.#now?.source) return;
    this.#mark(this.#now, false);
    this.#mark(hit, true);
    this.#now = hit;
  }

  #mark(hit: Hit | null, hover: boolean): void {
    if (hit && this.#map.getSource(hit.source))
      this.#map.setFeatureState({ source: hit.source, id: hit.id }, { hover });
  }
}
