import { atlasPage } from '$lib/server/atlaspage.ts';
import { buildFunding } from '$lib/views/goalfocus/funding.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { view: funding, ...rest } = await atlasPage(event, buildFunding);
  return { funding, ...rest };
};
