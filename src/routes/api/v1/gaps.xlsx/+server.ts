import { locale } from '$lib/i18n/locale.ts';
import { answer, otherMethods } from '$lib/server/api.ts';
import { askedGaps } from '$lib/server/gaps.ts';
import { sheetAnswer, sheetsOf } from '$lib/server/gapsheet.ts';
import type { RequestHandler } from './$types';

/** The gap matrix as a workbook, by the same parameters as the JSON; `zelle` adds its names. */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => {
    const asked = await askedGaps(url.searchParams);
    return sheetAnswer(request, asked, sheetsOf(asked, url.origin, locale()));
  });

export const fallback: RequestHandler = otherMethods;
