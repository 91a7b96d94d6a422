/**
 * What a search term may mean: a country, a place in Germany (with or without a record), a partner.
 *
 * Contract: pure; every spelling of umlauts finds the same; few of each kind, the likeliest first.
 */
import type { Dataset } from '../domain/dataset.ts';
import { searchPlaces, type Register } from '../domain/register.ts';
import { beginsWord, fold, words } from '../domain/text.ts';
import { collator } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { kindWords, named } from './labels.ts';
import { linkTo, type Here } from './links.ts';

export interface Found {
  /** Authority, partner or country code. */
  id: string;
  name: string;
  about: string;
  href: string;
}

const LIMIT = { countries: 3, authorities: 8, partners: 5 };

interface Names {
  countries: string[][];
  partners: string[][];
  /** Partnerships per partner row. */
  ties: Uint16Array;
}
const cache = new WeakMap<Dataset, Names>();

function namesOf(dataset: Dataset): Names {
  const known = cache.get(dataset);
  if (known) return known;
  const { partners, partnerships } = dataset;
  const ties = new Uint16Array(partners.length);
  for (const member of partnerships.members) if (member < 0) ties[~member]! += 1;
  const made = {
    countries: dataset.countries.map(({ nameDe, nameEn }) => [fold(nameDe), fold(nameEn)]),
    partners: partners.nameDe.map((name, row) => [fold(name), fold(partners.nameEn[row]!)]),
    ties
  };
  cache.set(dataset, made);
  return made;
}

/** 3 = the whole name, 2 = its beginning, 1 = all words begin one of its words, 0 = no. */
function fit(names: readonly string[], whole: string, asked: readonly string[]): number {
  if (names.includes(whole)) return 3;
  if (names.some((name) => name.startsWith(whole))) return 2;
  return names.some((name) => asked.every((word) => beginsWord(name, word))) ? 1 : 0;
}

/** @param register null while it is not loaded: places in Germany are missing then */
export function foundFor(dataset: Dataset, register: Register | null, here: Here): Found[] {
  const { text } = here.filters;
  const asked = words(text);
  if (asked.length === 0) return [];
  const whole = fold(text);
  const say = { locale: here.locale };
  const names = namesOf(dataset);
  const { compare } = collator(here.locale);
  const best = (rows: readonly string[][], limit: number, weight: (row: number) => number) =>
    rows
      .map((each, row) => ({ row, fit: fit(each, whole, asked) }))
      .filter((hit) => hit.fit > 0)
      .sort(
        (a, b) =>
          b.fit - a.fit ||
          weight(b.row) - weight(a.row) ||
          compare(rows[a.row]![0]!, rows[b.row]![0]!)
      )
      .slice(0, limit)
      .map((hit) => hit.row);

  const used = new Set(dataset.partners.country);
  const countries = best(names.countries, LIMIT.countries + 1, (row) => Number(used.has(row)))
    .filter((row) => used.has(row))
    .map((row): Found => {
      const { iso2, ...country } = dataset.countries[row]!;
      const href = linkTo(here, { text: '', countries: [iso2], regions: [] }, { page: 1 });
      return { id: iso2, name: named(country, here.locale), about: m.found_country({}, say), href };
    })
    .slice(0, LIMIT.countries);
  const partners = best(names.partners, LIMIT.partners, (row) => names.ties[row]!).map(
    (row): Found => {
      const { id, nameDe, nameEn, country } = dataset.partners;
      const about = m.found_partner(
        { country: named(dataset.countries[country[row]!]!, here.locale) },
        say
      );
      const name = named({ nameDe: nameDe[row]!, nameEn: nameEn[row]! }, here.locale);
      return { id: id[row]!, name, about, href: placeLink(here, id[row]!) };
    }
  );
  return [...countries, ...authorities(dataset, register ?? [], here), ...partners];
}

const placeLink = (here: Here, place: string) => linkTo(here, { text: '' }, { place, page: 1 });

function authorities(dataset: Dataset, register: Register, here: Here): Found[] {
  const say = { locale: here.locale };
  const lands = new Map(dataset.laender.map((land) => [land.code, land.name]));
  const recorded = new Set(dataset.authorities.id);
  return searchPlaces(register, here.filters.text, LIMIT.authorities).map((place) => ({
    id: place.id,
    name: place.name,
    about: [
      kindWords[place.kind]({}, say),
      place.postcode,
      lands.get(place.land) === place.name ? '' : lands.get(place.land),
      recorded.has(place.id) ? '' : m.found_not_recorded({}, say)
    ]
      .filter(Boolean)
      .join(' · '),
    href: placeLink(here, place.id)
  }));
}
