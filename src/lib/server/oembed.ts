/**
 * oEmbed 1.0 (oembed.com) for our own pages and embeds: `/oembed?url=…&format=json|xml`.
 *
 * Contract: only addresses of exactly our origin, and only views that can be embedded; everything else
 * is a 404, as the specification has it. Of an address's parameters the valid part counts, and the frame
 * says what does not, as on the page. The answer never asks for more room than `maxwidth` and `maxheight`
 * give; where an embed cannot be that small there is none (404), and a consumer shows its link. `html` is
 * a plain frame: no script. The frame of a page of the table begins at the row the page begins with; that
 * of an embed is as its address asks.
 */
import { select } from '../domain/selection.ts';
import { localise, type Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { el, type Markup } from '../pictures/markup.ts';
import { parse, vocabularyOf, type Issue, type Parsed } from '../url/codec.ts';
import { EMBED_PARAMETERS, readLook } from '../url/embed.ts';
import {
  EMBED_HEIGHTS,
  embedAddress,
  languageOf,
  previewAddress,
  viewOfPage,
  type ViewId
} from '../views/embedded.ts';
import { embeddedTitle } from '../views/embeddedtitle.ts';
import { embedPageOf, tableOf } from '../views/table.ts';
import { ApiError, noSnapshot } from './api.ts';
import { SnapshotWithdrawn, store } from './snapshots.ts';
import type { Loaded } from './store.ts';

export const FORMATS = ['json', 'xml'] as const;
export type OembedFormat = (typeof FORMATS)[number];

/** The fields of the specification; `url`s are absolute. */
export interface Oembed {
  version: '1.0';
  type: 'rich';
  title: string;
  author_name: string;
  author_url: string;
  provider_name: string;
  provider_url: string;
  /** Seconds. */
  cache_age: number;
  html: string;
  width: number;
  height: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

const WIDTH = { usual: 800, least: 280 };
const LEAST_HEIGHT = 120;
const THUMBNAIL = { width: 1200, height: 630 };
/** Numbers of a snapshot stay; it can be withdrawn, though. */
const CACHE_AGE = { live: 3600, frozen: 86_400 };

/**
 * @param origin of this site
 * @param author who runs it; '' = the site itself
 * @throws {ApiError} 400, 404 or 501
 */
export async function oembed(
  params: URLSearchParams,
  origin: string,
  author: string
): Promise<Oembed> {
  const room = { width: pixels(params, 'maxwidth'), height: pixels(params, 'maxheight') };
  const address = ownAddress(params.get('url') ?? '', origin);
  const view = address && viewOfPage(address.pathname, address.searchParams);
  if (!address || !view) throw notEmbeddable();
  const { locale, path } = languageOf(address.pathname);
  const loaded = await standOf(address.searchParams);
  const { dataset, details, register, manifest } = loaded;
  const asked = parse(address.searchParams, vocabularyOf(dataset), EMBED_PARAMETERS);
  const frozen = asked.view.snapshot === null ? null : manifest;
  const title = embeddedTitle(view, { dataset, details, register }, asked, frozen, locale);
  if (title === null) throw notEmbeddable();
  const size = sizeOf(view, room);
  const { look } = readLook(address.searchParams);
  const name = m.site_name({}, { locale });
  const onSite = view === 'tabelle' && !path.startsWith('/embed/');
  const framed = onSite ? withEmbedPage(asked, loaded, locale) : asked;
  const frame = embedAddress(view, framed, locale, look);
  const fits = THUMBNAIL.width <= room.width && THUMBNAIL.height <= room.height;
  return {
    version: '1.0',
    type: 'rich',
    title,
    author_name: author || name,
    author_url: origin + localise('/impressum', locale),
    provider_name: name,
    provider_url: origin + localise('/', locale),
    cache_age: frozen ? CACHE_AGE.frozen : CACHE_AGE.live,
    html: frameOf(origin + withWrong(frame, address, asked.issues), `${title} – ${name}`, size)
      .text,
    ...size,
    ...(fits && {
      thumbnail_url: origin + previewAddress(view, asked, locale, look),
      thumbnail_width: THUMBNAIL.width,
      thumbnail_height: THUMBNAIL.height
    })
  };
}

export const oembedXml = (answer: Oembed): string =>
  '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n' +
  el(
    'oembed',
    {},
    Object.entries(answer).map(([name, value]) => el(name, {}, String(value)))
  ).text;

/** @throws {ApiError} 501 for a format the specification does not know */
export function formatOf(params: URLSearchParams): OembedFormat {
  const asked = params.get('format') || FORMATS[0];
  const format = FORMATS.find((one) => one === asked);
  if (format) return format;
  throw new ApiError(
    501,
    'unknown_format',
    'Dieses Format gibt es nicht: bitte format=json oder format=xml.',
    'There is no such format: please use format=json or format=xml.'
  );
}

/** The rows of a page of the site in the embed, whose pages are shorter; areas have no pages. */
function withEmbedPage(asked: Parsed, { dataset, details }: Loaded, locale: Locale): Parsed {
  const { filters, view } = asked;
  if (view.areas || view.page === 1) return asked;
  // Beyond the last page the site shows the last one, and so must the frame.
  const { page } = tableOf(dataset, details, select(dataset, filters), view, locale);
  return { ...asked, view: { ...view, page: embedPageOf(page) } };
}

/** What was asked for and is not valid goes along: the frame says so, as the page does. */
function withWrong(path: string, asked: URL, issues: readonly Issue[]): string {
  const url = new URL(path, asked.origin);
  for (const { parameter, reason } of issues) {
    const value = asked.searchParams.get(parameter);
    if (value !== null && reason !== 'unknown_parameter') url.searchParams.set(parameter, value);
  }
  return url.pathname + url.search;
}

/** `frameborder`, because a strict policy of the page around it, and some consumers, drop a style. */
function frameOf(src: string, title: string, { height }: { height: number }): Markup {
  return el('iframe', { src, title, width: '100%', height, frameborder: 0, loading: 'lazy' }, ' ');
}

/** Width as wide as there is room; a view that is as high as it is needs scrolling, not squeezing. */
function sizeOf(view: ViewId, room: { width: number; height: number }) {
  const width = Math.min(WIDTH.usual, room.width);
  const height = Math.min(EMBED_HEIGHTS[view], room.height);
  if (width >= WIDTH.least && height >= LEAST_HEIGHT) return { width, height };
  throw new ApiError(
    404,
    'too_small',
    `So klein gibt es diese Ansicht nicht: Sie braucht mindestens ${WIDTH.least} mal ${LEAST_HEIGHT} Pixel.`,
    `This view is not available that small: it needs at least ${WIDTH.least} by ${LEAST_HEIGHT} pixels.`
  );
}

/** A limit; Infinity where none is given. */
function pixels(params: URLSearchParams, name: 'maxwidth' | 'maxheight'): number {
  const given = params.get(name) ?? '';
  if (given === '') return Infinity;
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new ApiError(
    400,
    'bad_parameters',
    `${name} muss eine ganze Zahl von Pixeln sein, ab 1.`,
    `${name} must be a whole number of pixels, from 1.`
  );
}

/** @returns null where the address is none of ours */
function ownAddress(given: string, origin: string): URL | null {
  if (given === '')
    throw new ApiError(
      400,
      'no_url',
      'Es fehlt url=…: die Adresse der Seite, die eingebettet werden soll.',
      'Please name url=…: the address of the page that is to be embedded.'
    );
  if (!URL.canParse(given)) return null;
  const url = new URL(given);
  return url.origin === origin && url.username === '' && url.password === '' ? url : null;
}

/** @throws {ApiError} 404 also for what was withdrawn: there is nothing to embed */
async function standOf(params: URLSearchParams): Promise<Loaded> {
  const now = await store().current();
  const { snapshot } = parse(params, vocabularyOf(now.dataset)).view;
  const named = params.get('stand')?.trim() ?? '';
  // Whoever names a snapshot that is none must not get the current numbers.
  if (named === '') return now;
  try {
    const loaded = snapshot === null ? null : await store().at(snapshot);
    if (loaded) return loaded;
  } catch (problem) {
    if (!(problem instanceof SnapshotWithdrawn)) throw problem;
  }
  throw noSnapshot();
}

const notEmbeddable = (): ApiError =>
  new ApiError(
    404,
    'not_embeddable',
    'Unter dieser Adresse gibt es hier nichts, das sich einbetten lässt: nur Karte, Tabelle, Ortsprofil, Netz, Lücken und Satz dieses Atlas.',
    'There is nothing at this address that can be embedded: only map, table, place profile, network, gaps and sentence of this atlas.'
  );
