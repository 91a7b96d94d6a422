/** Addresses of the pages of the atlas: the same codec everywhere, in the reader's language. */
import type { Filters } from '../domain/filters.ts';
import { localise, type Locale } from '../i18n/locale.ts';
import {
  DEFAULT_GAPS,
  DEFAULT_NET,
  DEFAULT_VIEW,
  serialise,
  type GapState,
  type LensId,
  type NetState,
  type ViewState
} from '../url/codec.ts';

/** Pages that answer the same filters. */
export type Page =
  | '/'
  | '/netz'
  | '/luecken'
  | '/luecken/weisse-flecken'
  | '/luecken/ansprache'
  | '/luecken/schwerpunkt'
  | '/luecken/foerderung'
  | '/vorlage';

/** Where a reader is: what is asked for, how it is shown, in which language. */
export interface Here {
  filters: Filters;
  view: ViewState;
  locale: Locale;
  /** The map's page where nothing is said. */
  page?: Page;
}

/** The address of this page with some of it changed. */
export function linkTo(
  here: Here,
  filters: Partial<Filters> = {},
  view: Partial<ViewState> = {}
): string {
  const query = serialise({ ...here.filters, ...filters }, { ...here.view, ...view });
  const path = here.page ?? '/';
  return localise(query === '' ? path : `${path}?${query}`, here.locale);
}

/** The same selection on the map. */
export function linkToMap(here: Here, view: Partial<ViewState> = {}): string {
  const plain = {
    view: 'karte',
    net: DEFAULT_NET,
    gaps: DEFAULT_GAPS,
    page: 1,
    sort: null
  } as const;
  return linkTo({ ...here, page: '/' }, {}, { ...plain, ...view });
}

/** The same selection through a lens of the network page; a table stays a table. */
export function linkToLens(here: Here, lens: LensId): string {
  const table = here.page === '/netz' && here.view.view === 'tabelle';
  return linkTo(
    { ...here, page: '/netz' },
    {},
    {
      view: table ? 'tabelle' : 'karte',
      net: { ...DEFAULT_NET, lens },
      gaps: DEFAULT_GAPS,
      areas: null,
      page: 1,
      sort: null
    }
  );
}

/**
 * The same selection as the draft of a committee paper, with the snapshot the reader sees.
 * @param gaps the axes of the gap matrix that belong into the paper; none where not given
 */
export function linkToPaper({ filters, view, locale }: Here, gaps?: GapState): string {
  const query = new URLSearchParams(
    serialise(filters, { ...DEFAULT_VIEW, snapshot: view.snapshot })
  );
  // Written out even where they are the default: without them there is no matrix in the paper.
  if (gaps) {
    query.set('zeile', gaps.row);
    query.set('spalte', gaps.column);
    query.set('mass', gaps.measure);
    if (gaps.cell) query.set('zelle', `${gaps.cell.row}~${gaps.cell.column}`);
  }
  const search = query.toString().replaceAll('%2C', ',').replaceAll('%7E', '~');
  return localise(search === '' ? '/vorlage' : `/vorlage?${search}`, locale);
}

/** The same lens, drawn in another way or with something picked in it. */
export function linkToNet(here: Here, net: Partial<NetState>): string {
  return linkTo(here, {}, { net: { ...here.view.net, ...net } });
}

/** The same selection as a gap matrix; on its own page the matrix that is shown, changed. */
export function linkToGaps(here: Here, gaps: Partial<GapState> = {}): string {
  const own = here.page === '/luecken';
  return linkTo(
    { ...here, page: '/luecken' },
    {},
    {
      view: own ? here.view.view : 'karte',
      net: DEFAULT_NET,
      gaps: { ...(own ? here.view.gaps : DEFAULT_GAPS), ...gaps },
      areas: null,
      page: 1,
      sort: null
    }
  );
}

/** The same view with other filters: back on the first page. */
export function linkToFilters(here: Here, filters: Partial<Filters>): string {
  return linkTo(here, filters, { page: 1 });
}

/** The filters that ask for just one flow of the map; what is null stays as it was. */
export function filtersOf(flow: {
  iso2: string | null;
  land: string | null;
  kreis: string | null;
}): Partial<Filters> {
  return {
    ...(flow.iso2 === null ? {} : { countries: [flow.iso2], regions: [] }),
    ...(flow.land === null ? {} : { laender: [flow.land] }),
    ...(flow.kreis === null ? {} : { kreise: [flow.kreis] })
  };
}

/** An address from the data that may become a link; '' for anything but http and https. */
export function webAddress(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : '';
}
