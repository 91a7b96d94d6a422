/** Security headers of a page; see bars in docs. Pure. */
export interface HeaderContext {
  /** Path of the request, e.g. `/en/embed/karte`. */
  pathname: string;
  /** Behind TLS (by ORIGIN or x-forwarded-proto). */
  https: boolean;
  /** The Content-Security-Policy kit has set, if any; frame-ancestors is appended to it. */
  csp?: string | null;
}
export function securityHeaders(_context: HeaderContext): Record<string, string> {
  throw new Error('not yet');
}
