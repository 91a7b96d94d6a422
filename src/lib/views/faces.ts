/**
 * Faces of the map's page that its first picture can do without.
 *
 * Contract: an address that shows one brings its code before the page wakes up; all others come when
 * the page is alive, before the map is there, so that later clicks need no network.
 */
import type { ViewState } from '../url/codec.ts';

const LOADERS = {
  place: async () => (await import('./PlacePanel.svelte')).default,
  table: async () => (await import('./PartnershipTable.svelte')).default,
  areaMap: async () => (await import('../charts/AreaMap.svelte')).default,
  areaLegend: async () => (await import('./AreaLegend.svelte')).default,
  areasTable: async () => (await import('./AreasTable.svelte')).default,
  time: async () => (await import('./TimeFace.svelte')).default
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
