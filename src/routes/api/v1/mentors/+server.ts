import { answer, json, otherMethods } from '$lib/server/api.ts';
import { askedSpots, mentorsJson } from '$lib/server/whitespots.ts';
import type { RequestHandler } from './$types';

/** Whom the Gemeinde `ort` could ask, under the page's filters. */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => json(request, mentorsJson(await askedSpots(url.searchParams, ['ort']))));

export const fallback: RequestHandler = otherMethods;
