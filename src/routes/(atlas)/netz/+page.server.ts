import { atlasPage } from '$lib/server/atlaspage.ts';
import { buildNet } from '$lib/views/net/net.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { view: net, ...rest } = await atlasPage(event, buildNet);
  return { net, ...rest };
};
