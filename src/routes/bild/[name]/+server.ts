import { otherMethods } from '$lib/server/api.ts';
import { pictureAnswer } from '$lib/server/pictures.ts';
import type { RequestHandler } from './$types';

/** A view as a picture: `karte.svg`, `karte.png`, `netz.svg`, `netz.png`; see `pictures/pictures.ts`. */
export const GET: RequestHandler = (event) => pictureAnswer(event, event.params.name);

export const fallback: RequestHandler = otherMethods;
