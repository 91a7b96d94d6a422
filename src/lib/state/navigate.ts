/** The only way to another address of the atlas from a script. */
import { goto } from '$app/navigation';

/**
 * Goes to an address of the atlas; focus and scroll position stay.
 * @param href localised path with query
 * @param reload true while the data is not in the browser: then the server answers
 * @param replace true for steps that the back button should not stop at (typing)
 */
export function navigate(href: string, { reload = false, replace = false } = {}): void {
  if (reload) location.assign(href);
  else void goto(href, { keepFocus: true, noScroll: true, replaceState: replace });
}
