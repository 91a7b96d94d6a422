/**
 * The view model of the main page: everything a reader sees for one address.
 *
 * Contract: pure and plain (survives JSON); the SAME function answers on the server (first paint,
 * no JavaScript) and in the browser (every click after the data has arrived), so both faces agree.
 */
import type { Dataset } from '../domain/dataset.ts';
import type { Details } from '../domain/detail.ts';
import { derived } from '../domain/derived.ts';
import { facets } from '../domain/facets.ts';
import type { Filters } from '../domain/filters.ts';
import { flowsByCountry, type LinkedFlow } from '../domain/flows.ts';
import { gemeindenBy } from '../domain/areas.ts';
import type { Register } from '../domain/register.ts';
import type { Search } from '../domain/search.ts';
import { select, type Selection } from '../domain/selection.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Issue, Parsed, ViewState } from '../url/codec.ts';
import { areasViewOf, type AreasView } from './areas.ts';
import { chipsOf, type Chip } from './chips.ts';
import { choicesOf, type Choices } from './choices.ts';
import { foundFor, type Found } from './found.ts';
import { named } from './labels.ts';
import { linkToFilters, type Here, type Page } from './links.ts';
import { placeViewOf, type PlaceView } from './place.ts';
import { presetsOf, type Preset } from './presets.ts';
import { tableOf, type Table } from './table.ts';
import { timeViewOf, type TimeView } from './time.ts';
import { titleOf } from './title.ts';

export interface Atlas {
  filters: Filters;
  view: ViewState;
  issues: Issue[];
  title: string;
  chips: Chip[];
  counts: Omit<Selection, 'rows' | 'authorities' | 'partners'> & {
    partnerships: number;
    /** Of them, within Germany: no place and country abroad. */
    inland: number;
    partners: number;
  };
  /** Gemeinden under the same Land, Kreis and size filter; null where an old snapshot can't say. */
  denominator: number | null;
  choices: Choices;
  presets: Preset[];
  /** Countries by number of partnerships, most first. */
  flows: LinkedFlow[];
  /** Länder or Kreise, shown instead of flows and partnerships; null where none are asked for. */
  areas: AreasView | null;
  /** Only in the table view. */
  table: Table | null;
  /** Only in the view over time. */
  time: TimeView | null;
  /** null: no place asked for, or `placeMissing`. */
  place: PlaceView | null;
  /** A place was asked for that nobody knows. */
  placeMissing: boolean;
  /** Countries, places and partners whose name fits the text filter. */
  found: Found[];
}

/** What is loaded: the browser gets `details` and `register` later than the dataset. */
export interface Data {
  dataset: Dataset;
  details: Details | null;
  register: Register | null;
  /** Finds places by name; absent while the register is not loaded. */
  search?: Search | null;
}

/**
 * @param parsed the address, read by the codec with this dataset's vocabulary
 * @param locale language of all words
 * @param selection what the filters give, where the caller has it already
 * @param page which page's addresses are given; the faces of the map are the map page's alone
 */
export function buildAtlas(
  data: Data,
  parsed: Parsed,
  locale: Locale,
  selection: Selection = select(data.dataset, parsed.filters),
  page: Page = '/'
): Atlas {
  const { dataset, details, register } = data;
  const { filters, view, issues } = parsed;
  const here: Here = { filters, view, locale, page };
  const onMap = page === '/';
  const kreisNames = new Map(dataset.kreise.map(({ code, name }) => [code, name]));
  const { gemeinden, kreise, laender, others, countries } = selection;
  /** Counted when it is first looked at: heading and chips need not wait for the filter panel. */
  let panel: Pick<Atlas, 'choices' | 'presets'> | undefined;
  const counted = () => (panel ??= panelOf(dataset, here));
  const entry = view.place ? register?.find((place) => place.id === view.place) : undefined;
  const place = view.place
    ? placeViewOf(dataset, details, selection, view.place, entry, locale)
    : null;
  return {
    filters,
    view,
    issues,
    title: titleOf(filters, dataset, locale),
    chips: chipsOf(here, dataset, kreisNames),
    counts: {
      partnerships: selection.rows.length,
      inland: inlandOf(dataset, selection),
      partners: selection.partners.length,
      gemeinden,
      kreise,
      laender,
      others,
      countries
    },
    denominator: denominatorOf(dataset, filters),
    get choices() {
      return counted().choices;
    },
    get presets() {
      return counted().presets;
    },
    flows: onMap ? flowViews(dataset, selection, here) : [],
    areas: !onMap || view.view === 'zeit' ? null : areasViewOf(dataset, filters, view, locale),
    table:
      onMap && view.view === 'tabelle' && !view.areas
        ? tableOf(dataset, details, selection, view, locale)
        : null,
    time: onMap && view.view === 'zeit' ? timeViewOf(dataset, selection, here) : null,
    place,
    placeMissing: view.place !== null && place === null && register !== null,
    found:
      data.search && register
        ? foundFor(dataset, { register, search: data.search }, filters.text, here)
        : []
  };
}

function panelOf(dataset: Dataset, here: Here): Pick<Atlas, 'choices' | 'presets'> {
  const { filters, locale } = here;
  const counted = facets(dataset, filters);
  return {
    choices: choicesOf(dataset, counted, filters, locale),
    presets: presetsOf(dataset, counted, here)
  };
}

/** Number of all Gemeinden that the Land, Kreis and size filters leave. */
export function denominatorOf(dataset: Dataset, filters: Filters): number | null {
  return gemeindenBy(dataset, filters, 'laender')?.reduce((sum, n) => sum + n, 0) ?? null;
}

function flowViews(dataset: Dataset, selection: Selection, here: Here): LinkedFlow[] {
  return flowsByCountry(dataset, selection).map(({ country, partnerships, authorities }) => {
    const { iso2, lon, lat, ...names } = dataset.countries[country]!;
    return {
      iso2,
      name: named(names, here.locale),
      lon,
      lat,
      partnerships,
      authorities,
      href: linkToFilters(here, { countries: [iso2], regions: [] })
    };
  });
}

function inlandOf(dataset: Dataset, { rows }: Selection): number {
  const { inland } = derived(dataset);
  return rows.reduce((count, row) => count + inland[row]!, 0);
}
