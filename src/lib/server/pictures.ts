/**
 * Pictures of views as files: made once per address and snapshot, few at a time, kept within bounds.
 *
 * Contract: `stand=<n>` draws that snapshot's data, without it the current one's; a bad parameter is a
 * 400 that lists all of them, an unknown view a 404. What is kept is keyed by everything it depends on.
 */
import { env } from '$env/dynamic/private';
import { createHash } from 'node:crypto';
import { locale } from '../i18n/locale.ts';
import { PICTURES, picture } from '../pictures/pictures.ts';
import { png } from '../pictures/raster.ts';
import { termsOf } from '../report/terms.ts';
import { serialise } from '../url/codec.ts';
import { answer, ApiError, isKnown, notFound, SHORT } from './api.ts';
import { attributionsOf } from './attributions.ts';
import { ByteCache } from './bytecache.ts';
import {
  checkPlace,
  MOST_PIXELS,
  orderOf,
  tooLarge,
  type Format,
  type PictureOrder
} from './pictureorder.ts';
import { allowance, RateLimit, type Caller } from './ratelimit.ts';
import { store } from './snapshots.ts';
import type { Loaded } from './store.ts';
import { TooBusy, Turns } from './turns.ts';

interface File {
  bytes: Uint8Array<ArrayBuffer>;
  etag: string;
}

const TYPES: Record<Format, string> = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png'
};

const files = new ByteCache<File>(48 * 1024 * 1024);
const coming = new Map<string, Promise<File>>();
const turns = new Turns(2, 24);
/** What is drawn already costs nothing and is free. */
const drawings = new RateLimit(allowance(env.DRAWINGS_PER_MINUTE, 60));

/** @param name of the file, e.g. `netz.svg` */
export function pictureAnswer(
  event: Caller & { request: Request; url: URL },
  name: string
): Promise<Response> {
  const { request, url } = event;
  return answer(async () => {
    const [, view, format] = /^([a-z]+)\.(svg|png)$/.exec(name) ?? [];
    if (!view || !isFormat(format) || !Object.hasOwn(PICTURES, view)) throw notFound();
    const now = await store().current();
    const { snapshot } = orderOf(url.searchParams, format, now.dataset).parsed.view;
    const loaded = snapshot === null ? now : await store().at(snapshot);
    if (!loaded) throw notFound();
    // Codes are those of the snapshot that is drawn.
    const order = orderOf(url.searchParams, format, loaded.dataset);
    if (PICTURES[view]!.face === 'place')
      checkPlace(order.parsed.view.place, (id) => isPlace(id, loaded));
    const { bytes, etag } = await fileOf(view, format, order, loaded, event);
    const { version, published_at } = loaded.manifest;
    const headers = {
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': SHORT,
      'content-language': locale(),
      etag,
      link: `<${termsOf(loaded.dataset.sources).licence_url}>; rel="license", </quellen>; rel="describedby"`
    };
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
    const file = `partnerschaftsatlas-${view}-stand-${version}-${published_at.slice(0, 10)}.${format}`;
    return new Response(bytes, {
      headers: {
        ...headers,
        'content-type': TYPES[format],
        'content-disposition': `inline; filename="${file}"`,
        // Opened by itself an SVG is a document: it may load and run nothing.
        'content-security-policy': "default-src 'none'"
      }
    });
  });
}

const isPlace = (id: string, { dataset, registerById }: Loaded): boolean =>
  registerById.has(id) || dataset.authorities.id.includes(id) || dataset.partners.id.includes(id);

const isFormat = (format: string | undefined): format is Format =>
  format === 'svg' || format === 'png';

async function fileOf(
  view: string,
  format: Format,
  order: PictureOrder,
  loaded: Loaded,
  event: Caller & { url: URL }
): Promise<File> {
  const { parsed, width, scale, theme } = order;
  const { origin } = event.url;
  const query = serialise(parsed.filters, parsed.view);
  const { version, hash } = loaded.manifest;
  const key = [version, hash, locale(), origin, view, format, width, scale, theme, query].join(' ');
  const kept = files.get(key);
  if (kept) return kept;
  if (!coming.has(key)) await drawings.take(event);
  // Many who ask for the same at once wait for one.
  let made = coming.get(key);
  if (!made) {
    made = turns
      .take(() => make(view, format, order, loaded, origin))
      .finally(() => coming.delete(key));
    coming.set(key, made);
  }
  const file = await made.catch((error: unknown) => {
    throw error instanceof TooBusy ? busy() : error;
  });
  files.put(key, file, file.bytes.length);
  return file;
}

async function make(
  view: string,
  format: Format,
  { parsed, width, scale, theme }: PictureOrder,
  loaded: Loaded,
  origin: string
): Promise<File> {
  const { dataset, details, register, layout, manifest } = loaded;
  const { edition } = manifest;
  const tongue = locale();
  const framed = picture({
    view: PICTURES[view]!,
    data: { dataset, details, register },
    layout,
    parsed,
    locale: tongue,
    snapshot: {
      version: manifest.version,
      publishedAt: manifest.published_at,
      edition: edition
        ? { title: edition[`title_${tongue}`], note: edition[`note_${tongue}`] }
        : null
    },
    attributions: attributionsOf(loaded, tongue),
    origin,
    theme,
    width
  });
  if (framed.width * framed.height * scale ** 2 > MOST_PIXELS) throw tooLarge();
  const bytes =
    format === 'svg'
      ? new TextEncoder().encode(framed.svg)
      : new Uint8Array(await png(framed.svg, scale));
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { bytes, etag };
}

const busy = (): ApiError =>
  new ApiError(
    503,
    'busy',
    'Gerade werden zu viele Bilder gezeichnet. Bitte versuchen Sie es in Kürze erneut.',
    'Too many pictures are being drawn at the moment. Please try again shortly.'
  );
