/** Turns what the filter form says into steps of the address, on every page that has the form. */
import { tick } from 'svelte';
import type { AtlasData } from '../state/atlas.svelte.ts';
import type { Sheet } from '../state/sheet.svelte.ts';
import { afterFrame } from '../ui/frames.ts';
import { parse, serialise } from '../url/codec.ts';
import { toFound } from './focus.ts';
import { foundFor, type Found } from './found.ts';
import { linkTo, type Here } from './links.ts';

/** `start`: what was set while the page was waking up; `search`: the text was sent. */
export type Cause = 'start' | 'change' | 'search';

/** What the page does with the form; absent until it is alive. */
export interface FormHooks {
  onchange: (form: FormData, cause: Cause) => void;
  /** Brings the form to what is asked for now, before it is read. */
  onread: () => void;
  /** What a text may mean; null while that is being loaded. */
  suggest: (text: string) => Found[] | null;
  onwake: () => void;
  onpick: (href: string) => void;
}

/**
 * @param here where the reader is now
 * @param catchUp makes the form show the same
 */
export function formHooks(
  data: AtlasData,
  sheet: Sheet,
  here: () => Here,
  catchUp: () => void
): FormHooks {
  async function take(form: FormData, cause: Cause): Promise<void> {
    if (!data.vocabulary) return;
    const fields = [...form].map(([name, value]) => [name, String(value)]);
    const next = parse(new URLSearchParams(fields), data.vocabulary);
    if (cause === 'start' && serialise(next.filters) === serialise(here().filters)) return;
    await sheet.go(linkTo({ ...here(), ...next }, {}, { page: 1 }), cause !== 'search');
    if (cause !== 'search') return;
    if (here().filters.text !== '') await data.loadRegister();
    sheet.hide();
    await tick();
    toFound();
  }
  return {
    // The box that was ticked shows it first; the answer follows.
    onchange: (form, cause) =>
      void (cause === 'change' ? afterFrame(() => void take(form, cause)) : take(form, cause)),
    onread: catchUp,
    onwake: () => void data.loadRegister(),
    // A place has its own panel and needs the screen; a filter leaves the reader where they are.
    onpick(href) {
      const place = new URL(href, location.href).searchParams.get('ort');
      afterFrame(() => void sheet.go(href, place === here().view.place));
    },
    suggest: (text) =>
      data.dataset && data.register && data.search
        ? foundFor(data.dataset, { register: data.register, search: data.search }, text, here())
        : null
  };
}
