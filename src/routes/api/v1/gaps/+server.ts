import { answer, json, otherMethods } from '$lib/server/api.ts';
import { askedGaps, gapsJson } from '$lib/server/gaps.ts';
import type { RequestHandler } from './$types';

/**
 * The gap matrix: the page's filters, `zeile`, `spalte`, `mass`, and `zelle=<row>~<column>` for the
 * names behind one cell. Every cell has N, the five states, bounds, coverage and expected value.
 */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => json(request, gapsJson(await askedGaps(url.searchParams))));

export const fallback: RequestHandler = otherMethods;
