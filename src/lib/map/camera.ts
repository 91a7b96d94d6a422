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
export const WORLD: Box = [-148, -44, 158, 66];
export const GERMANY: Box = [5.8, 47.2, 15.1, 55.1];

const DURATION = 600;

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Room around what is fitted, px: names beside the ends, buttons above, sources below. */
export function padding(width: number, height: number) {
  const side = Math.round(Math.min(110, width * 0.16));
  return {
    left: side,
    right: side,
    top: Math.min(64, height * 0.12),
    bottom: Math.min(48, height * 0.1)
  };
}

export function fit(map: MapLibre, box: Box, jump = false): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const room = padding(clientWidth, clientHeight);
  map.fitBounds(box, {
    padding: box === WORLD ? 0 : box === GERMANY ? { ...room, left: 16, right: 16 } : room,
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
