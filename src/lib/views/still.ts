/** Addresses of pictures: a page's view without what a still picture cannot show. Pure. */
import { localise } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { DEFAULT_GAPS, DEFAULT_NET, serialise, type ViewState } from '../url/codec.ts';
import type { Download } from './downloads.ts';
import type { Here, Page } from './links.ts';

/** What a picture shows of its page: the drawing, the table in its place, or the chosen place. */
export type Face = 'drawing' | 'table' | 'place';

/** Nothing picked, and only what this face of the page shows. */
export function stillView(view: ViewState, page: Page, face: Face = 'drawing'): ViewState {
  const net = page === '/netz' ? { ...view.net, picked: null } : DEFAULT_NET;
  const drawn: ViewState = {
    ...view,
    view: 'karte',
    title: '',
    sort: null,
    page: 1,
    // Only this lens turns to a place.
    place: net.lens === 'kommunen' && page === '/netz' ? view.place : null,
    areas: page === '/' ? view.areas : null,
    net,
    gaps: page === '/luecken' ? { ...view.gaps, cell: null } : DEFAULT_GAPS
  };
  if (face === 'table')
    return { ...drawn, view: 'tabelle', sort: view.sort, page: view.areas ? 1 : view.page };
  if (face === 'place') return { ...drawn, place: view.place, areas: null };
  return drawn;
}

const FILES = { '/': 'karte', '/netz': 'netz', '/luecken': 'luecken' } as const;

/** What the page shows, and the place that is chosen on it. */
export function picturesOf({ filters, view, locale, page = '/' }: Here): Download[] {
  const files = (name: string, shown: ViewState, words: [Label, Label]): Download[] => {
    const query = serialise(filters, shown);
    const href = (ending: string, more = '') => {
      const search = [query, more].filter(Boolean).join('&');
      return localise(`/bild/${name}.${ending}${search && `?${search}`}`, locale);
    };
    // PNG at twice the density: sharp in print and on good screens.
    return [
      { label: words[0]({}, { locale }), href: href('svg') },
      { label: words[1]({}, { locale }), href: href('png', 'skala=2') }
    ];
  };
  const table = page === '/' && view.view === 'tabelle';
  const shown =
    !isDrawn(page) || view.view === 'zeit'
      ? []
      : files(table ? 'tabelle' : FILES[page], stillView(view, page, table ? 'table' : 'drawing'), [
          m.picture_svg,
          m.picture_png
        ]);
  const place =
    view.place === null
      ? []
      : files('profil', stillView(view, '/', 'place'), [m.picture_place_svg, m.picture_place_png]);
  return [...shown, ...place];
}

type Label = (inputs: object, options: { locale: Here['locale'] }) => string;
const isDrawn = (page: Page): page is keyof typeof FILES => Object.hasOwn(FILES, page);
