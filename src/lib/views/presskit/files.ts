/** Addresses of the files of a press kit, every one with its snapshot. Pure. */
import { localise } from '../../i18n/locale.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { DEFAULT_VIEW, serialise } from '../../url/codec.ts';
import { downloadsOf, type Download } from '../downloads.ts';
import { previewAddress, type ViewId } from '../embedded.ts';
import { gapFiles } from '../gaps/files.ts';
import type { Here } from '../links.ts';
import type { Asked } from './presskit.ts';

type About = Pick<Asked, 'view' | 'parsed' | 'still' | 'locale'>;

/** Of the PNG files, px: laid out for the first, the second is the same at twice the density. */
export const PNG_SCALES = [1, 2] as const;
export const PNG_WIDTH = 1200;

function pictureAddress(
  { view, parsed, still, locale }: About,
  ending: 'svg' | 'png',
  more = ''
): string {
  const query = [serialise(parsed.filters, still), more].filter(Boolean).join('&');
  return localise(`/bild/${view}.${ending}?${query}`, locale);
}

const pngAddress = (about: About, scale: number): string =>
  pictureAddress(about, 'png', scale === 1 ? '' : `skala=${scale}`);

/**
 * The picture as the page shows it: PNG, because an SVG in a page gets none of the page's letters.
 * @returns files that can be downloaded too: nothing more is drawn for it
 */
export const shownPicture = (about: About): { src: string; sharp: string; whole: string } => ({
  src: pngAddress(about, PNG_SCALES[0]),
  sharp: pngAddress(about, PNG_SCALES[1]),
  whole: pictureAddress(about, 'svg')
});

export function pictureFiles(about: About): Download[] {
  const { view, parsed, locale } = about;
  const say = { locale };
  return [
    { label: m.press_svg({}, say), href: pictureAddress(about, 'svg') },
    ...PNG_SCALES.map((scale) => ({
      label: m.press_png({ width: formatNumber(PNG_WIDTH * scale, locale) }, say),
      href: pngAddress(about, scale)
    })),
    { label: m.press_preview({}, say), href: previewAddress(view, parsed, locale) }
  ];
}

/** What belongs to the view first, then the partnerships behind it. */
export function dataFiles({ view, parsed, locale }: About): Download[] {
  const here: Here = { filters: parsed.filters, view: parsed.view, locale };
  const { areas, place } = parsed.view;
  const shaded = view === 'karte' || view === 'tabelle' ? areas : null;
  const files = downloadsOf(here, shaded, view === 'profil' ? place : null);
  const own = shaded === null ? ownFiles(view, here) : files.splice(0, 1);
  const partnerships = files.map(({ label, href }) => ({
    label: m.press_partnerships({ format: label }, { locale }),
    href
  }));
  return [...own, ...partnerships];
}

function ownFiles(view: ViewId, here: Here): Download[] {
  if (view === 'luecken') return gapFiles(here);
  if (view === 'netz') return networkFiles(here);
  return view === 'satz' ? sentenceFiles(here) : [];
}

function networkFiles(here: Here): Download[] {
  const say = { locale: here.locale };
  return [
    { label: m.press_nodes({}, say), href: apiAddress('network.nodes.csv', here) },
    { label: m.press_edges({}, say), href: apiAddress('network.edges.csv', here) },
    { label: m.press_gexf({}, say), href: apiAddress('network.gexf', here) }
  ];
}

function sentenceFiles(here: Here): Download[] {
  const say = { locale: here.locale };
  return [
    { label: m.press_sentence_txt({}, say), href: apiAddress('sentence.txt', here) },
    { label: m.press_sentence_json({}, say), href: apiAddress('sentence', here) }
  ];
}

function apiAddress(name: string, { filters, view, locale }: Here): string {
  const query = serialise(filters, { ...DEFAULT_VIEW, snapshot: view.snapshot });
  return localise(`/api/v1/${name}?${query}`, locale);
}
