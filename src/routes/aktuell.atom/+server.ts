import { locale } from '$lib/i18n/locale.ts';
import { answer, otherMethods, text } from '$lib/server/api.ts';
import { feed } from '$lib/server/feed.ts';
import { operator } from '$lib/server/operator.ts';
import { store } from '$lib/server/snapshots.ts';
import type { RequestHandler } from './$types';

/** Published and withdrawn snapshots, and what was corrected in them. */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => {
    const body = await feed({ origin: url.origin, locale: locale() }, operator(), store());
    return text(request, body, 'application/atom+xml; charset=utf-8');
  });

export const fallback: RequestHandler = otherMethods;
