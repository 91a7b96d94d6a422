/** Turns what the filter form says into steps of the address. */
import { isHere, navigate } from '../state/navigate.ts';
import { parse, serialise, type Vocabulary } from '../url/codec.ts';
import { linkTo, type Here } from './links.ts';

export type Cause = 'start' | 'change' | 'typing';

export class FilterSteps {
  /** Where typing led last: the next letters replace that step, so that Back leaves the search. */
  #typedTo = '';
  #going = Promise.resolve();

  /** Goes where the form leads, unless it only says what is shown already. */
  take(form: FormData, cause: Cause, vocabulary: Vocabulary, here: Here): void {
    const fields = [...form].map(([name, value]) => [name, String(value)]);
    const next = parse(new URLSearchParams(fields), vocabulary);
    if (cause === 'start' && serialise(next.filters) === serialise(here.filters)) return;
    const href = linkTo({ ...here, ...next }, {}, { page: 1 });
    const replace = cause === 'typing' && this.#typedTo !== '' && isHere(this.#typedTo);
    if (cause === 'typing') this.#typedTo = href;
    this.#going = navigate(href, { replace });
  }

  /** When the last step is taken. */
  arrived(): Promise<void> {
    return this.#going;
  }
}
