import { areasOf } from '$lib/domain/areas.ts';
import { locale } from '$lib/i18n/locale.ts';
import { areasCsv } from '$lib/report/areascsv.ts';
import { answer, notFound, otherMethods } from '$lib/server/api.ts';
import { csvAnswer, takeSeparator } from '$lib/server/csvanswer.ts';
import { asked } from '$lib/server/pages.ts';
import { store } from '$lib/server/snapshots.ts';
import { stateWords } from '$lib/views/areawords.ts';
import type { RequestHandler } from './$types';

/**
 * Länder or Kreise of a selection as CSV: the page's filters, `flaechen=laender|kreise` (Länder by
 * default), `trennzeichen=komma|semikolon`. 404 where the snapshot has no numbers per Kreis.
 */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => {
    const params = new URLSearchParams(url.searchParams);
    const separator = takeSeparator(params);
    const now = await store().current();
    const { filters, view } = asked(params, now.dataset);
    const loaded = view.snapshot === null ? now : await store().at(view.snapshot);
    const level = view.areas ?? 'laender';
    const areas = loaded && areasOf(loaded.dataset, filters, level);
    if (!areas) throw notFound();
    const body = areasCsv(loaded.dataset, areas, {
      separator,
      bom: true,
      locale: locale(),
      stateLabel: (state) => stateWords[state]()
    });
    return csvAnswer(request, level, loaded, body);
  });

export const fallback: RequestHandler = otherMethods;
