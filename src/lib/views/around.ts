/**
 * What goes on around a place: active neighbours, places of its size, who shares its partners.
 *
 * Contract: pure and plain; short lists, the nearest or likeliest first; ids instead of addresses,
 * so that the component links them from where the reader is.
 */
import type { Dataset } from '../domain/dataset.ts';
import { neighboursOf, partnersNear, similarTo, type Near, type Spot } from '../domain/near.ts';
import { sizeClassOf } from '../domain/model.ts';
import type { AuthorityPlace, Place } from '../domain/place.ts';
import { sharedOf } from '../domain/shared.ts';
import { formatNumber } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { kindWords, kreisName, named, sizeWords } from './labels.ts';
import { authorityMember, partnerMember, type Member } from './ties.ts';

export interface NearPlace extends Member {
  /** e.g. "12 km · 5 Partnerschaften". */
  about: string;
}

export interface NearGroup {
  title: string;
  places: NearPlace[];
}

export interface SharedView {
  /** Partner or country. */
  name: string;
  /** Country to filter by; '' for a partner. */
  iso2: string;
  /** How many share it. */
  count: number;
  nearest: NearPlace[];
}

export interface AroundView {
  /** In the Kreis, then elsewhere; for a partner abroad those of its country. */
  neighbours: NearGroup[];
  /** null where nothing is like it, or where it has partnerships itself. */
  similar: NearGroup | null;
  /** Rarest first. */
  shared: SharedView[];
}

const FEW = 4;
const SHARED = 5;

export function aroundOf(dataset: Dataset, place: Place, locale: Locale): AroundView {
  if (place.side === 'partner') {
    const places = partnersNear(dataset, place.row, FEW).map((near) => ({
      ...partnerMember(dataset, near.row, locale),
      about: aboutNear(near, locale)
    }));
    const title = named(dataset.countries[place.country]!, locale);
    return { neighbours: filled([{ title, places }]), similar: null, shared: [] };
  }
  const recorded = place.inside.length + place.outside.length > 0;
  const view = nearPlace(dataset, locale);
  const spot: Spot = place;
  const { inKreis, landkreis, beyond } = neighboursOf(dataset, spot, FEW);
  const close = landkreis ? [landkreis, ...inKreis] : inKreis;
  return {
    neighbours: filled([
      { title: kreisName(place.kreis, locale), places: close.map(view) },
      { title: close.length > 0 ? m.near_elsewhere({}, { locale }) : '', places: beyond.map(view) }
    ]),
    similar: recorded ? null : similarGroup(dataset, place, locale),
    shared: place.row === null ? [] : sharedViews(dataset, place.row, locale)
  };
}

const filled = (groups: NearGroup[]) => groups.filter(({ places }) => places.length > 0);

const nearPlace =
  (dataset: Dataset, locale: Locale) =>
  (near: Near): NearPlace => ({
    ...authorityMember(dataset, near.row),
    about: aboutNear(near, locale)
  });

function aboutNear({ km, ties }: Near, locale: Locale): string {
  const say = { locale };
  const shown = formatNumber(ties, locale);
  return `${distanceWords(km, locale)} · ${m.near_ties({ count: ties, shown }, say)}`;
}

/** Whole kilometres: the points of a municipality are no more exact than that. */
export function distanceWords(km: number, locale: Locale): string {
  if (km < 1) return m.near_under({}, { locale });
  return m.near_km({ km: formatNumber(Math.round(km), locale) }, { locale });
}

function similarGroup(dataset: Dataset, place: AuthorityPlace, locale: Locale): NearGroup | null {
  const { rows, sameLand } = similarTo(dataset, place, FEW);
  if (rows.length === 0) return null;
  const say = { locale };
  const size = place.kind === 'gemeinde' ? sizeClassOf(place.population) : null;
  const words = {
    size: (size ? sizeWords[size] : kindWords[place.kind])({}, say),
    land: place.land
  };
  return {
    title: sameLand ? m.similar_land(words, say) : m.similar_germany(words, say),
    places: rows.map(nearPlace(dataset, locale))
  };
}

function sharedViews(dataset: Dataset, row: number, locale: Locale): SharedView[] {
  const { partners, countries } = sharedOf(dataset, row);
  const view = nearPlace(dataset, locale);
  const same = partners.slice(0, SHARED).map(({ partner, others }) => ({
    name: partnerMember(dataset, partner, locale).name,
    iso2: '',
    count: others.length,
    nearest: others.slice(0, 3).map(view)
  }));
  const room = Math.max(2, SHARED - same.length);
  return [
    ...same,
    ...countries.slice(0, room).map(({ country, others }) => ({
      name: named(dataset.countries[country]!, locale),
      iso2: dataset.countries[country]!.iso2,
      count: others.length,
      nearest: others.slice(0, 1).map(view)
    }))
  ];
}
