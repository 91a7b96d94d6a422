import { select } from '$lib/domain/selection.ts';
import { locale } from '$lib/i18n/locale.ts';
import { csv, type CsvOptions } from '$lib/report/csv.ts';
import { answer, notFound, otherMethods } from '$lib/server/api.ts';
import { csvAnswer, takeSeparator } from '$lib/server/csvanswer.ts';
import { asked } from '$lib/server/pages.ts';
import { store } from '$lib/server/snapshots.ts';
import { formWords, kindWords, programmeWords, statusWords } from '$lib/views/labels.ts';
import type { RequestHandler } from './$types';

const WORDS: Record<string, Record<string, () => string>> = {
  form: formWords,
  status: statusWords,
  programme: programmeWords,
  kind: kindWords
};
const label: CsvOptions['label'] = (kind, code) => WORDS[kind]?.[code]?.() ?? code;

/**
 * All partnerships of a selection as CSV: the page's filters, `trennzeichen=komma|semikolon`.
 * Labels are German, under `/en/api/…` English; codes and column names are the same in both.
 */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => {
    const params = new URLSearchParams(url.searchParams);
    const separator = takeSeparator(params);
    const now = await store().current();
    const { filters, view } = asked(params, now.dataset);
    const loaded = view.snapshot === null ? now : await store().at(view.snapshot);
    if (!loaded) throw notFound();
    const { dataset, details } = loaded;
    const options = { separator, bom: true, locale: locale(), label, details };
    const body = csv(dataset, select(dataset, filters), options);
    return csvAnswer(request, 'partnerschaften', loaded, body);
  });

export const fallback: RequestHandler = otherMethods;
