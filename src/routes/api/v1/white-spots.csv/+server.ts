import { locale } from '$lib/i18n/locale.ts';
import { answer, otherMethods } from '$lib/server/api.ts';
import { csvAnswer, takeSeparator } from '$lib/server/csvanswer.ts';
import { askedSpots, whiteSpotsCsv } from '$lib/server/whitespots.ts';
import type { RequestHandler } from './$types';

/** All of them in one file, by the same parameters as the JSON, and `trennzeichen`. */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => {
    const params = new URLSearchParams(url.searchParams);
    const separator = takeSeparator(params);
    const question = await askedSpots(params, ['umkreis', 'grund']);
    const body = whiteSpotsCsv(question, { separator, bom: true, locale: locale() });
    return csvAnswer(request, 'weisse-flecken', question.loaded, body);
  });

export const fallback: RequestHandler = otherMethods;
