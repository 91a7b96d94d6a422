import { otherMethods } from '$lib/server/api.ts';
import { kitAnswer } from '$lib/server/presskitzip.ts';
import type { RequestHandler } from './$types';

/** The press kit of a view as one file: the parameters of its page. */
export const GET: RequestHandler = (event) => kitAnswer(event, event.params.view);

export const fallback: RequestHandler = otherMethods;
