import { answer, otherMethods } from '$lib/server/api.ts';
import { askedClaim, claimText } from '$lib/server/claims.ts';
import type { RequestHandler } from './$types';

/** The sentence alone, by the same parameters, as plain text. */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => claimText(request, await askedClaim(url.searchParams)));

export const fallback: RequestHandler = otherMethods;
