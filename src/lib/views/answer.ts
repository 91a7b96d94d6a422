/**
 * What a page of the atlas shows for the address in the bar.
 *
 * Contract: the server's view model first; once the data is in the browser, the same function
 * answers there. Read inside `$derived`, so that both follow the address and what has arrived.
 */
import { locale, type Locale } from '../i18n/locale.ts';
import type { Selection } from '../domain/selection.ts';
import type { AtlasData } from '../state/atlas.svelte.ts';
import { serialise, type Parsed } from '../url/codec.ts';
import type { Atlas, Data } from './atlas.ts';

/** A page's view model, as the server and the browser build it. */
export type Build<T> = (data: Data, parsed: Parsed, locale: Locale, selection: Selection) => T;

/** @param first the server's answer for the address the page was opened with */
export function answer<T>(data: AtlasData, build: Build<T>, first: T): T {
  const { dataset, parsed, selection, details, register, search } = data;
  if (!dataset || !parsed || !selection) return first;
  return build({ dataset, details, register, search }, parsed, locale(), selection);
}

/**
 * The same for a page that needs register and details for its very first answer: the server's stays
 * until they are here, or until something else is asked for.
 */
export function answerOfAll<T extends { atlas: Atlas }>(
  data: AtlasData,
  build: Build<T>,
  first: T
): T {
  const { parsed, register, details, detailsFailed } = data;
  const missing = !register || (!details && !detailsFailed);
  const same =
    parsed !== null &&
    serialise(parsed.filters, parsed.view) === serialise(first.atlas.filters, first.atlas.view);
  return missing && same ? first : answer(data, build, first);
}

/** How much of the data is here. */
export type Arrived = Pick<AtlasData, 'details' | 'detailsFailed' | 'register' | 'search'>;

/** While more of the data is on its way, the server's answer for the same question stays. */
export function settled(built: Atlas, first: Atlas, data: Arrived): Atlas {
  const waiting = built.place ? !data.details && !data.detailsFailed : !data.register;
  const same =
    waiting &&
    first.view.place === built.view.place &&
    serialise(first.filters) === serialise(built.filters);
  const found = data.search ? built.found : first.found;
  return same ? { ...built, place: first.place, found } : built;
}
