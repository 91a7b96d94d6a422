/**
 * What every page of the atlas needs from the server: the published data read against the address,
 * the addresses of the parts the browser fetches, and what the source line says.
 *
 * Contract: the page's view model is computed inside `untrack`, so that a later address is answered
 * in the browser without asking again.
 */
import { error, redirect, type ServerLoadEvent } from '@sveltejs/kit';
import { locale, type Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { termsOf } from '../report/terms.ts';
import { parse, vocabularyOf, type Parsed } from '../url/codec.ts';
import type { Data } from '../views/atlas.ts';
import { movedAddress } from './moved.ts';
import { current, details, register, search, SnapshotUnavailable } from './snapshots.ts';

type Event = Pick<ServerLoadEvent, 'url' | 'untrack' | 'setHeaders'>;

/**
 * @param build the page's view model; plain, survives JSON
 * @throws 503 while nothing has been published; 301 where the address names an id of before
 */
export async function atlasPage<T>(
  { url, untrack, setHeaders }: Event,
  build: (data: Data, parsed: Parsed, locale: Locale) => T
) {
  try {
    const [{ dataset, manifest, stale }, detail, places] = await Promise.all([
      current(),
      details(),
      register()
    ]);
    const moved = untrack(() => movedAddress(url, dataset));
    if (moved !== null) {
      // Kept no longer than a page: a merger can be taken back.
      setHeaders({ 'cache-control': 'no-cache' });
      redirect(301, moved);
    }
    const parsed = untrack(() => parse(url.searchParams, vocabularyOf(dataset)));
    const finds = parsed.filters.text === '' ? null : await search();
    const part = (name: 'core' | 'detail' | 'search' | 'layout') =>
      `/daten/${manifest.parts[name]?.hash}/${name}.json`;
    const language = locale();
    return {
      view: build({ dataset, details: detail, register: places, search: finds }, parsed, language),
      snapshot: {
        version: manifest.version,
        publishedAt: manifest.published_at,
        core: part('core'),
        detail: part('detail'),
        search: part('search'),
        layout: manifest.parts.layout ? part('layout') : null
      },
      stand: {
        version: manifest.version,
        publishedAt: manifest.published_at,
        stale,
        licence: termsOf(dataset.sources).licence,
        attributions: manifest.licences
          .filter((licence) => dataset.sources.some((s) => s.id === licence.source && s.layer >= 0))
          .map((licence) => (language === 'de' ? licence.attribution_de : licence.attribution_en))
      }
    };
  } catch (problem) {
    if (problem instanceof SnapshotUnavailable)
      error(503, { message: m.error_no_snapshot(), code: 'no-snapshot' });
    throw problem;
  }
}
