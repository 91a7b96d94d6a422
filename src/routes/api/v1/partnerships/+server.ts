import { answer, json, noSnapshot, otherMethods } from '$lib/server/api.ts';
import { asked, partnershipPage } from '$lib/server/pages.ts';
import { store } from '$lib/server/snapshots.ts';
import type { RequestHandler } from './$types';

/** Partnerships by the same filters as the page, 100 a page. */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => {
    const now = await store().current();
    const parsed = asked(url.searchParams, now.dataset);
    const { snapshot } = parsed.view;
    const loaded = snapshot === null ? now : await store().at(snapshot);
    if (!loaded) throw noSnapshot();
    return json(request, partnershipPage(loaded, parsed, url.pathname));
  });

export const fallback: RequestHandler = otherMethods;
