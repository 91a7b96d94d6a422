import { answer, json, otherMethods } from '$lib/server/api.ts';
import { describe } from '$lib/server/manifests.ts';
import { store } from '$lib/server/snapshots.ts';
import type { RequestHandler } from './$types';

/** All published snapshots, newest first. */
export const GET: RequestHandler = ({ request }) =>
  answer(async () => json(request, { snapshots: (await store().list()).map(describe) }));

export const fallback: RequestHandler = otherMethods;
