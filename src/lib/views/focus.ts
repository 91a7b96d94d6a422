/**
 * Where the keyboard is after the page has changed under it.
 *
 * Contract: a panel that opens is read from its heading; closing it leads back to what opened it;
 * what vanishes under the focus hands it to the page's heading. Never moves the focus otherwise.
 */
export interface Shown {
  /** Id of the place in the panel; null = no panel. */
  place: string | null;
  /** Page of the table; 0 = no table. */
  page: number;
  /** Id of what is picked in a picture and listed below it; null = nothing. */
  picked?: string | null;
}

const byId = (id: string) => document.getElementById(id);

/** Brings an element to the reader only where it is out of sight. */
function reveal(element: HTMLElement | SVGElement): void {
  const { top, bottom } = element.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: 'start' });
}

export class FocusKeeper {
  #before: Shown | null = null;
  #opener: HTMLElement | SVGElement | null = null;
  #pickedBy: HTMLElement | SVGElement | null = null;
  #last: HTMLElement | SVGElement | null = null;

  /** For `focusin` on the whole view. */
  note(target: EventTarget | null): void {
    if (target instanceof HTMLElement || target instanceof SVGElement) this.#last = target;
  }

  /** Call after every change of the page, when the new one is in the document. */
  follow(shown: Shown): void {
    const before = this.#before;
    this.#before = shown;
    if (!before) return;
    if (shown.place !== before.place) {
      if (shown.place === null) this.#closed();
      else this.#opened(before.place === null);
    } else if ((shown.picked ?? null) !== (before.picked ?? null)) {
      if (shown.picked) this.#picked(!before.picked);
      else this.#unpicked();
    } else if (shown.page !== before.page && shown.page > 0 && before.page > 0) {
      const table = byId('tabelle');
      table?.focus({ preventScroll: true });
      if (table) reveal(table);
    } else if (this.#last && !this.#last.isConnected && document.activeElement === document.body) {
      toHeading();
    }
  }

  #opened(first: boolean): void {
    if (first) this.#opener = this.#last;
    const heading = byId('place-name');
    if (!heading) return;
    heading.closest('aside')?.scrollTo(0, 0);
    heading.focus({ preventScroll: true });
    reveal(heading);
  }

  #picked(first: boolean): void {
    if (first || this.#last?.closest('[data-marks]')) this.#pickedBy = this.#last;
    const heading = byId('wahl-titel');
    if (!heading) return;
    heading.focus({ preventScroll: true });
    reveal(heading);
  }

  #unpicked(): void {
    if (this.#pickedBy?.isConnected) {
      this.#pickedBy.focus({ preventScroll: true });
      reveal(this.#pickedBy);
    } else toHeading();
    this.#pickedBy = null;
  }

  #closed(): void {
    if (this.#opener?.isConnected) this.#opener.focus();
    else toHeading();
    this.#opener = null;
  }
}

/** To the heading, which says what is shown now. */
export function toHeading(): void {
  byId('titel')?.focus();
}

/** To the first hit of a search, else to the heading. */
export function toFound(): void {
  const hit = document.querySelector<HTMLElement>('.heading .found a');
  if (hit) hit.focus();
  else toHeading();
}
