/** The only way to another address of the atlas from a script. */
import { goto } from '$app/navigation';

/** Where the last call leads, while it is under way. */
let going: { address: string; done: Promise<void> } | null = null;

/**
 * Goes to an address of the atlas; focus and scroll position stay.
 * An address that is shown already is no step: Back must not stop at it.
 * @param href localised path with query
 * @param reload true while the data is not in the browser: then the server answers
 * @param replace true for steps that the back button should not stop at (typing)
 * @returns when the address is reached
 */
export function navigate(href: string, { reload = false, replace = false } = {}): Promise<void> {
  if (reload) {
    location.assign(href);
    return Promise.resolve();
  }
  const address = new URL(href, location.href).href;
  if (address === going?.address) return going.done;
  if (address === location.href && !going) return Promise.resolve();
  const done = goto(href, { keepFocus: true, noScroll: true, replaceState: replace }).finally(
    () => {
      if (going?.address === address) going = null;
    }
  );
  going = { address, done };
  return done;
}

/** Whether the address in the bar is this one. */
export function isHere(href: string): boolean {
  return new URL(href, location.href).href === location.href;
}
