/**
 * Which view a page is, and under which addresses the same is found: as a page, as an embed, as a
 * picture. The one place that says so.
 *
 * Contract: pure. `viewOfPage` reads an address as the page itself would (what is wrong is as if it were
 * not there); addresses are canonical (`url/codec.ts`), hold what this view shows and nothing else, and
 * `viewOfPage(pageAddress(…))` is the view again, but for `satz`, which has no page of its own. The table has
 * longer pages on the site than in the embed (`table.ts`): an address counts those of where it leads, and
 * whoever goes from one to the other converts.
 */
import type { Filters } from '../domain/filters.ts';
import { localise, type Locale } from '../i18n/locale.ts';
import {
  DEFAULT_GAPS,
  DEFAULT_NET,
  DEFAULT_VIEW,
  serialise,
  VIEWS,
  type Issue,
  type ViewState
} from '../url/codec.ts';
import { DEFAULT_LOOK, writeLook, type EmbedLook } from '../url/embed.ts';
import { Reader } from '../url/read.ts';
import { oneOf } from '../url/values.ts';
import { linkTo, type Page } from './links.ts';

/** Views that can be embedded, drawn as a picture and cited: the same names everywhere. */
export const VIEW_IDS = ['karte', 'netz', 'luecken', 'tabelle', 'profil', 'satz'] as const;
export type ViewId = (typeof VIEW_IDS)[number];

/** Height of an embed in pixels where nobody measures it. */
export const EMBED_HEIGHTS: Readonly<Record<ViewId, number>> = {
  karte: 620,
  netz: 1160,
  luecken: 1200,
  tabelle: 1010,
  profil: 1200,
  satz: 560
};

/** What an address asks for; the codec reads it. */
export interface AskedView {
  filters: Filters;
  view: ViewState;
}

const PAGES: Readonly<Record<ViewId, Page>> = {
  karte: '/',
  netz: '/netz',
  luecken: '/luecken',
  tabelle: '/',
  profil: '/',
  satz: '/'
};

/** Splits the language off a path. */
export function languageOf(path: string): { locale: Locale; path: string } {
  const [, english, rest] = /^(\/en(?=\/|$))?(.*)$/s.exec(path)!;
  return { locale: english ? 'en' : 'de', path: rest!.replace(/(?<=.)\/$/, '') || '/' };
}

/**
 * The view that a page shows.
 * @param path of a page or an embed, in either language
 * @returns null for pages that can't be embedded
 */
export function viewOfPage(path: string, params: URLSearchParams): ViewId | null {
  const page = languageOf(path).path;
  const named = /^\/embed\/([a-z]+)$/.exec(page)?.[1];
  if (named !== undefined) return VIEW_IDS.find((view) => view === named) ?? null;
  if (page === '/netz') return 'netz';
  if (page === '/luecken') return 'luecken';
  if (page !== '/') return null;
  const read = new Reader(params);
  if (read.as('ort', '', (id) => (/^[ap][1-9]\d{0,8}$/.test(id) ? id : undefined))) return 'profil';
  const face = read.as('ansicht', DEFAULT_VIEW.view, oneOf(VIEWS));
  // The years have no embed, and another picture is not what was asked for.
  return face === 'zeit' ? null : face;
}

/** What is made of the table begins at its first row, whatever page of it somebody was on. */
export const fromFirstRow = <Asked extends AskedView>(view: ViewId, asked: Asked): Asked =>
  view === 'tabelle' ? { ...asked, view: { ...asked.view, page: 1 } } : asked;

export function embedAddress(
  view: ViewId,
  { filters, view: state }: AskedView,
  locale: Locale,
  look: EmbedLook = DEFAULT_LOOK
): string {
  const query = embeddedQuery(view, { filters, view: state });
  return localise(withQuery(`/embed/${view}`, [query, writeLook(look)]), locale);
}

/**
 * The page that builds an embed of the view.
 * @param chosen what is chosen there (`url/builder.ts`)
 */
export const builderAddress = (
  view: ViewId,
  asked: AskedView,
  locale: Locale,
  chosen = ''
): string =>
  localise(
    withQuery(`/einbetten/${view}`, [embeddedQuery(view, fromFirstRow(view, asked)), chosen]),
    locale
  );

/**
 * All that the press needs of the view, on one page.
 * @param ending `.zip`: the same as a file
 */
