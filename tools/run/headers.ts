/**
 * Headers the web server sets before the app sees a request. Pure.
 *
 * Contract: `baseHeaders` hold for every answer (a page's own headers, set in the hooks, win);
 * `staticHeaders` for files and published data, which bypass the hooks.
 */
const YEAR = 31_536_000;
const EMBED_SCRIPT = '/embed.js';

export function baseHeaders(https: boolean): Record<string, string> {
  const headers: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
  };
  if (https) headers['strict-transport-security'] = `max-age=${YEAR}; includeSubDomains`;
  return headers;
}

/**
 * @param path decoded path
 * @param isFile whether it is a file of the build
 */
export function staticHeaders(path: string, isFile: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  // An embed in a sandbox has an opaque origin: it may load nothing that is not open to all.
  if (isFile) headers['cross-origin-resource-policy'] = 'cross-origin';
  // Embeds may be framed, and nothing else.
  if (isFile) headers['x-frame-options'] = 'DENY';
  if (isOpen(path)) headers['access-control-allow-origin'] = '*';
  // Its address is in other people's pages for ever: never older than an hour.
  if (path === EMBED_SCRIPT) headers['cache-control'] = 'public, max-age=3600';
  if (isFile && path.endsWith('.pmtiles')) {
    headers['content-type'] = 'application/vnd.pmtiles';
    // Readers ask for ranges of bytes; recompressed on the way they would not fit.
    headers['cache-control'] = 'public, max-age=86400, no-transform';
    headers['access-control-expose-headers'] = 'content-length, content-range, etag';
  }
  return headers;
}

function isOpen(path: string): boolean {
  return (
    path.startsWith('/_app/immutable/') ||
    path.startsWith('/daten/') ||
    path.startsWith('/fonts/') ||
    path === EMBED_SCRIPT ||
    path.endsWith('.pmtiles') ||
    path.endsWith('.woff2')
  );
}
