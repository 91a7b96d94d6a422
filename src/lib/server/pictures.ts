/**
 * Pictures of views as files: made once per address and snapshot (`drawn.ts`).
 *
 * Contract: `stand=<n>` draws that snapshot's data, without it the current one's; a bad parameter is a
 * 400 that lists all of them, an unknown view a 404. What is kept is keyed by everything it depends on.
 */
import { locale, type Locale } from '../i18n/locale.ts';
import { PICTURES, picture } from '../pictures/pictures.ts';
import { png } from '../pictures/raster.ts';
import { termsOf } from '../report/terms.ts';
import { serialise } from '../url/codec.ts';
import { answer, isKnown, noSnapshot, notFound, SHORT } from './api.ts';
import { attributionsOf } from './attributions.ts';
import { drawnOnce, type Drawn } from './drawn.ts';
import {
  checkPlace,
  MOST_PIXELS,
  orderOf,
  tooLarge,
  type Format,
  type PictureOrder
} from './pictureorder.ts';
import type { Caller } from './ratelimit.ts';
import { store } from './snapshots.ts';
import type { Loaded } from './store.ts';

const TYPES: Record<Format, string> = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png'
};

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
    if (!loaded) throw noSnapshot();
    // Codes are those of the snapshot that is drawn.
    const order = orderOf(url.searchParams, format, loaded.dataset);
    if (PICTURES[view]!.face === 'place')
      checkPlace(order.parsed.view.place, (id) => isPlace(id, loaded));
    const { bytes, etag } = await pictureFile(view, format, order, loaded, event);
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

/** Whether the snapshot knows the id, from a record or from the register. */
export const isPlace = (id: string, { dataset, registerById }: Loaded): boolean =>
  registerById.has(id) || dataset.authorities.id.includes(id) || dataset.partners.id.includes(id);

const isFormat = (format: string | undefined): format is Format =>
  format === 'svg' || format === 'png';

/**
 * The file of a picture.
 * @param view of PICTURES
 * @throws {ApiError} 400 where it would be too large, 429 and 503 where too much is drawn
 */
export function pictureFile(
  view: string,
  format: Format,
  order: PictureOrder,
  loaded: Loaded,
  event: Caller & { url: URL }
): Promise<Drawn> {
  const { parsed, width, scale, theme } = order;
  const { origin } = event.url;
  const query = serialise(parsed.filters, parsed.view);
  const { version, hash } = loaded.manifest;
  const key = [version, hash, locale(), origin, view, format, width, scale, theme, query].join(' ');
  return drawnOnce(key, event, () => make(view, format, order, loaded, origin));
}

async function make(
  view: string,
  format: Format,
  { parsed, width, scale, theme }: PictureOrder,
  loaded: Loaded,
  origin: string
): Promise<Uint8Array<ArrayBuffer>> {
  const { dataset, details, register, layout } = loaded;
  const tongue = locale();
  const framed = picture({
    view: PICTURES[view]!,
    data: { dataset, details, register },
    layout,
    parsed,
    locale: tongue,
    snapshot: pictureSnapshot(loaded, tongue),
    attributions: attributionsOf(loaded, tongue),
    origin,
    theme,
    width
  });
  if (framed.width * framed.height * scale ** 2 > MOST_PIXELS) throw tooLarge();
  return format === 'svg'
    ? new TextEncoder().encode(framed.svg)
    : new Uint8Array(await png(framed.svg, scale));
}

/** What a picture says of its snapshot, in the reader's language. */
export function pictureSnapshot({ manifest }: Pick<Loaded, 'manifest'>, language: Locale) {
  const { edition, version, published_at: publishedAt } = manifest;
  return {
    version,
    publishedAt,
    edition: edition
      ? { title: edition[`title_${language}`], note: edition[`note_${language}`] }
      : null
  };
}
