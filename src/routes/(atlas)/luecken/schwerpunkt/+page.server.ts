import { atlasPage } from '$lib/server/atlaspage.ts';
import { buildGoalFocus } from '$lib/views/goalfocus/goalfocus.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { view: focus, ...rest } = await atlasPage(event, buildGoalFocus);
  return { focus, ...rest };
};
