/**
 * What a search term may mean, in words and with the address behind it.
 *
 * Contract: pure; the same list answers while typing and, without JavaScript, after sending.
 */
import type { Dataset } from '../domain/dataset.ts';
import type { Register } from '../domain/register.ts';
import type { Hit, HitKind, Search } from '../domain/search.ts';
import { m } from '../i18n/paraglide/messages.js';
import { kindWords, named } from './labels.ts';
import { linkTo, type Here } from './links.ts';

/** `alike`: no name fits, these are spelt like it. */
export type FoundGroup = HitKind | 'alike';

/** Names are found by words, a place also by the postcode of its administration. */
export const POSTCODE = /^\d{5}$/;

export interface Found {
  /** Authority, partner or country code. */
  id: string;
  name: string;
  about: string;
  href: string;
  group: FoundGroup;
}

/** All that the search needs beyond the dataset. */
export interface Finder {
  register: Register;
  search: Search;
}

/** @returns hits of one group stand together */
export function foundFor(
  dataset: Dataset,
  { register, search }: Finder,
  text: string,
  here: Here
): Found[] {
  const hits = search(text);
  const recorded = hits.length > 0 ? recordedIds(dataset) : new Set<string>();
  const say = { locale: here.locale };
  const place = (id: string) => linkTo(here, { text: '' }, { place: id, page: 1 });

  const words = ({ kind, row }: Hit): Omit<Found, 'group'> => {
    if (kind === 'country') {
      const { iso2, ...country } = dataset.countries[row]!;
      const href = linkTo(here, { text: '', countries: [iso2], regions: [] }, { page: 1 });
      const about = [m.found_country({}, say), missing(iso2)];
      return { id: iso2, name: named(country, here.locale), about: join(about), href };
    }
    if (kind === 'partner') {
      const { id, nameDe, nameEn, country } = dataset.partners;
      const where = named(dataset.countries[country[row]!]!, here.locale);
      const name = named({ nameDe: nameDe[row]!, nameEn: nameEn[row]! }, here.locale);
      const about = m.found_partner({ country: where }, say);
      return { id: id[row]!, name, about, href: place(id[row]!) };
    }
    const body = register[row]!;
    const land = dataset.laender.find(({ code }) => code === body.land)?.name ?? '';
    const kreis = dataset.kreise.find(({ code }) => code === body.kreis)?.name ?? '';
    // A town that is a Kreis of its own ("Kiel, Landeshauptstadt") is not said twice.
    const isOwn = body.kind !== 'gemeinde' || kreis.includes(',') || kreis === body.name;
    const isCalledSo = /kreis|region/i.test(kreis);
    const about = [
      kind === 'postcode' ? m.found_postcode({ postcode: body.postcode }, say) : '',
      kindWords[body.kind]({}, say),
      kreis === '' || isOwn ? '' : isCalledSo ? kreis : m.kreis_named({ name: kreis }, say),
      land === body.name ? '' : land,
      missing(body.id)
    ];
    return { id: body.id, name: body.name, about: join(about), href: place(body.id) };
  };
  const missing = (id: string) => (recorded.has(id) ? '' : m.found_not_recorded({}, say));
  return hits.map((hit) => ({ ...words(hit), group: hit.sure ? hit.kind : 'alike' }));
}

const join = (parts: string[]) => parts.filter(Boolean).join(' · ');

const cache = new WeakMap<Dataset, Set<string>>();

/** Ids of authorities and codes of countries with at least one record. */
function recordedIds(dataset: Dataset): Set<string> {
  const known = cache.get(dataset);
  if (known) return known;
  const made = new Set(dataset.authorities.id);
  for (const country of dataset.partners.country) made.add(dataset.countries[country]!.iso2);
  cache.set(dataset, made);
  return made;
}

/** The hits of each group, in their order. */
export function grouped(found: readonly Found[]): { group: FoundGroup; hits: Found[] }[] {
  const groups = new Map<FoundGroup, Found[]>();
  for (const hit of found) groups.set(hit.group, [...(groups.get(hit.group) ?? []), hit]);
  return [...groups].map(([group, hits]) => ({ group, hits }));
}
