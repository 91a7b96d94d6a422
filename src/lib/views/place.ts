/** The place panel's content for a German body or a partner, with or without a record. */
import type { Dataset } from '../domain/dataset.ts';
import type { Details } from '../domain/detail.ts';
import { placeOf, type Place } from '../domain/place.ts';
import type { RegisterEntry } from '../domain/register.ts';
import type { Selection } from '../domain/selection.ts';
import { collator, formatNumber } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { extrasOf, type PlaceExtrasView } from './extras.ts';
import { aroundOf, type AroundView } from './around.ts';
import { kindWords, kreisName, named } from './labels.ts';
import { summaryOf } from './summary.ts';
import { tieOf, type Tie } from './ties.ts';
import { lookedAt, stepsOf, type Looked, type Steps } from './unrecorded.ts';

export interface PlaceView {
  id: string;
  side: 'authority' | 'partner';
  name: string;
  /** e.g. "Gemeinde, Landkreis Meißen, Sachsen · 12.345 Einwohner (31.12.2023)". */
  about: string;
  /** Degrees; null = the place could not be located. */
  at: { lon: number; lat: number } | null;
  inside: Tie[];
  outside: Tie[];
  /** The ties in a sentence; '' where there are none at all. */
  summary: string;
  around: AroundView;
  /** For places without any tie: what was read, what can be done; null with one. */
  unrecorded: { looked: Looked[]; steps: Steps | null } | null;
  /** Networks, examples, actors; null where nothing is known or the details are not here yet. */
  extras: PlaceExtrasView | null;
}

/** @returns null when nobody has this id */
export function placeViewOf(
  dataset: Dataset,
  details: Details | null,
  selection: Selection,
  id: string,
  entry: RegisterEntry | undefined,
  locale: Locale
): PlaceView | null {
  const place = placeOf(dataset, selection, id, entry);
  if (!place) return null;
  const { compare } = collator(locale);
  const nameOf = (tie: Tie) =>
    [...tie.partners, ...tie.german.filter((g) => g.id !== id)][0]?.name ?? '';
  // What somebody has read about comes first, then by name.
  const ties = (rows: number[]) =>
    rows
      .map((row) => tieOf(dataset, details, row, locale))
      .sort((a, b) => Number(b.confirmed) - Number(a.confirmed) || compare(nameOf(a), nameOf(b)));
  const inside = ties(place.inside);
  const outside = ties(place.outside);
  return {
    id,
    side: place.side,
    name: place.side === 'authority' ? place.name : named(place, locale),
    about: aboutOf(dataset, place, locale),
    at: place.lon === null || place.lat === null ? null : { lon: place.lon, lat: place.lat },
    inside,
    outside,
    summary: summaryOf(inside, outside.length, place.side, locale),
    around: aroundOf(dataset, place, locale),
    unrecorded:
      inside.length + outside.length > 0
        ? null
        : { looked: lookedAt(dataset, locale), steps: stepsOf(dataset, details, locale) },
    extras: extrasOf(details, id, locale)
  };
}

function aboutOf(dataset: Dataset, place: Place, locale: Locale): string {
  if (place.side === 'partner') return named(dataset.countries[place.country]!, locale);
  const say = { locale };
  const where = [kindWords[place.kind]({}, say)];
  if (place.kind !== 'landkreis' && place.kreis && !place.kreis.startsWith(place.name)) {
    where.push(kreisName(place.kreis, locale));
  }
  if (place.kind !== 'land' && place.land !== place.name) where.push(place.land);
  const people =
    place.population === null
      ? ''
      : ` · ${m.inhabitants({ count: formatNumber(place.population, locale) }, say)}`;
  return where.join(', ') + people;
}
