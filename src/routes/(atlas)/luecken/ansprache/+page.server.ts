import { atlasPage } from '$lib/server/atlaspage.ts';
import { buildOutreach } from '$lib/views/gaps/outreach.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { view: outreach, ...rest } = await atlasPage(event, buildOutreach);
  return { outreach, ...rest };
};
