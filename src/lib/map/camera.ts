/**
 * Where the camera goes.
 *
 * Contract: no motion for people who asked for none; padding leaves room for labels and buttons.
 */
import type { Map as MapLibre } from 'maplibre-gl';
import { tieBounds } from './features.ts';
import type { PlacePoint, TieRow } from './types.ts';

type Box = [number, number, number, number];

/** Without the polar seas: what people look at. */
export const WORLD: Box = [-128, -44, 154, 66];
export const GERMANY: Box = [5.8, 47.2, 15.1, 55.1];

const DURATION = 600;

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Room around what is fitted, px: less on small maps. */
export function padding(width: number, height: number): number {
  return Math.round(Math.max(16, Math.min(72, Math.min(width, height) * 0.1)));
}

export function fit(map: MapLibre, box: Box, jump = false): void {
  const { clientWidth, clientHeight } = map.getContainer();
  map.fitBounds(box, {
    padding: box === WORLD ? 0 : padding(clientWidth, clientHeight),
    maxZoom: 8,
    animate: !jump && !still(),
    duration: DURATION
  });
}

/** All ties of the selected place, or the place itself where none can be drawn. */
export function fitSelection(
  map: MapLibre,
  selected: string,
  ties: TieRow[],
  places: PlacePoint[],
  jump: boolean
): void {
  const box = tieBounds(ties);
  if (box) return fit(map, box, jump);
  const place = places.find((row) => row.id === selected);
  if (!place) return;
  const view = { center: [place.lon, place.lat] as [number, number], zoom: 8 };
  if (jump || still()) map.jumpTo(view);
  else map.easeTo({ ...view, duration: DURATION });
}
