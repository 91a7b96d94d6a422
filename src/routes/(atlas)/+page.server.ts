import { atlasPage } from '$lib/server/atlaspage.ts';
import { buildAtlas } from '$lib/views/atlas.ts';
import type { PageServerLoad } from './$types';

/** The server's view model of the address; later addresses are answered in the browser. */
export const load: PageServerLoad = async (event) => {
  const { view: atlas, ...rest } = await atlasPage(event, buildAtlas);
  return { atlas, ...rest };
};
