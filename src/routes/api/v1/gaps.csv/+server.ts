import { locale } from '$lib/i18n/locale.ts';
import { gapsCsv } from '$lib/report/gapscsv.ts';
import { answer, otherMethods } from '$lib/server/api.ts';
import { csvAnswer, takeSeparator } from '$lib/server/csvanswer.ts';
import { askedGaps } from '$lib/server/gaps.ts';
import { gapValueWords } from '$lib/views/gapwords.ts';
import type { RequestHandler } from './$types';

/** The gap matrix as CSV, by the same parameters as the JSON, and `trennzeichen=komma|semikolon`. */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => {
    const params = new URLSearchParams(url.searchParams);
    const separator = takeSeparator(params);
    const { loaded, matrix } = await askedGaps(params);
    const { dataset, details } = loaded;
    const words = { dataset, extras: details.extras ?? null };
    const body = gapsCsv(dataset, matrix, {
      separator,
      bom: true,
      locale: locale(),
      label: (axis, id) => gapValueWords(words, axis, id, locale())
    });
    return csvAnswer(request, `luecken-${matrix.row.id}-${matrix.column.id}`, loaded, body);
  });

export const fallback: RequestHandler = otherMethods;
