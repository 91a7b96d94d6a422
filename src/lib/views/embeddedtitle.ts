/**
 * What an embed is called, for those who list or read aloud what they embed. Pure.
 *
 * Contract: the heading of the view itself; a frozen one says of which snapshot. A live one says no date,
 * because the name is kept by others for longer than the date is right.
 */
import { placeOf } from '../domain/place.ts';
import { select } from '../domain/selection.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { Data } from './atlas.ts';
import { standOption, type StandLike } from './delta/stands.ts';
import type { AskedView, ViewId } from './embedded.ts';
import { gapTitle } from './gaps/gaps.ts';
import { named } from './labels.ts';
import { lensOf } from './net/lenses.ts';
import { titleOf } from './title.ts';

/**
 * @param frozen the snapshot that the address names; null = none
 * @returns null where the address asks for a place that nobody knows
 */
export function embeddedTitle(
  view: ViewId,
  data: Data,
  asked: AskedView,
  frozen: StandLike | null,
  locale: Locale
): string | null {
  const title =
    view === 'profil' ? placeName(data, asked, locale) : heading(view, data, asked, locale);
  if (title === null || !frozen) return title;
  return m.embedded_frozen({ title, stand: standOption(frozen, 0, locale).label }, { locale });
}

function placeName({ dataset, register }: Data, { filters, view }: AskedView, locale: Locale) {
  if (view.place === null) return null;
  const entry = register?.find(({ id }) => id === view.place);
  const place = placeOf(dataset, select(dataset, filters), view.place, entry);
  return place && (place.side === 'authority' ? place.name : named(place, locale));
}

function heading(
  view: ViewId,
  { dataset }: Data,
  { filters, view: state }: AskedView,
  locale: Locale
) {
  const title = titleOf(filters, dataset, locale);
  if (view === 'luecken') return gapTitle(title, state.gaps, locale);
  const lens = view === 'netz' ? lensOf(state.net.lens) : null;
  return lens ? `${title}: ${lens.name({}, { locale })}` : title;
}
