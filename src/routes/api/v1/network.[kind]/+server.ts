import { locale, localise } from '$lib/i18n/locale.ts';
import { answer, isKnown, noSnapshot, notFound, otherMethods, SHORT } from '$lib/server/api.ts';
import { NETWORK_FILES, networkFile } from '$lib/server/netfile.ts';
import { asked } from '$lib/server/pages.ts';
import { store } from '$lib/server/snapshots.ts';
import { serialise } from '$lib/url/codec.ts';
import { DEFAULT_VIEW } from '$lib/url/state.ts';
import { createHash } from 'node:crypto';
import type { RequestHandler } from './$types';

/** The network of a selection, by the page's filters: `gexf`, `graphml`, `nodes.csv`, `edges.csv`. */
export const GET: RequestHandler = ({ request, url, params }) =>
  answer(async () => {
    const kind = Object.hasOwn(NETWORK_FILES, params.kind) && NETWORK_FILES[params.kind];
    if (!kind) throw notFound();
    const now = await store().current();
    const parsed = asked(url.searchParams, now.dataset);
    const { snapshot } = parsed.view;
    const loaded = snapshot === null ? now : await store().at(snapshot);
    if (!loaded) throw noSnapshot();
    const query = serialise(parsed.filters, { ...DEFAULT_VIEW, snapshot });
    const page = localise(`/netz${query === '' ? '' : `?${query}`}`, locale());
    const body = networkFile(loaded, parsed, kind, url.origin + page, locale());
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const { version, published_at } = loaded.manifest;
    const name = `netz-stand-${version}-${published_at.slice(0, 10)}.${params.kind}`;
    const headers = {
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': SHORT,
      etag,
      link: '<https://creativecommons.org/licenses/by-sa/4.0/>; rel="license", </quellen>; rel="describedby"'
    };
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
    return new Response(body, {
      headers: {
        ...headers,
        'content-type': kind.type,
        'content-disposition': `attachment; filename="${name}"`
      }
    });
  });

export const fallback: RequestHandler = otherMethods;
