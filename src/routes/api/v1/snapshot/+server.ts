import { answer, json, otherMethods } from '$lib/server/api.ts';
import { describe } from '$lib/server/manifests.ts';
import { current } from '$lib/server/snapshots.ts';
import type { RequestHandler } from './$types';

/** The snapshot served now. */
export const GET: RequestHandler = ({ request }) =>
  answer(async () => json(request, describe((await current()).manifest), 'public, max-age=10'));

export const fallback: RequestHandler = otherMethods;
