/**
 * Ready-made questions: each adds to what is asked for already and takes itself back when it is set.
 *
 * Contract: pure; `partnerships` is what the link leads to as long as it is not set.
 */
import type { Facets, Facet } from '../domain/facets.ts';
import type { Filters } from '../domain/filters.ts';
import { named } from './labels.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { Dataset } from '../domain/dataset.ts';
import { linkToFilters, type Here } from './links.ts';
import { startedIn } from './years.ts';

export interface Preset {
  id: string;
  label: string;
  partnerships: number;
  /** Adds the filter, or takes it back when it is active. */
  href: string;
  active: boolean;
}

/** Since the 2030 Agenda. */
const AGENDA = 2015;

export function presetsOf(
  dataset: Pick<Dataset, 'countries'>,
  facets: Facets,
  here: Here
): Preset[] {
  const { filters, locale } = here;
  const say = { locale };
  const only = (list: readonly string[], value: string) => list.length === 1 && list[0] === value;
  const { since } = filters;
  const france = dataset.countries.find((country) => country.iso2 === 'FR');
  const preset = (
    id: string,
    label: string,
    partnerships: number,
    active: boolean,
    set: Partial<Filters>,
    unset: Partial<Filters>
  ): Preset => ({
    ...{ id, label, partnerships, active },
    href: linkToFilters(here, active ? unset : set)
  });
  return [
    preset(
      'sued',
      m.preset_south({}, say),
      countOf(facets.south, true),
      filters.south,
      { south: true },
      { south: false }
    ),
    preset(
      'klima',
      m.preset_climate({}, say),
      countOf(facets.programmes, 'klimapartnerschaft'),
      only(filters.programmes, 'klimapartnerschaft'),
      { programmes: ['klimapartnerschaft'] },
      { programmes: [] }
    ),
    preset(
      'agenda',
      m.since_from({ from: String(AGENDA) }, say),
      startedIn(facets.years, AGENDA, Infinity),
      since !== null && since !== 'unbekannt' && since.from === AGENDA && since.to === null,
      { since: { from: AGENDA, to: null } },
      { since: null }
    ),
    ...(france
      ? [
          preset(
            'frankreich',
            named(france, locale),
            countOf(facets.countries, 'FR'),
            only(filters.countries, 'FR'),
            { countries: ['FR'] },
            { countries: [] }
          )
        ]
      : [])
  ];
}

function countOf<V>(facet: Facet<V>, value: V): number {
  return facet.options.find((option) => option.value === value)?.partnerships ?? 0;
}
