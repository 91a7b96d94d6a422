/** The page of a press kit: answered for its address, of the snapshot it names or the current one. */
import { error, redirect, type ServerLoadEvent } from '@sveltejs/kit';
import { m } from '../i18n/paraglide/messages.js';
import { parse, vocabularyOf } from '../url/codec.ts';
import { VIEW_IDS } from '../views/embedded.ts';
import { asOf } from './asof.ts';
import { movedAddress } from './moved.ts';
import { operator } from './operator.ts';
import { isPlace } from './pictures.ts';
import { frozen, pressKit } from './presskit.ts';

type Event = Pick<ServerLoadEvent, 'url' | 'setHeaders'>;

/**
 * @param name of the view in the address
 * @throws 404 for a view or a place nobody knows, and what `asOf` throws; 301 where the address names
 *   an id of before
 */
export async function pressPage({ url, setHeaders }: Event, name: string) {
  const view = VIEW_IDS.find((id) => id === name);
  if (view === undefined) error(404, { message: m.press_no_view(), code: 'no-view' });
  const loaded = await asOf(url.searchParams);
  const moved = movedAddress(url, loaded.dataset);
  if (moved !== null) {
    setHeaders({ 'cache-control': 'no-cache' });
    redirect(301, moved);
  }
  const parsed = frozen(parse(url.searchParams, vocabularyOf(loaded.dataset)), loaded);
  const { place } = parsed.view;
  if (view === 'profil' && (place === null || !isPlace(place, loaded)))
    error(404, { message: m.embed_no_place(), code: 'no-place' });
  return { kit: pressKit({ view, loaded, parsed }, operator(), url.origin) };
}
