/** The language of this request (server) or page (browser); German has no prefix, English `/en`. */
import { getLocale, localizeHref } from './paraglide/runtime.js';

export type Locale = 'de' | 'en';
export const LOCALES: readonly Locale[] = ['de', 'en'];

/** The current language. */
export function locale(): Locale {
  return getLocale();
}

/**
 * A path of the house in a language.
 * @param path German path with query, e.g. `/?land=14`
 * @param to language; the current one by default
 */
export function localise(path: string, to: Locale = getLocale()): string {
  return prefixOf(to) + path;
}

const prefixes = new Map<Locale, string>();

/** What stands before the paths of a language; asked for once, since a page has thousands of links. */
function prefixOf(to: Locale): string {
  let prefix = prefixes.get(to);
  if (prefix === undefined) {
    prefix = localizeHref('/', { locale: to }).replace(/\/$/, '');
    prefixes.set(to, prefix);
  }
  return prefix;
}
