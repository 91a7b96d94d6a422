/**
 * One tab stop for all marks of a picture: arrows, Home and End walk from mark to mark; what is under
 * the pointer or the keyboard is told in words.
 *
 * Contract: without scripts every mark is a link of its own; `wake` makes it one stop. Marks carry
 * their id in `data-id` below the element that hears the keys.
 */
import { step, type Spot } from './gridnav.ts';

export interface Mark extends Spot {
  id: string;
}

export class Roving<M extends Mark> {
  #awake = $state(false);
  #stop = $state('');
  #told = $state('');
  readonly #marks: () => readonly M[];
  readonly #picked: () => string | null;

  constructor(marks: () => readonly M[], picked: () => string | null) {
    this.#marks = marks;
    this.#picked = picked;
  }

  /** The mark under the pointer or the keyboard. */
  readonly told = $derived.by(() => this.#marks().find(({ id }) => id === this.#told) ?? null);

  readonly #stopId = $derived.by(() => {
    const marks = this.#marks();
    const has = (id: string | null) => marks.some((mark) => mark.id === id);
    if (has(this.#stop)) return this.#stop;
    return has(this.#picked()) ? this.#picked() : (marks[0]?.id ?? null);
  });

  /** Call when mounted. */
  wake(): void {
    this.#awake = true;
  }

  tabindex(id: string): 0 | -1 | undefined {
    return this.#awake ? (id === this.#stopId ? 0 : -1) : undefined;
  }

  focus(id: string): void {
    this.#stop = id;
    this.#told = id;
  }

  /** @param id '' = the pointer or the keyboard has left */
  point(id: string): void {
    this.#told = id;
  }

  keydown(event: KeyboardEvent & { currentTarget: Element }): void {
    if (event.altKey || event.metaKey) return;
    const marks = this.#marks();
    const from = marks.findIndex(({ id }) => id === this.#stopId);
    const to = marks[step(marks, from, event.key, event.ctrlKey)];
    if (!to) return;
    event.preventDefault();
    event.currentTarget.querySelector<SVGElement>(`[data-id="${CSS.escape(to.id)}"]`)?.focus();
  }
}
