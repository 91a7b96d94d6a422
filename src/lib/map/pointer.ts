/**
 * Pointer on the map: which feature is meant, and its highlight.
 *
 * Contract: words for a hit come from `words.ts`; a highlight is feature-state and is taken back; a click
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
}

/** Codes of the properties; MapLibre leaves null out. */
const code = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function hitOf({ source, properties }: MapGeoJSONFeature): Hit {
  const id = String(properties.id);
  if (source === 'flows') {
    const { iso2, land, kreis } = properties;
    return {
      source,
      id,
      target: { kind: 'flow', iso2: code(iso2), land: code(land), kreis: code(kreis) }
    };
  }
  // The line of a tie leads to where it starts, unless that is the selected place.
  return { source, id, target: source === 'ties' ? memberOf(properties) : bodyOf(id) };
}

const bodyOf = (id: string): Target => ({
  kind: id.startsWith('a') ? 'authority' : 'partner',
  id
});

function memberOf({ member, fromMember }: Record<string, unknown>): Target {
  return bodyOf(String(fromMember ?? member));
}

/** The feature meant by a point: topmost by TOUCHABLE, then nearest as drawn. */
export function hitAt(map: MapLibre, { x, y }: Point, touch: boolean): Hit | null {
  const reach = touch ? REACH.touch : REACH.mouse;
  const found = map.queryRenderedFeatures(
    [
      [x - reach, y - reach],
      [x + reach, y + reach]
    ],
    { layers: TOUCHABLE }
  );
  for (const layer of TOUCHABLE) {
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
