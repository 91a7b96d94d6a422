import { answer, json, otherMethods } from '$lib/server/api.ts';
import { askedClaim, claimJson } from '$lib/server/claims.ts';
import type { RequestHandler } from './$types';

/**
 * One figure to cite, as a sentence and with the five states behind it: the page's filters and
 * `stand`. Words are German, under `/en/api/…` English.
 */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => json(request, claimJson(await askedClaim(url.searchParams), url.origin)));

export const fallback: RequestHandler = otherMethods;
