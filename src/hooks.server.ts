import type { Handle, HandleServerError } from '@sveltejs/kit';
import { paraglideMiddleware } from '$lib/i18n/paraglide/server.js';
import { m } from '$lib/i18n/paraglide/messages.js';
import { securityHeaders } from '$lib/server/headers.ts';

/** Language by the path alone, security headers on every answer. */
export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ request, locale }) => {
    event.request = request;
    const response = await resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale)
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
