import { atlasPage } from '$lib/server/atlaspage.ts';
import { buildWhite } from '$lib/views/gaps/white.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { view: white, ...rest } = await atlasPage(event, buildWhite);
  return { white, ...rest };
};
