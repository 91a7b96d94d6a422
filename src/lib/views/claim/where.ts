/**
 * Where the partner is: "in der Ukraine oder in Polen", "in einem ODA-Empfängerland in Westasien".
 *
 * Contract: pure. One and the same partner must fit all that is asked, so what follows from the
 * countries is not said again; where nothing can fit, both sides are said.
 */
import type { Filters } from '../../domain/filters.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { named } from '../labels.ts';
import { COUNTRY_IN, REGION_IN } from './articles.ts';
import { placesIn, type Say } from './names.ts';

type Where = Pick<Filters, 'countries' | 'regions' | 'south' | 'inland'>;

export function whereOf(filters: Where, say: Say): string {
  const { countries, regions, south, inland } = filters;
  const { locale } = say;
  const wide = wideOf(regions, south, say);
  if (countries.length > 0) {
    const own = countries.filter((iso2) => {
      const country = say.names.countries.find((one) => one.iso2 === iso2);
      if (!country) return false;
      return (!south || country.oda) && (regions.length === 0 || regions.includes(country.region));
    });
    if (own.length > 0) return countriesWords(own, say);
    return m.claim_both({ one: countriesWords(countries, say), other: wide }, { locale });
  }
  if (wide !== '') return wide;
  return inland ? m.claim_anywhere({}, { locale }) : m.claim_abroad({}, { locale });
}

/** Whether only partners abroad can fit, though ties within Germany count for the coverage. */
export const isAbroadOnly = ({ countries, regions, south }: Where): boolean =>
  south || countries.length > 0 || regions.length > 0;

function wideOf(regions: string[], south: boolean, say: Say): string {
  const { locale, most } = say;
  const parts: string[] = south ? [m.claim_oda({}, { locale })] : [];
  if (regions.length > Math.max(1, most))
    parts.push(m.claim_regions_many({ count: regions.length }, { locale }));
  else if (regions.length > 0)
    parts.push(
      placesIn(
        regions.map((code) => regionIn(code, say)),
        'or',
        say
      )
    );
  return parts.join(' ');
}

function countriesWords(countries: string[], say: Say): string {
  const { locale, most } = say;
  if (countries.length > Math.max(1, most))
    return m.claim_countries_many({ count: countries.length }, { locale });
  return placesIn(
    countries.map((iso2) => countryIn(iso2, say)),
    'or',
    say
  );
}

/** "in der Ukraine"; by its name where no article is due. */
export function countryIn(iso2: string, { names, locale }: Say): string {
  const country = names.countries.find((one) => one.iso2 === iso2);
  const phrase = COUNTRY_IN[iso2]?.({}, { locale });
  if (phrase !== undefined || !country) return phrase ?? iso2;
  return m.claim_in({ name: named(country, locale).replace(' & ', ' and ') }, { locale });
}

function regionIn(code: string, { names, locale }: Say): string {
  const region = names.regions.find((one) => one.code === code);
  const name = region ? named(region, locale) : code;
  return REGION_IN[code]?.({}, { locale }) ?? m.claim_in({ name }, { locale });
}
