/** The view model of the network page for one address: heading, filters, lens, place panel. */
import { select, type Selection } from '../../domain/selection.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { LensId, Parsed } from '../../url/codec.ts';
import { buildAtlas, type Atlas, type Data } from '../atlas.ts';
import { linkToLens, type Here } from '../links.ts';
import type { LensView } from './lens.ts';
import { LENS_LIST, lensOf } from './lenses.ts';

export interface Net {
  /** What all pages share; without the faces of the map. */
  atlas: Atlas;
  lens: LensId;
  title: string;
  view: LensView;
  /** `short`: where there is little room. */
  tabs: { id: LensId; label: string; short: string; href: string }[];
}

/** Pure and plain, like `buildAtlas`. @param selection where the caller has it already */
export function buildNet(
  data: Data,
  parsed: Parsed,
  locale: Locale,
  selection: Selection = select(data.dataset, parsed.filters)
): Net {
  const { net } = parsed.view;
  const asked = lensOf(net.lens);
  const lens = asked ?? LENS_LIST[0]!;
  const known: Parsed = asked
    ? parsed
    : {
        ...parsed,
        issues: [...parsed.issues, { parameter: 'linse', value: net.lens, reason: 'not_yet' }]
      };
  const atlas = buildAtlas(data, known, locale, selection, '/netz');
  const { filters, view } = parsed;
  const here: Here = { filters, view, locale, page: '/netz' };
  return {
    atlas,
    lens: lens.id,
    title: `${atlas.title}: ${lens.name({}, { locale })}`,
    view: lens.build({
      dataset: data.dataset,
      details: data.details,
      selection,
      filters,
      net,
      face: view.view === 'tabelle' ? 'table' : 'picture',
      here,
      locale
    }),
    tabs: LENS_LIST.map(({ id, name, short = name }) => ({
      id,
      label: name({}, { locale }),
      short: short({}, { locale }),
      href: linkToLens(here, id)
    }))
  };
}
