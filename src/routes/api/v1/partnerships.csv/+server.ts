import { locale } from '$lib/i18n/locale.ts';
import { csv } from '$lib/report/csv.ts';
import { otherMethods } from '$lib/server/api.ts';
import { label, selectedFile, take } from '$lib/server/selected.ts';
import type { RequestHandler } from './$types';

/**
 * All partnerships of a selection as CSV: the page's filters, `trenn=komma|semikolon` (also
 * `trennzeichen`; with semicolons a decimal comma, for German spreadsheets), `bom=1|0`.
 * Labels are German, under `/en/api/…` English; codes and column names are the same in both.
 */
export const GET: RequestHandler = (event) =>
  selectedFile(
    event,
    (params, issues) => ({
      separator: take(
        params,
        { names: ['trenn', 'trennzeichen'], values: ['komma', 'semikolon'] },
        issues
      ),
      bom: take(params, { names: ['bom'], values: ['1', '0'] }, issues)
    }),
    ({ dataset, details }, selection, { separator, bom }) => ({
      body: csv(dataset, selection, {
        separator: separator === 'semikolon' ? ';' : ',',
        bom: bom === '1',
        locale: locale(),
        label,
        details
      }),
      type: 'text/csv; charset=utf-8; header=present',
      ending: 'csv'
    })
  );

export const fallback: RequestHandler = otherMethods;
