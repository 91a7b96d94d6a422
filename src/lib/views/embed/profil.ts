/** A place as an embed: what it does, with whom, on what; or that nothing is recorded yet. */
import { buildAtlas } from '../atlas.ts';
import { pageAddress } from '../embedded.ts';
import type { Here } from '../links.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { PlaceView } from '../place.ts';
import type { Asked, EmbedOf } from './embed.ts';

export interface ProfilBody {
  here: Here;
  place: PlaceView;
}

/** @returns null where nobody knows the place, or none is asked for */
export function profilEmbed(asked: Asked): EmbedOf<ProfilBody> | null {
  const { data, parsed, locale, look } = asked;
  const view = { ...parsed.view, view: 'karte' as const, areas: null, page: 1, sort: null };
  const { place, issues } = buildAtlas(data, { ...parsed, view }, locale);
  if (!place) return null;
  const here: Here = { filters: parsed.filters, view, locale };
  return {
    view: 'profil',
    title: place.name,
    sentence: place.about,
    notes: place.unrecorded ? [] : [m.place_bulk_note({}, { locale })],
    ground: '',
    issues,
    page: pageAddress('profil', parsed, locale),
    controls: [],
    look,
    body: { here, place }
  };
}
