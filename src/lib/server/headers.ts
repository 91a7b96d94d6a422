/**
 * Security headers of a page. Pure.
 *
 * Contract: the policy for scripts and styles comes from kit (hashes); who may frame the page is
 * appended here, because a policy in the HTML could not say it. Embeds may be framed by anyone.
 */
export interface HeaderContext {
  /** Path of the request, e.g. `/en/embed/karte`. */
  pathname: string;
  /** Behind TLS (by ORIGIN or x-forwarded-proto). */
  https: boolean;
  /** The Content-Security-Policy kit has set, if any; frame-ancestors is appended to it. */
  csp?: string | null;
}

const EMBED = /^\/(en\/)?embed(\/|$)/;
const TWO_YEARS = 63_072_000;

export const isEmbed = (pathname: string): boolean => EMBED.test(pathname);

export function securityHeaders({ pathname, https, csp }: HeaderContext): Record<string, string> {
  const headers: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
  };
  if (isEmbed(pathname)) {
    if (csp) headers['content-security-policy'] = csp;
  } else {
    const policy = (csp ?? '').replace(/;?\s*$/, '');
    headers['content-security-policy'] = `${policy ? `${policy}; ` : ''}frame-ancestors 'none'`;
    headers['x-frame-options'] = 'DENY';
    headers['cross-origin-opener-policy'] = 'same-origin';
  }
  if (https) headers['strict-transport-security'] = `max-age=${TWO_YEARS}; includeSubDomains`;
  return headers;
}
