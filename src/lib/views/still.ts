/** Addresses of pictures: a page's view without what a still picture cannot show. Pure. */
import { localise } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { DEFAULT_GAPS, DEFAULT_NET, serialise, type ViewState } from '../url/codec.ts';
import type { Download } from './downloads.ts';
import type { Here, Page } from './links.ts';

/** Never the table, no page or order of it, nothing picked; only what the page itself draws. */
export function stillView(view: ViewState, page: Page): ViewState {
  const net = page === '/netz' ? { ...view.net, picked: null } : DEFAULT_NET;
  return {
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
}

const FILES = { '/': 'karte', '/netz': 'netz', '/luecken': 'luecken' } as const;

/** PNG at twice the density: sharp in print and on good screens. */
export function picturesOf({ filters, view, locale, page = '/' }: Here): Download[] {
  if (!isDrawn(page) || view.view === 'zeit') return [];
  const query = serialise(filters, stillView(view, page));
  const href = (ending: string, more = '') => {
    const search = [query, more].filter(Boolean).join('&');
    return localise(`/bild/${FILES[page]}.${ending}${search && `?${search}`}`, locale);
  };
  return [
    { label: m.picture_svg({}, { locale }), href: href('svg') },
    { label: m.picture_png({}, { locale }), href: href('png', 'skala=2') }
  ];
}

const isDrawn = (page: Page): page is keyof typeof FILES => Object.hasOwn(FILES, page);
