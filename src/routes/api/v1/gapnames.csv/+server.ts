import { locale } from '$lib/i18n/locale.ts';
import { gapNamesCsv } from '$lib/report/gapnamescsv.ts';
import { answer, otherMethods } from '$lib/server/api.ts';
import { csvAnswer, takeSeparator } from '$lib/server/csvanswer.ts';
import { askedGaps, namesOf } from '$lib/server/gaps.ts';
import { stateWords } from '$lib/views/areawords.ts';
import type { RequestHandler } from './$types';

/** All names behind one cell of the gap matrix (`zelle`; without it, of the total), by state. */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => {
    const params = new URLSearchParams(url.searchParams);
    const separator = takeSeparator(params);
    const asked = await askedGaps(params);
    const cell = asked.parsed.view.gaps.cell ?? { row: 'alle', column: 'alle' };
    const body = gapNamesCsv(asked.loaded.dataset, namesOf(asked, cell), {
      separator,
      bom: true,
      locale: locale(),
      state: (state) => stateWords[state]({}, { locale: locale() })
    });
    return csvAnswer(request, `luecken-namen-${cell.row}-${cell.column}`, asked.loaded, body);
  });

export const fallback: RequestHandler = otherMethods;
