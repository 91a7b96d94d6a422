/** The view over time: beginnings per year, and per decade with the countries they lead to. */
import type { Dataset } from '../domain/dataset.ts';
import type { Selection } from '../domain/selection.ts';
import { timelineOf } from '../domain/timeline.ts';
import { named } from './labels.ts';
import { linkToFilters, type Here } from './links.ts';

export interface DecadeView {
  from: number;
  partnerships: number;
  /** Most partnerships first. */
  countries: { iso2: string; name: string; lon: number; lat: number; partnerships: number }[];
  /** This decade alone, under the same other filters. */
  href: string;
}

export interface TimeView {
  from: number;
  /** Beginnings in year `from + i`. */
  counts: number[];
  decades: DecadeView[];
  known: number;
  unknown: number;
  /** Those without a year, under the same other filters. */
  unknownHref: string;
}

export function timeViewOf(dataset: Dataset, selection: Selection, here: Here): TimeView {
  const { decades, ...line } = timelineOf(dataset, selection);
  return {
    ...line,
    decades: decades.map(({ from, partnerships, countries }) => ({
      from,
      partnerships,
      countries: countries.map(({ country, partnerships: count }) => {
        const { iso2, lon, lat, ...names } = dataset.countries[country]!;
        return { iso2, name: named(names, here.locale), lon, lat, partnerships: count };
      }),
      href: linkToFilters(here, { since: { from, to: from + 9 } })
    })),
    unknownHref: linkToFilters(here, { since: 'unbekannt' })
  };
}
