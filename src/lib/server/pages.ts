/** The API's list of partnerships: what was asked, and one page of the answer. */
import { select } from '../domain/selection.ts';
import { termsOf } from '../report/terms.ts';
import { DEFAULT_VIEW, parse, serialise, vocabularyOf } from '../url/codec.ts';
import { GAP_PARAMETERS } from '../url/gaps.ts';
import { NET_PARAMETERS } from '../url/net.ts';
import type { Issue, Parsed } from '../url/state.ts';
import { WHITE_PARAMETERS } from '../url/white.ts';
import type { Dataset } from '../domain/dataset.ts';
import { ApiError } from './api.ts';
import { describe } from './manifests.ts';
import { partnershipJson } from './partnerships.ts';
import type { Loaded } from './store.ts';

export const PER_PAGE = 100;
/** Parameters that ask for a view and not for partnerships. */
const VIEW_ONLY: readonly string[] = [
  ...['ort', 'ansicht', 'sortierung', 'titel'],
  ...NET_PARAMETERS,
  ...GAP_PARAMETERS,
  ...WHITE_PARAMETERS
];

/**
 * @param own parameters of a view that this part of the API does answer
 * @throws {ApiError} 400 with the list of everything that is wrong
 */
export function asked(
  params: URLSearchParams,
  dataset: Dataset,
  own: readonly string[] = []
): Parsed {
  const parsed = parse(params, vocabularyOf(dataset));
  const unfit = VIEW_ONLY.filter((name) => params.get(name) && !own.includes(name)).map(
    (parameter): Issue => ({
      parameter,
      value: params.get(parameter) ?? '',
      reason: 'other_view'
    })
  );
  const wrong = [...parsed.issues, ...unfit];
  if (wrong.length === 0) return parsed;
  throw new ApiError(
    400,
    'bad_parameters',
    'Einige Angaben in der Adresse sind nicht gültig.',
    'Some parameters of the address are not valid.',
    wrong
  );
}

/** In the order of ids; a page beyond the last one is empty. */
export function partnershipPage(loaded: Loaded, { filters, view }: Parsed, pathname: string) {
  const { rows } = select(loaded.dataset, filters);
  const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  const start = (view.page - 1) * PER_PAGE;
  const query = (page: number) =>
    serialise(filters, { ...DEFAULT_VIEW, snapshot: view.snapshot, page });
  const { version, published_at, hash, licences } = describe(loaded.manifest);
  return {
    snapshot: { version, published_at, hash },
    total: rows.length,
    page: view.page,
    pages,
    next: view.page < pages ? `${pathname}?${query(view.page + 1)}` : null,
    partnerships: [...rows.subarray(start, start + PER_PAGE)].map((row) =>
      partnershipJson(loaded, row)
    ),
    terms: termsOf(loaded.dataset.sources),
    licences
  };
}
