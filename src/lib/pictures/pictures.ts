/**
 * The pictures there are, by the names of their views: `/bild/<view>.svg|png`.
 *
 * Contract: pure but for the font's widths. The same view model as the page; the picture says all that
 * is needed to understand it and to quote it. A new view is one entry here.
 */
import { formatDate, formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { termsOf } from '../report/terms.ts';
import { goalsKnown } from '../views/choices.ts';
import { linkTo, type Page } from '../views/links.ts';
import { stillView, type Face } from '../views/still.ts';
import { COLOURS, type Theme } from './colours.ts';
import { measure } from './fonts.ts';
import { frame } from './frame.ts';
import { karteShown } from './karte.ts';
import { lueckenShown } from './luecken.ts';
import { netzShown } from './netz.ts';
import { satzShown } from './satz.ts';
import { preview } from './preview.ts';
import { profilShown } from './profil.ts';
import type { Framed } from './sheet.ts';
import type { Asked, Shown } from './shown.ts';
import { tabelleShown } from './tabelle.ts';

interface View {
  page: Page;
  /** Of the page; its drawing where nothing is said. */
  face?: Face;
  show: (asked: Asked) => Shown;
}

export const PICTURES: Readonly<Record<string, View>> = {
  karte: { page: '/', show: karteShown },
  netz: { page: '/netz', show: netzShown },
  luecken: { page: '/luecken', show: lueckenShown },
  tabelle: { page: '/', face: 'table', show: tabelleShown },
  profil: { page: '/', face: 'place', show: profilShown },
  satz: { page: '/', show: satzShown }
};

export interface Order extends Asked {
  view: View;
  /** Attributions in the reader's language. */
  attributions: readonly string[];
  /** Of the site, e.g. `https://atlas.example.org`. */
  origin: string;
  theme: Theme;
  /** px; null = the preview of a link, whose size is fixed. */
  width: number | null;
}

export function picture(order: Order): Framed {
  const { locale, snapshot, data, origin } = order;
  const say = { locale };
  const { page, face } = order.view;
  const parsed = { ...order.parsed, view: stillView(order.parsed.view, page, face) };
  const {
    atlas,
    title,
    about = '',
    sentence,
    notes,
    draw,
    small = {}
  } = order.view.show({ ...order, parsed });
  const here = { filters: parsed.filters, view: parsed.view, locale, page };
  const words = {
    title: title.replace(/SDG (?=\d)/g, 'SDG\u00a0'),
    about,
    sentence,
    notes: [
      ...(snapshot.edition ? [`${snapshot.edition.title}. ${snapshot.edition.note}`] : []),
      ...notes,
      // Of all that is selected: beside a single place it would be taken for its own.
      ...(face !== 'place' ? [goalsKnown(atlas, locale)].filter(Boolean) : []),
      m.no_record_note({}, say)
    ],
    source: m.picture_source(
      {
        sources: order.attributions.join('; '),
        licence: termsOf(data.dataset.sources).licence
      },
      say
    ),
    site: m.site_name({}, say),
    stand: m.stand(
      { date: formatDate(snapshot.publishedAt, locale), version: snapshot.version },
      say
    ),
    address: origin + linkTo(here),
    nothing: m.picture_nothing({}, say)
  };
  const style = { colours: COLOURS[order.theme], measure, locale };
  if (order.width !== null) return frame(words, draw, { ...style, width: order.width });
  const { licence } = termsOf(data.dataset.sources);
  const stand = words.stand.replace(/\.$/, '');
  const short = m.picture_title_short({ count: formatNumber(atlas.chips.length, locale) }, say);
  const terms = [snapshot.edition?.title, stand, licence].filter(Boolean).join(' · ');
  return preview({ ...words, short, terms }, { draw, small }, style);
}
