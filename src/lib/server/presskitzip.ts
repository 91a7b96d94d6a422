/**
 * The press kit as one file: `/presse/<view>.zip?…`, the page's parameters and `stand=<n>`.
 *
 * Contract: the same address and snapshot give the same bytes; nothing in it tells the time it was
 * packed. Pictures are those of `/bild/…`, drawn within the same bounds. A bad parameter is a 400 that
 * lists all of them, an unknown view or snapshot a 404.
 */
import { createHash } from 'node:crypto';
import { locale } from '../i18n/locale.ts';
import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { termsOf } from '../report/terms.ts';
import { zip, type ZipFile } from '../report/zip.ts';
import { PARAMETERS, serialise } from '../url/codec.ts';
import { fromFirstRow, VIEW_IDS } from '../views/embedded.ts';
import { PNG_SCALES, PNG_WIDTH } from '../views/presskit/files.ts';
import type { PressKit } from '../views/presskit/presskit.ts';
import { plainText, readmeText, type Packed } from '../views/presskit/readme.ts';
import { answer, isKnown, noSnapshot, notFound, SHORT } from './api.ts';
import { drawnOnce } from './drawn.ts';
import { operator } from './operator.ts';
import { asked } from './pages.ts';
import { checkPlace, type PictureOrder } from './pictureorder.ts';
import { isPlace, pictureFile } from './pictures.ts';
import { frozen, pressKit, stillOf, type AskedKit } from './presskit.ts';
import { dataTexts } from './presskitfiles.ts';
import type { Caller } from './ratelimit.ts';
import { store } from './snapshots.ts';

type Event = Caller & { request: Request; url: URL };
type File = ZipFile & Packed;

/** @param name of the view in the address */
export function kitAnswer(event: Event, name: string): Promise<Response> {
  const { request, url } = event;
  return answer(async () => {
    const kit = await askedKit(url.searchParams, name);
    const { view, loaded } = kit;
    const pictures = await picturesOf(kit, event);
    const { manifest, dataset } = loaded;
    const { version, published_at: publishedAt, hash } = manifest;
    const by = operator();
    const query = serialise(kit.parsed.filters, kit.parsed.view);
    const key = ['zip', version, hash, locale(), url.origin, by.name, by.mail, view, query].join(
      ' '
    );
    const { bytes, etag } = await drawnOnce(key, event, () =>
      Promise.resolve(pack(kit, pressKit(kit, by, url.origin), pictures, url.origin))
    );
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'etag, content-disposition, link',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': SHORT,
      'content-language': locale(),
      etag,
      link: `<${termsOf(dataset.sources).licence_url}>; rel="license", </quellen>; rel="describedby"`
    };
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
    const file = `partnerschaftsatlas-presse-${view}-stand-${version}-${publishedAt.slice(0, 10)}.zip`;
    return new Response(bytes, {
      headers: {
        ...headers,
        'content-type': 'application/zip',
        'content-length': String(bytes.length),
        'content-disposition': `attachment; filename="${file}"`
      }
    });
  });
}

async function askedKit(params: URLSearchParams, name: string): Promise<AskedKit> {
  const view = VIEW_IDS.find((id) => id === name);
  if (view === undefined) throw notFound();
  const now = await store().current();
  const { snapshot } = asked(params, now.dataset, PARAMETERS).view;
  const loaded = snapshot === null ? now : await store().at(snapshot);
  if (!loaded) throw noSnapshot();
  // Codes are those of the snapshot that is shown.
  const parsed = frozen(asked(params, loaded.dataset, PARAMETERS), loaded);
  if (view === 'profil') checkPlace(parsed.view.place, (id) => isPlace(id, loaded));
  return { view, loaded, parsed: fromFirstRow(view, parsed) };
}

/** One after the other: nobody's kit takes all turns. */
async function picturesOf(kit: AskedKit, event: Event): Promise<File[]> {
  const order: PictureOrder = {
    parsed: stillOf(kit),
    width: PNG_WIDTH,
    scale: 1,
    theme: 'hell'
  };
  const { view, loaded } = kit;
  const stem = `partnerschaftsatlas-${view}`;
  const svg = await pictureFile(view, 'svg', order, loaded, event);
  const files: File[] = [
    { name: named(kit, stem, 'svg'), about: m.press_file_svg(), bytes: svg.bytes }
  ];
  for (const scale of PNG_SCALES) {
    const { bytes } = await pictureFile(view, 'png', { ...order, scale }, loaded, event);
    const width = formatNumber(PNG_WIDTH * scale, locale());
    const name = named(kit, `${stem}-${PNG_WIDTH * scale}px`, 'png');
    files.push({ name, about: m.press_file_png({ width }), bytes });
  }
  return files;
}

/** e.g. `partnerschaften-stand-2-2026-11-22.csv` */
function named({ loaded: { manifest } }: AskedKit, stem: string, ending: string): string {
  return `${stem}-stand-${manifest.version}-${manifest.published_at.slice(0, 10)}.${ending}`;
}

function pack(asked: AskedKit, kit: PressKit, pictures: readonly File[], origin: string) {
  const { loaded } = asked;
  const german = locale() === 'de';
  const written = (name: string, about: string, text: string): File => ({
    ...{ name, about },
    bytes: new TextEncoder().encode(text)
  });
  const sentence = named(asked, german ? 'satz' : 'sentence', 'txt');
  const files: File[] = [
    written(sentence, m.press_file_sentence(), plainText([kit.sentence])),
    ...pictures,
    ...dataTexts(asked, origin).map(({ name, about, text }) =>
      written(named(asked, name, 'csv'), about, text)
    )
  ];
  const own = { name: german ? 'LIESMICH.txt' : 'README.txt', about: m.press_file_readme() };
  const manifest = { name: 'manifest.json', about: m.press_file_manifest() };
  const text = readmeText(kit, [own, ...files, manifest], { locale: locale(), origin });
  const all = [written(own.name, own.about, text), ...files];
  const list = manifestText(asked, kit, all);
  return zip(
    [...all, written(manifest.name, manifest.about, list)],
    loaded.manifest.published_at.slice(0, 10)
  );
}

/** What is in it, for programs. */
function manifestText({ view, loaded, parsed }: AskedKit, kit: PressKit, files: readonly File[]) {
  const { version, published_at, hash, licences } = loaded.manifest;
  const value = {
    view,
    language: locale(),
    title: kit.title,
    sentence: kit.sentence,
    snapshot: { version, published_at, hash },
    query: serialise(parsed.filters, parsed.view),
    address: kit.kit,
    frozen_address: kit.frozen,
    credit: kit.credit,
    terms: termsOf(loaded.dataset.sources),
    licences,
    files: files.map(({ name, about, bytes }) => ({
      ...{ name, about, bytes: bytes.length },
      sha256: createHash('sha256').update(bytes).digest('hex')
    }))
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
