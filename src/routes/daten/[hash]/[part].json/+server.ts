import { answer, IMMUTABLE, isKnown, notFound, otherMethods } from '$lib/server/api.ts';
import { store } from '$lib/server/snapshots.ts';
import { PART_NAMES } from '$lib/snapshot/manifest.ts';
import type { RequestHandler } from './$types';

/** A part of a published snapshot: named by its content, therefore kept forever by every cache. */
export const GET: RequestHandler = ({ params, request }) =>
  answer(async () => {
    const name = PART_NAMES.find((known) => known === params.part);
    if (!name || !/^[0-9a-f]{64}$/.test(params.hash)) throw notFound();
    const part = await store().part(name, params.hash);
    if (!part) throw notFound();
    const { encoding, bytes } = await part.best(request.headers.get('accept-encoding'));
    const etag = `"${params.hash.slice(0, 32)}-${encoding}"`;
    const headers = {
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': IMMUTABLE,
      vary: 'accept-encoding',
      etag
    };
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(bytes), {
      headers: {
        ...headers,
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(bytes.length),
        ...(encoding === 'identity' ? {} : { 'content-encoding': encoding })
      }
    });
  });

export const fallback: RequestHandler = otherMethods;
