/**
 * The filter sheet of the phone as a step of the history.
 *
 * Contract: Back closes the open sheet and changes nothing else; every filter set in it is a step of
 * its own below, so that further Backs undo them one by one. Leaving by a link closes it.
 */
import { pushState } from '$app/navigation';
import { page } from '$app/state';
import { untrack } from 'svelte';
import { navigate } from './navigate.ts';

export class Sheet {
  open = $state(false);
  /** While one step is replaced by two, the moment between them closes nothing. */
  #busy = false;

  /** Call while a component is being set up. */
  constructor() {
    $effect(() => {
      const there = page.state.sheet === true;
      untrack(() => {
        if (!this.#busy) this.open = there;
      });
    });
  }

  show(): void {
    if (this.open) return;
    this.open = true;
    pushState('', { sheet: true });
  }

  hide(): void {
    if (!this.open) return;
    this.open = false;
    if (page.state.sheet) history.back();
  }

  /**
   * As `navigate`, from inside or outside of the sheet.
   * @param stay the sheet remains open; otherwise it is left
   */
  async go(href: string, stay: boolean): Promise<void> {
    if (!page.state.sheet) return navigate(href);
    this.#busy = stay;
    try {
      await navigate(href, { replace: true });
      if (stay && this.open) pushState('', { sheet: true });
    } finally {
      this.#busy = false;
    }
  }
}
