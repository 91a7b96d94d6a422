/**
 * What the page that builds an embed needs from the server.
 *
 * Contract: `stand=<n>` answers from that snapshot or not at all (`asOf`); an id of before leads on; a
 * view or a place that there is not is a 404 with words.
 */
import { error, redirect, type ServerLoadEvent } from '@sveltejs/kit';
import { locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { BUILDER_PARAMETERS, readBuilding } from '../url/builder.ts';
import { parse, vocabularyOf } from '../url/codec.ts';
import { EMBED_HEIGHTS, strayPlace, VIEW_IDS } from '../views/embedded.ts';
import { buildBuilder } from '../views/embedbuilder/builder.ts';
import { termsOf } from '../report/terms.ts';
import { asOf } from './asof.ts';
import { movedAddress } from './moved.ts';
import { current } from './snapshots.ts';

type Event = Pick<ServerLoadEvent, 'url' | 'setHeaders'>;

/**
 * @param name of the view, as the address has it
 * @throws what `asOf` throws; 301 where the address names an id of before; 404
 */
export async function builderPage({ url, setHeaders }: Event, name: string) {
  const view = VIEW_IDS.find((one) => one === name);
  if (!view) error(404, { message: m.embed_no_view(), code: 'no-view' });
  const at = await asOf(url.searchParams);
  const moved = movedAddress(url, at.dataset);
  if (moved !== null) {
    setHeaders({ 'cache-control': 'no-cache' });
    redirect(301, moved);
  }
  const { dataset, details, register, manifest } = at;
  const newest = at.frozen ? (await current()).manifest : manifest;
  const language = locale();
  const parsed = parse(url.searchParams, vocabularyOf(dataset), BUILDER_PARAMETERS);
  const { building, issues } = readBuilding(url.searchParams, language, EMBED_HEIGHTS[view]);
  const builder = buildBuilder({
    view,
    data: { dataset, details, register },
    parsed,
    building,
    stands: { shown: manifest, current: newest },
    locale: language,
    origin: url.origin
  });
  if (!builder) error(404, { message: m.embed_no_place(), code: 'no-place' });
  return {
    builder,
    issues: [...parsed.issues, ...strayPlace(view, parsed), ...issues],
    licence: termsOf(dataset.sources).licence
  };
}
