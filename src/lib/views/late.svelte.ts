/**
 * A part of the page that follows the rest of it a frame later, so that what the reader touched
 * answers first and no change of the page is one long task.
 *
 * Contract: `shown` is one whole answer, never a mixture: at first the same as the rest of the page
 * (on the server always), after a change the one before until its turn has come; then the newest.
 * `behind` says which of the two; the page tells it by `data-settled`.
 */
import { flushSync, untrack } from 'svelte';
import { afterFrame } from '../ui/frames.ts';

export class Late<T> {
  #shown: T;
  readonly #now: () => T;

  /**
   * Called while a component is being set up.
   * @param now what the rest of the page shows
   * @param frames so many later
   */
  constructor(now: () => T, frames = 1) {
    this.#now = now;
    this.#shown = $state.raw(untrack(now));
    $effect(() => {
      now();
      return inFrames(frames, () => (this.#shown = now()));
    });
  }

  get shown(): T {
    return this.#shown;
  }

  get behind(): boolean {
    return this.#shown !== this.#now();
  }

  /** At once, before something is read from the document. */
  catchUp(): void {
    if (untrack(() => this.behind)) flushSync(() => (this.#shown = this.#now()));
  }
}

function inFrames(frames: number, work: () => void): () => void {
  let cancel = afterFrame(() => {
    if (frames > 1) cancel = inFrames(frames - 1, work);
    else work();
  });
  return () => cancel();
}
