/**
 * Faces of the map's page that its first picture can do without.
 *
 * Contract: an address that shows one brings its code before the page wakes up; all others come when
 * the page is alive, before the map is there, so that later clicks need no network.
 */
import type { ViewState } from '../url/codec.ts';

/**
 * Through a module each that only this page asks for: the framework links the styles of a part that
 * comes late only where its file is no other page's, and without them the page is bare without scripts.
 */
const LOADERS = {
  place: async () => (await import('./faces/place.ts')).face.component,
  table: async () => (await import('./faces/table.ts')).face.component,
  areaMap: async () => (await import('./faces/areamap.ts')).face.component,
  areaLegend: async () => (await import('./faces/arealegend.ts')).face.component,
  areasTable: async () => (await import('./faces/areastable.ts')).face.component,
  time: async () => (await import('./faces/time.ts')).face.component
};

/** A component each. */
export type Faces = { [Name in keyof typeof LOADERS]: Awaited<ReturnType<(typeof LOADERS)[Name]>> };
export type FaceName = keyof Faces;

export const FACES = Object.keys(LOADERS) as FaceName[];

/** What an address shows beside heading, filters and picture. */
export function facesOf({ view, areas, place }: ViewState): FaceName[] {
  const main: Record<ViewState['view'], FaceName[]> = {
    karte: areas ? ['areaMap', 'areaLegend'] : [],
    tabelle: [areas ? 'areasTable' : 'table'],
    zeit: ['time']
  };
  return place ? [...main[view], 'place'] : main[view];
}

/** @throws where the code of one can't be had */
export async function loadFaces(names: FaceName[]): Promise<Partial<Faces>> {
  const loaded = await Promise.all(names.map(async (name) => [name, await LOADERS[name]()]));
  return Object.fromEntries(loaded) as Partial<Faces>;
}
