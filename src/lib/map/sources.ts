/**
 * The map's own sources from its rows, and labels kept inside the canvas.
 *
 * Contract: reads the camera, changes nothing.
 */
import type { Map as MapLibre } from 'maplibre-gl';
import {
  flowFeatures,
  focusFeatures,
  placeFeatures,
  tieFeatures,
  type Features
} from './features.ts';
import { sideOf, type Rect } from './sides.ts';
import type { Locale, MapData } from './types.ts';

export type Sources = Record<'flows' | 'places' | 'ties' | 'focus', Features>;

/** @param elsewhere countries that are drawn elsewhere */
export function sourcesOf(data: MapData, locale: Locale, elsewhere: string[]): Sources {
  return {
    flows: flowFeatures(data.flows, data.level, locale, elsewhere),
    places: placeFeatures(data.places, locale),
    ties: tieFeatures(data.ties),
    focus: focusFeatures(data.focus)
  };
}

/** The same with the side for each label of an end point. */
export function withSides(sources: Sources, map: MapLibre, taken: Rect[]): Sources {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const sided = (features: Features): Features => ({
    ...features,
    features: features.features.map((feature) => {
      const { geometry, properties } = feature;
      if (geometry.type !== 'Point' || !properties?.label) return feature;
      const { x, y } = map.project(geometry.coordinates as [number, number]);
      const ask = { x, y, text: String(properties.label), radius: Number(properties.size ?? 3) };
      const side = sideOf({ ...ask, west: properties.west === true }, { width, height }, taken);
      return { ...feature, properties: { ...properties, side } };
    })
  });
  return { ...sources, flows: sided(sources.flows), ties: sided(sources.ties) };
}
