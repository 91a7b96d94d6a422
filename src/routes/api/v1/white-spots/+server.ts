import { answer, json, otherMethods } from '$lib/server/api.ts';
import { askedSpots, whiteSpotsJson } from '$lib/server/whitespots.ts';
import type { RequestHandler } from './$types';

/** Gemeinden without a record: the page's filters, `umkreis`, `grund`, `seite`; 100 to a page. */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () =>
    json(request, whiteSpotsJson(await askedSpots(url.searchParams, ['umkreis', 'grund'])))
  );

export const fallback: RequestHandler = otherMethods;
