import { select } from '$lib/domain/selection.ts';
import { locale } from '$lib/i18n/locale.ts';
import { csv, type CsvOptions } from '$lib/report/csv.ts';
import { answer, ApiError, isKnown, notFound, otherMethods, SHORT } from '$lib/server/api.ts';
import { asked } from '$lib/server/pages.ts';
import { store } from '$lib/server/snapshots.ts';
import { formWords, kindWords, programmeWords, statusWords } from '$lib/views/labels.ts';
import { createHash } from 'node:crypto';
import type { RequestHandler } from './$types';

const SEPARATORS = { komma: ',', semikolon: ';' } as const;
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
    const separator = separatorOf(params);
    params.delete('trennzeichen');
    const now = await store().current();
    const { filters, view } = asked(params, now.dataset);
    const loaded = view.snapshot === null ? now : await store().at(view.snapshot);
    if (!loaded) throw notFound();
    const { dataset, details, manifest } = loaded;
    const selection = select(dataset, filters);
    const body = csv(dataset, selection, {
      separator,
      bom: true,
      locale: locale(),
      label,
      details
    });
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const name = `partnerschaften-stand-${manifest.version}-${manifest.published_at.slice(0, 10)}.csv`;
    const headers = {
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': SHORT,
      etag,
      link: '<https://creativecommons.org/licenses/by-sa/4.0/>; rel="license", </quellen>; rel="describedby"'
    };
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
    return new Response(body, {
      headers: {
        ...headers,
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="${name}"`
      }
    });
  });

function separatorOf(params: URLSearchParams): ',' | ';' {
  const value = params.get('trennzeichen') || 'komma';
  if (value === 'komma' || value === 'semikolon') return SEPARATORS[value];
  throw new ApiError(
    400,
    'bad_parameters',
    'Das Trennzeichen ist „komma“ oder „semikolon“.',
    'The separator is “komma” (comma) or “semikolon”.',
    [{ parameter: 'trennzeichen', value: value.slice(0, 100), reason: 'unknown_value' }]
  );
}

export const fallback: RequestHandler = otherMethods;
