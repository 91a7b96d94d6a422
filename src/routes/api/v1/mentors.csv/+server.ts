import { locale } from '$lib/i18n/locale.ts';
import { answer, otherMethods } from '$lib/server/api.ts';
import { csvAnswer, takeSeparator } from '$lib/server/csvanswer.ts';
import { askedSpots, mentorsCsv } from '$lib/server/whitespots.ts';
import { WHITE_PARAMETERS } from '$lib/url/white.ts';
import type { RequestHandler } from './$types';

/** The places of `merkliste` with their mentors, and `trennzeichen`. */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => {
    const params = new URLSearchParams(url.searchParams);
    const separator = takeSeparator(params);
    const question = await askedSpots(params, WHITE_PARAMETERS);
    const body = mentorsCsv(question, { separator, bom: true, locale: locale() });
    return csvAnswer(request, 'ansprache', question.loaded, body);
  });

export const fallback: RequestHandler = otherMethods;
