import { atlasPage } from '$lib/server/atlaspage.ts';
import { GAP_PARAMETERS } from '$lib/url/gaps.ts';
import { paperPage } from '$lib/views/paper/draft.ts';
import type { PageServerLoad } from './$types';

/** The date in Germany, where papers are written. */
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });

/** The draft is made here, for every address anew; what is written into it never comes back. */
export const load: PageServerLoad = async (event) => {
  const gaps = GAP_PARAMETERS.some((name) => event.url.searchParams.has(name));
  const {
    view: first,
    stand,
    share
  } = await atlasPage(event, (data, parsed, locale) =>
    paperPage({ data, parsed, locale, gaps, day: today() })
  );
  return { first, stand, share };
};
