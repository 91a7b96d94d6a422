/**
 * Which of several drawings of the same thing there is room for.
 *
 * Contract: the server gives all of them, and container queries show the one that fits. Once the room
 * is measured only that one is kept up to date; for paper all are there again. The limits asked for
 * are those of the queries, and so is the width: that of the container's content.
 */
import { Printing } from './printing.svelte.ts';

/** Drawings of a page follow one another in the same column: the next one need not begin with all. */
let last: DOMRectReadOnly | undefined;

export class Room {
  readonly #printing = new Printing();
  #rect = $state.raw(last);

  /** For `bind:contentRect` of the container. */
  get rect(): DOMRectReadOnly | undefined {
    return this.#rect;
  }
  set rect(rect: DOMRectReadOnly | undefined) {
    // Without a size it is hidden, which says nothing of the room.
    if (rect?.width) last = this.#rect = rect;
  }

  /** Whether a drawing is needed that is shown from one width on and below another, px. */
  for(from: number, below = Infinity): boolean {
    const width = this.#rect?.width;
    return width === undefined || this.#printing.now || (width >= from && width < below);
  }
}
