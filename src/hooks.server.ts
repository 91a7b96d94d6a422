import { dev } from '$app/environment';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { paraglideMiddleware } from '$lib/i18n/paraglide/server.js';
import { m } from '$lib/i18n/paraglide/messages.js';
import { isEmbed, securityHeaders } from '$lib/server/headers.ts';
import { isImpersonal, Rendered } from '$lib/server/rendered.ts';
import { servedKey } from '$lib/server/snapshots.ts';
import { DEFAULT_LOOK, readLook } from '$lib/url/embed.ts';

const pages = new Rendered();

/** Language by the path alone, security headers on every answer, a page rendered once a snapshot. */
export const handle: Handle = async ({ event, resolve }) => {
  const { pathname, search, protocol } = event.url;
  const tls = (event.request.headers.get('x-forwarded-proto') ?? protocol).startsWith('https');
  // While developing, the code changes under the pages.
  const kept = !dev && !event.isDataRequest && isImpersonal(event.request);
  const snapshot = kept ? await servedKey() : null;
  if (snapshot === null) return render({ event, resolve });
  const key = [snapshot, tls, event.url.host, pathname, search].join(' ');
  return pages.get(key) ?? pages.keep(key, await render({ event, resolve }));
};

const render: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ request, locale }) => {
    event.request = request;
    // Pages follow the reader's system; an embed fits the page it stands in.
    const scheme = isEmbed(event.url.pathname)
      ? readLook(event.url.searchParams).look.scheme
      : DEFAULT_LOOK.scheme;
    const response = await resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%farben%', scheme)
    });
    const https =
      event.url.protocol === 'https:' || event.request.headers.get('x-forwarded-proto') === 'https';
    const headers = securityHeaders({
      pathname: event.url.pathname,
      https,
      csp: response.headers.get('content-security-policy')
    });
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    if (response.headers.get('content-type')?.startsWith('text/html')) {
      // Kept by caches, but asked again each time: an ETag makes that cheap.
      response.headers.set('cache-control', 'no-cache');
    }
    return response;
  });

/** What went wrong inside stays inside; the reader gets words. */
export const handleError: HandleServerError = ({ error, status, event }) => {
  if (status === 404) return { message: m.error_not_found() };
  console.error(`${event.request.method} ${event.url.pathname}:`, error);
  return { message: m.error_unknown() };
};
