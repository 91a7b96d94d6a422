/**
 * Where the camera goes.
 *
 * Contract: no motion for people who asked for none; padding leaves room for labels and buttons.
 */
import type { Map as MapLibre } from 'maplibre-gl';
import type { Focus } from './types.ts';

type Box = [number, number, number, number];

/** Without the polar seas, and with the South Pacific for the inset: what people look at. */
export const WORLD: Box = [-168, -44, 179, 68];
export const EUROPE: Box = [-9.5, 36, 31, 61];
export const GERMANY: Box = [5.8, 47.2, 15.1, 55.1];
const FRAMES = { world: WORLD, europe: EUROPE, germany: GERMANY };
export type FrameName = keyof typeof FRAMES;

/** Below this width of the map the first frame is Europe: the world would be too small to read. */
export const NARROW = 640;
/** The whole world counts as in view below this zoom. */
export const FAR = 2.4;

/** A map smaller than this (px) has no room beside its padding. */
const LEAST = 48;
const DURATION = 600;
/** Where the globe first looks: Europe in the middle, Africa and the Atlantic in sight. */
const GLOBE_CENTER: [number, number] = [12, 34];

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Room around what is fitted, px: names beside the ends, buttons above, sources below. */
export function padding(width: number, height: number) {
  const side = Math.round(Math.min(120, width * 0.16));
  return { left: side, right: side, top: Math.min(64, height * 0.12), bottom: height * 0.1 };
}

/** Whether the map is laid out: while it is hidden it has no size, and so no view. */
export function hasRoom(map: MapLibre): boolean {
  const { clientWidth, clientHeight } = map.getCanvas();
  return Math.min(clientWidth, clientHeight) >= LEAST;
}

export function fit(map: MapLibre, box: Box, jump = false): void {
  const { clientWidth, clientHeight } = map.getContainer();
  // Without a size there is nothing to fit into; the map asks again when it has one.
  if (!hasRoom(map)) return;
  const room = padding(clientWidth, clientHeight);
  const own = {
    [WORLD.join()]: { ...room, left: 0, right: 0, top: 0, bottom: clientHeight * 0.12 },
    [EUROPE.join()]: 8,
    [GERMANY.join()]: { ...room, left: 16, right: 16 }
  };
  map.fitBounds(box, {
    padding: own[box.join()] ?? room,
    maxZoom: 8,
    animate: !jump && !still(),
    duration: DURATION
  });
}

/** A frame by name; on the globe the world is the globe itself. */
export function show(map: MapLibre, where: FrameName): void {
  if (where === 'world' && map.getProjection()?.type === 'globe') globe(map);
  else fit(map, FRAMES[where]);
}

/** A box widened to hold all of Germany: flows split up into its parts on the way. */
export function withGermany(box: Box | null): Box | null {
  if (box === null) return null;
  const [west, south, east, north] = GERMANY;
  return [
    Math.min(box[0], west),
    Math.min(box[1], south),
    Math.max(box[2], east),
    Math.max(box[3], north)
  ];
}

/** The first frame of a map of this width. */
export const home = (map: MapLibre): Box =>
  map.getContainer().clientWidth < NARROW ? EUROPE : WORLD;

/** With so many lines the picture may be the whole of it, and its frame the usual one. */
const MANY = 40;
/** The usual frame shows at least this share of the partnerships, and is not much too large for them. */
const IN_SIGHT = 0.5;
const FILLED = 0.6;

/** Where the partnerships of a line or flow end. */
export interface End {
  lon: number;
  lat: number;
  /** Number of partnerships. */
  weight: number;
}

/**
 * What the map of a selection shows: its lines, or the usual frame where these are many and most of
 * them lie in it.
 * @param box around all lines; null without any
 * @param usual frame of the map without a selection
 * @returns null where nothing asks for another frame than the usual one
 */
export function frameOf(box: Box | null, ends: End[], usual: Box): Box | null {
  const [west, south, east, north] = usual;
  if (box === null || ends.length <= MANY) return withGermany(box);
  const all = ends.reduce((sum, end) => sum + end.weight, 0);
  const seen = ends
    .filter(({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north)
    .reduce((sum, end) => sum + end.weight, 0);
  const whole = withGermany(box) as Box;
  const fills = whole[2] - whole[0] >= FILLED * (east - west);
  return seen >= IN_SIGHT * all && fills ? null : whole;
}

/** The whole globe, as large as the canvas allows. */
export function globe(map: MapLibre): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const fill = Math.min(clientWidth, clientHeight) * 0.94;
  // A globe's diameter is 512/π px at zoom 0.
  move(map, { center: GLOBE_CENTER, zoom: Math.log2((fill * Math.PI) / 512) });
}

/** All lines of the selected place, or the place itself where none can be drawn. */
export function fitSelection(map: MapLibre, box: Box | null, focus: Focus | null): void {
  if (box) fit(map, box);
  else if (focus && Number.isFinite(focus.lon + focus.lat))
    move(map, { center: [focus.lon, focus.lat], zoom: 8 });
}

/** To a camera, with or without motion. */
export function move(map: MapLibre, camera: { center: [number, number]; zoom: number }): void {
  if (still()) map.jumpTo(camera);
  else map.easeTo({ ...camera, duration: DURATION });
}
