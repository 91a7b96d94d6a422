/**
 * What every page of the atlas needs from the server: the published data read against the address,
 * the addresses of the parts the browser fetches, and what the source line says.
 *
 * Contract: the page's view model is computed inside `untrack`, so that a later address is answered
 * in the browser without asking again.
 */
import { redirect, type ServerLoadEvent } from '@sveltejs/kit';
import { locale, type Locale } from '../i18n/locale.ts';
import { parse, vocabularyOf, type Parsed } from '../url/codec.ts';
import type { Data } from '../views/atlas.ts';
import { previewAddress, viewOfPage } from '../views/embedded.ts';
import { asOf } from './asof.ts';
import { movedAddress } from './moved.ts';
import { searchIn } from './snapshots.ts';
import { standOf } from './stand.ts';

type Event = Pick<ServerLoadEvent, 'url' | 'untrack' | 'setHeaders'>;

/**
 * @param build the page's view model; plain, survives JSON
 * @throws what `asOf` throws; 301 where the address names an id of before
 */
export async function atlasPage<T>(
  { url, untrack, setHeaders }: Event,
  build: (data: Data, parsed: Parsed, locale: Locale) => T
) {
  // As the rest of the address: another `stand` is another document.
  const at = await untrack(() => asOf(url.searchParams));
  const { dataset, details, register, manifest } = at;
  const moved = untrack(() => movedAddress(url, dataset));
  if (moved !== null) {
    // Kept no longer than a page: a merger can be taken back.
    setHeaders({ 'cache-control': 'no-cache' });
    redirect(301, moved);
  }
  const parsed = untrack(() => parse(url.searchParams, vocabularyOf(dataset)));
  const finds = parsed.filters.text === '' ? null : searchIn({ dataset, register });
  const part = (name: 'core' | 'detail' | 'search' | 'layout') =>
    `/daten/${manifest.parts[name]?.hash}/${name}.json`;
  const language = locale();
  const view = build({ dataset, details, register, search: finds }, parsed, language);
  return {
    view,
    snapshot: {
      version: manifest.version,
      publishedAt: manifest.published_at,
      core: part('core'),
      detail: part('detail'),
      search: part('search'),
      layout: manifest.parts.layout ? part('layout') : null
    },
    stand: standOf(at, language),
    share: {
      title: titleIn(view),
      url: untrack(() => url.href),
      // Pages without a picture of their own show the map of what they are about.
      image:
        url.origin +
        previewAddress(
          untrack(() => viewOfPage(url.pathname, url.searchParams)) ?? 'karte',
          parsed,
          language
        )
    }
  };
}

/** The heading of a page's view model. */
const titleIn = (view: unknown): string | undefined =>
  typeof view === 'object' && view !== null && 'title' in view && typeof view.title === 'string'
    ? view.title
    : undefined;
