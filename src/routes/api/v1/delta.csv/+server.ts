import { locale } from '$lib/i18n/locale.ts';
import { deltaCsv } from '$lib/report/deltacsv.ts';
import { answer, otherMethods } from '$lib/server/api.ts';
import { csvAnswer, takeSeparator } from '$lib/server/csvanswer.ts';
import { deltaAnswer, NOTE_DE, NOTE_EN } from '$lib/server/deltaapi.ts';
import type { RequestHandler } from './$types';

/** All lists of the comparison as CSV: as `/api/v1/delta`, and `trennzeichen=komma|semikolon`. */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => {
    const params = new URLSearchParams(url.searchParams);
    const separator = takeSeparator(params);
    const { before, after, delta } = await deltaAnswer(params);
    const body = deltaCsv(before, after, delta, {
      separator,
      locale: locale(),
      note: locale() === 'de' ? NOTE_DE : NOTE_EN
    });
    return csvAnswer(request, `vergleich-${before.manifest.version}-mit`, after, body);
  });

export const fallback: RequestHandler = otherMethods;
