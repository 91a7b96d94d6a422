import { atlasPage } from '$lib/server/atlaspage.ts';
import { buildGaps } from '$lib/views/gaps/gaps.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { view: gaps, ...rest } = await atlasPage(event, buildGaps);
  return { gaps, ...rest };
};
