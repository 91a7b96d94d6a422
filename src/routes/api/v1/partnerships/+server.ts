import { select } from '$lib/domain/selection.ts';
import { answer, ApiError, json, notFound, otherMethods } from '$lib/server/api.ts';
import { describe } from '$lib/server/manifests.ts';
import { partnershipJson } from '$lib/server/partnerships.ts';
import { store } from '$lib/server/snapshots.ts';
import { DEFAULT_VIEW, parse, serialise, vocabularyOf, type Issue } from '$lib/url/codec.ts';
import type { RequestHandler } from './$types';

const PER_PAGE = 100;
/** Parameters that ask for a view and not for partnerships. */
const VIEW_ONLY = ['ort', 'ansicht', 'sortierung'];

/** Partnerships by the same filters as the page, in the order of their ids, 100 a page. */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => {
    const now = await store().current();
    const { filters, view, issues } = parse(url.searchParams, vocabularyOf(now.dataset));
    const unfit = VIEW_ONLY.filter((name) => url.searchParams.get(name)).map(
      (parameter): Issue => ({ parameter, value: '', reason: 'not_yet' })
    );
    const wrong = [...issues, ...unfit];
    if (wrong.length > 0)
      throw new ApiError(
        400,
        'bad_parameters',
        'Einige Angaben in der Adresse sind nicht gültig.',
        'Some parameters of the address are not valid.',
        wrong
      );
    const loaded = view.snapshot === null ? now : await store().at(view.snapshot);
    if (!loaded) throw notFound();
    const { rows } = select(loaded.dataset, filters);
    const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
    const start = (view.page - 1) * PER_PAGE;
    const pageUrl = (page: number) => {
      const query = serialise(filters, { ...DEFAULT_VIEW, snapshot: view.snapshot, page });
      return query ? `${url.pathname}?${query}` : url.pathname;
    };
    const { version, published_at, hash, licences } = describe(loaded.manifest);
    return json(request, {
      snapshot: { version, published_at, hash },
      total: rows.length,
      page: view.page,
      pages,
      next: view.page < pages ? pageUrl(view.page + 1) : null,
      partnerships: [...rows.subarray(start, start + PER_PAGE)].map((row) =>
        partnershipJson(loaded, row)
      ),
      licences
    });
  });

export const fallback: RequestHandler = otherMethods;
