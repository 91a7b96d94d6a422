import { answer, otherMethods, text, json } from '$lib/server/api.ts';
import { formatOf, oembed, oembedXml } from '$lib/server/oembed.ts';
import { operator } from '$lib/server/operator.ts';
import type { RequestHandler } from './$types';

/** How another site embeds a page of ours when it only knows its address. */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => {
    const format = formatOf(url.searchParams);
    const found = await oembed(url.searchParams, url.origin, operator().name);
    if (format === 'json') return json(request, found);
    return text(request, oembedXml(found), 'text/xml; charset=utf-8');
  });

export const fallback: RequestHandler = otherMethods;
