/** Addresses of the main view: the same codec everywhere, in the reader's language. */
import type { Filters } from '../domain/filters.ts';
import { localise, type Locale } from '../i18n/locale.ts';
import { serialise, type ViewState } from '../url/codec.ts';

/** Where a reader is: what is asked for, how it is shown, in which language. */
export interface Here {
  filters: Filters;
  view: ViewState;
  locale: Locale;
}

/** The address of this view with some of it changed. */
export function linkTo(
  here: Here,
  filters: Partial<Filters> = {},
  view: Partial<ViewState> = {}
): string {
  const query = serialise({ ...here.filters, ...filters }, { ...here.view, ...view });
  return localise(query === '' ? '/' : `/?${query}`, here.locale);
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
