import { answer, json, otherMethods } from '$lib/server/api.ts';
import { deltaAnswer, deltaJson } from '$lib/server/deltaapi.ts';
import type { RequestHandler } from './$types';

/** Two snapshots compared: `von`, `bis` (numbers), `zeile`, `spalte` (axes) and the page's filters. */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => json(request, deltaJson(await deltaAnswer(url.searchParams))));

export const fallback: RequestHandler = otherMethods;
