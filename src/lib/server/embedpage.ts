/**
 * What an embed needs from the server: everything. It never loads the data itself; a frame shows what
 * this answers for its address.
 *
 * Contract: `stand=<n>` answers from that snapshot or not at all (`asOf`); an id of before leads on.
 */
import { error, redirect, type ServerLoadEvent } from '@sveltejs/kit';
import { locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { parse, vocabularyOf } from '../url/codec.ts';
import { EMBED_PARAMETERS, readLook } from '../url/embed.ts';
import type { Asked, Embed } from '../views/embed/embed.ts';
import { asOf } from './asof.ts';
import { movedAddress } from './moved.ts';
import { standOf } from './stand.ts';

type Event = Pick<ServerLoadEvent, 'url' | 'setHeaders'>;

/**
 * @param build the embed; null where what it is about is not known: 404
 * @throws what `asOf` throws; 301 where the address names an id of before
 */
export async function embedPage<E extends Embed>(
  { url, setHeaders }: Event,
  build: (asked: Asked) => E | null
) {
  const at = await asOf(url.searchParams);
  const moved = movedAddress(url, at.dataset);
  if (moved !== null) {
    setHeaders({ 'cache-control': 'no-cache' });
    redirect(301, moved);
  }
  const { look, issues } = readLook(url.searchParams);
  const parsed = parse(url.searchParams, vocabularyOf(at.dataset), EMBED_PARAMETERS);
  const { dataset, details, register } = at;
  const language = locale();
  const stand = standOf(at, language);
  const embed = build({
    data: { dataset, details, register },
    parsed: { ...parsed, issues: [...parsed.issues, ...issues] },
    look,
    locale: language,
    snapshot: { publishedAt: stand.publishedAt, edition: stand.edition?.title ?? null }
  });
  if (!embed) error(404, { message: m.embed_no_place(), code: 'no-place' });
  return { embed, stand };
}
