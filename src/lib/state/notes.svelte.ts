/**
 * Notes on the places of the outreach list, and whether they are saved.
 *
 * Contract: in memory only, as long as the document lives: pages of the atlas share them, nothing is
 * stored and nothing is sent. Written by the browser alone; on the server they are always empty.
 */
import { SvelteMap } from 'svelte/reactivity';

class Notes {
  readonly #texts = new SvelteMap<string, string>();
  /** Something was written since the last saving or opening. */
  unsaved = $state(false);

  of(id: string): string {
    return this.#texts.get(id) ?? '';
  }

  write(id: string, text: string): void {
    this.#texts.set(id, text);
    this.unsaved = true;
  }

  /** Takes over what a file says, in place of everything. */
  open(notes: readonly { id: string; note: string }[]): void {
    this.#texts.clear();
    for (const { id, note } of notes) this.#texts.set(id, note);
    this.unsaved = false;
  }

  saved(): void {
    this.unsaved = false;
  }
}

export const notes = new Notes();
