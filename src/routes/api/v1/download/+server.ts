import { locale } from '$lib/i18n/locale.ts';
import { answer, isKnown, noSnapshot, otherMethods, SHORT } from '$lib/server/api.ts';
import { fileOf, wanted } from '$lib/server/download.ts';
import { store } from '$lib/server/snapshots.ts';
import type { RequestHandler } from './$types';

/**
 * A whole snapshot as a file: `lizenz=alle|ohne-wikipedia`, `format=json|csv`, `stand=<n>`.
 * Words are German, under `/en/api/…` English; codes and column names are the same in both.
 */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => {
    const asked = wanted(url.searchParams);
    const now = await store().current();
    const loaded = asked.snapshot === null ? now : await store().at(asked.snapshot);
    if (!loaded) throw noSnapshot();
    const file = fileOf(loaded, asked, locale());
    const { encoding, bytes } = await file.encoded.best(request.headers.get('accept-encoding'));
    const etag = `"${file.hash}-${encoding}"`;
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'etag, content-disposition, link',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': SHORT,
      vary: 'accept-encoding',
      link: `<${file.licenceUrl}>; rel="license", </quellen>; rel="describedby"`,
      etag
    };
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(bytes), {
      headers: {
        ...headers,
        'content-type': file.type,
        'content-length': String(bytes.length),
        'content-disposition': `attachment; filename="${file.name}"`,
        ...(encoding === 'identity' ? {} : { 'content-encoding': encoding })
      }
    });
  });

export const fallback: RequestHandler = otherMethods;
