import { error, redirect } from '@sveltejs/kit';
import { vocabularyOf, parse } from '$lib/url/codec.ts';
import { locale } from '$lib/i18n/locale.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { current, details, register, SnapshotUnavailable } from '$lib/server/snapshots.ts';
import { termsOf } from '$lib/report/terms.ts';
import { movedAddress } from '$lib/server/moved.ts';
import { buildAtlas } from '$lib/views/atlas.ts';
import type { PageServerLoad } from './$types';

/** The server's view model of the address; later addresses are answered in the browser. */
export const load: PageServerLoad = async ({ url, untrack, setHeaders }) => {
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
    const part = (name: 'core' | 'detail' | 'search') =>
      `/daten/${manifest.parts[name]?.hash}/${name}.json`;
    const language = locale();
    return {
      atlas: buildAtlas({ dataset, details: detail, register: places }, parsed, language),
      snapshot: {
        version: manifest.version,
        publishedAt: manifest.published_at,
        core: part('core'),
        detail: part('detail'),
        search: part('search')
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
};