export const pressAddress = (
  view: ViewId,
  asked: AskedView,
  locale: Locale,
  ending: '' | '.zip' = ''
): string =>
  localise(
    withQuery(`/presse/${view}${ending}`, [embeddedQuery(view, fromFirstRow(view, asked))]),
    locale
  );

/** A place is asked for where a whole selection is shown: that must not pass for the place's own. */
export function strayPlace(view: ViewId, { view: { place } }: AskedView): Issue[] {
  const whole = view === 'karte' || view === 'tabelle' || view === 'satz';
  return whole && place !== null ? [{ parameter: 'ort', value: place, reason: 'other_view' }] : [];
}

/** The page that shows exactly the same. */
export function pageAddress(
  view: ViewId,
  { filters, view: state }: AskedView,
  locale: Locale
): string {
  return linkTo({ filters, view: shownOf(view, state), locale, page: PAGES[view] });
}

/** The picture of the view in the format of link previews, 1200 x 630. */
export function previewAddress(
  view: ViewId,
  { filters, view: state }: AskedView,
  locale: Locale,
  { scheme }: Pick<EmbedLook, 'scheme'> = DEFAULT_LOOK
): string {
  const query = serialise(filters, { ...shownOf(view, state), view: 'karte', page: 1, title: '' });
  const parts = [query, coloursOf(scheme), 'zuschnitt=vorschau'];
  return localise(withQuery(`/bild/${view}.png`, parts), locale);
}

/** The picture of the view as a file. Of a table it begins where the page of the site does. */
export function pictureAddress(
  view: ViewId,
  { filters, view: state }: AskedView,
  locale: Locale,
  format: 'svg' | 'png',
  { scheme }: Pick<EmbedLook, 'scheme'> = DEFAULT_LOOK
): string {
  const query = serialise(filters, { ...shownOf(view, state), view: 'karte', title: '' });
  // PNG at twice the density: sharp in print and on good screens.
  const parts = [query, coloursOf(scheme), format === 'png' ? 'skala=2' : ''];
  return localise(withQuery(`/bild/${view}.${format}`, parts), locale);
}

/**
 * Where consumers of oEmbed learn of the embed of a page.
 * @param address absolute, as the page was asked for; WordPress resolves no relative links
 */
export function discoveryLinks(address: string): { json: string; xml: string } {
  const { origin } = new URL(address);
  const link = (format: string) =>
    `${origin}/oembed?url=${encodeURIComponent(address)}&format=${format}`;
  return { json: link('json'), xml: link('xml') };
}

const withQuery = (path: string, parts: readonly string[]): string => {
  const query = parts.filter(Boolean).join('&');
  return query === '' ? path : `${path}?${query}`;
};

/** Pictures don't follow anybody's system: they are light where nothing else is said. */
const coloursOf = (scheme: EmbedLook['scheme']): string =>
  scheme === 'dunkel' ? 'farben=dunkel' : '';

/** What the embed shows, without how it looks. */
const embeddedQuery = (view: ViewId, { filters, view: state }: AskedView): string =>
  serialise(filters, { ...shownOf(view, state), view: embeddedFace(view, state) });

/** The table of the map page is an embed of its own; lenses and gaps have one that a parameter asks for. */
const embeddedFace = (view: ViewId, state: ViewState): ViewState['view'] =>
  PAGES[view] === '/' ? DEFAULT_VIEW.view : shownOf(view, state).view;

/** The part of the state that this view shows. */
function shownOf(view: ViewId, state: ViewState): ViewState {
  const table = view === 'tabelle' || (PAGES[view] !== '/' && state.view === 'tabelle');
  const focus = view === 'profil' || (view === 'netz' && state.net.lens === 'kommunen');
  return {
    ...DEFAULT_VIEW,
    snapshot: state.snapshot,
    title: state.title,
    place: focus ? state.place : null,
    view: table ? 'tabelle' : 'karte',
    areas: view === 'karte' || view === 'tabelle' ? state.areas : null,
    sort: table ? state.sort : null,
    page: table ? state.page : 1,
    net: view === 'netz' ? { ...state.net, picked: null } : DEFAULT_NET,
    gaps: view === 'luecken' ? { ...state.gaps, cell: null } : DEFAULT_GAPS
  };
}
