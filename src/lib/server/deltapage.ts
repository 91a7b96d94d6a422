/** The page that compares two snapshots: what it shows, and where its links lead. */
import { NO_FILTERS } from '../domain/filters.ts';
import { locale, localise } from '../i18n/locale.ts';
import { serialise } from '../url/codec.ts';
import { buildDelta, linksOf, LISTS, type DeltaView } from '../views/delta/delta.ts';
import { axisChoices, gapsViewOf } from '../views/delta/gaps.ts';
import type { NamedSide } from '../views/delta/items.ts';
import { isReversed, standOption } from '../views/delta/stands.ts';
import { compared, deltaAsked, type DeltaAsked } from './delta.ts';
import type { Loaded } from './snapshots.ts';

/** @throws {SnapshotUnavailable} while there is nothing to show */
export async function deltaPage(params: URLSearchParams) {
  const asked = await deltaAsked(params);
  const { before, after, parsed, question, problems, manifests, current } = asked;
  const language = locale();
  const axes = { zeile: question.row, spalte: question.column };
  const [von, bis] = [before?.manifest.version ?? 0, after?.manifest.version ?? 0];
  const query = serialise(parsed.filters);
  const link = linksOf({ von, bis }, parsed, axes, language);
  const plain = linksOf({ von, bis }, { ...parsed, filters: NO_FILTERS }, axes, language);
  return {
    problems,
    issues: parsed.issues,
    stands: manifests.map((one) => standOption(one, current, language)),
    chosen: { von, bis, ...axes },
    /** The filters, for the form. */
    hidden: [...new URLSearchParams(query)],
    axes: axisChoices(language),
    links: {
      map: localise(query === '' ? '/' : `/?${query}`),
      plain: query === '' ? '' : plain({})
    },
    shown:
      before && after && von !== bis ? shownOf(asked, before, after, params.get('liste')) : null
  };

  function shownOf(asked: DeltaAsked, before: Loaded, after: Loaded, wanted: string | null) {
    const { delta, gaps } = compared(before, after, parsed.filters, question);
    const sides = { before: sideOf(before, asked), after: sideOf(after, asked) };
    const list = LISTS.find((id) => id === wanted) ?? null;
    const view = buildDelta(sides, delta, parsed, { list, link, locale: language });
    const extras = after.details.extras ?? null;
    const swapped = linksOf({ von: bis, bis: von }, parsed, axes, language);
    const own = new URLSearchParams({ von: String(von), bis: String(bis), ...axes });
    // Not localised: the API speaks both languages, the files' words follow the prefix.
    const file = (name: string) => `/api/v1/${name}?${own}${query && `&${query}`}`;
    return {
      view,
      gaps: gaps && gapsViewOf(after.dataset, extras, question, gaps, language),
      reversed: isReversed(before.manifest, after.manifest),
      links: {
        swap: swapped({}),
        ...pageLinks(view.list),
        json: file('delta'),
        csv: localise(file('delta.csv'), language),
        excel: localise(`${file('delta.csv')}&trenn=semikolon`, language)
      }
    };
  }

  function pageLinks({ id, page, pages }: DeltaView['list']) {
    const to = (seite: number) => `${link({ liste: id, seite })}#liste`;
    return {
      previous: page > 1 ? to(page - 1) : '',
      next: page < pages ? to(page + 1) : ''
    };
  }
}

const sideOf = ({ dataset, details, manifest }: Loaded, { current }: DeltaAsked): NamedSide => ({
  ...{ dataset, details, version: manifest.version },
  isCurrent: manifest.version === current
});
