/** What the URL holds besides filters, the codes that depend on the data, and what was wrong. */
import type { Dataset } from '../domain/dataset.ts';
import type { Filters } from '../domain/filters.ts';

export const SORT_KEYS = ['partner', 'kommune', 'staat', 'seit'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
/** '-' first = descending. */
export type Sort = SortKey | `-${SortKey}`;

export const VIEWS = ['karte', 'tabelle', 'zeit'] as const;
/** What the map shades: nothing, or the share of authorities with a recorded partnership. */
export const AREAS = ['laender', 'kreise'] as const;
export type Areas = (typeof AREAS)[number];

export interface ViewState {
  /** `ort`: id `a…` or `p…` of the place in the panel. */
  place: string | null;
  /** `ansicht` */
  view: (typeof VIEWS)[number];
  /** `flaechen`: shaded areas instead of flows; null = flows. */
  areas: Areas | null;
  /** `sortierung` */
  sort: Sort | null;
  /** `seite`, from 1. */
  page: number;
  /** `stand`: the frozen snapshot; null = the current one. */
  snapshot: number | null;
}

export const DEFAULT_VIEW: Readonly<ViewState> = Object.freeze({
  place: null,
  view: 'karte',
  areas: null,
  sort: null,
  page: 1,
  snapshot: null
});

/** Codes that depend on the data, in their order. */
export interface Vocabulary {
  regions: ReadonlySet<string>;
  countries: ReadonlySet<string>;
  laender: ReadonlySet<string>;
  kreise: ReadonlySet<string>;
  topics: ReadonlySet<string>;
}

export function vocabularyOf(dataset: Dataset): Vocabulary {
  return {
    regions: new Set(dataset.regions.map((region) => region.code)),
    countries: new Set(dataset.countries.map((country) => country.iso2)),
    laender: new Set(dataset.laender.map((land) => land.code)),
    kreise: new Set(dataset.kreise.map((kreis) => kreis.code)),
    topics: new Set(dataset.topics.map((topic) => topic.id))
  };
}

export type Reason =
  /** No parameter of this name. */
  | 'unknown_parameter'
  /** The grammar reserves the name; nothing can be asked by it yet. */
  | 'not_yet'
  /** No such code, or not a number where one is due. */
  | 'unknown_value'
  /** Years out of order or out of bounds. */
  | 'bad_range'
  | 'too_long'
  /** More than 100 entries; the first 100 are kept. */
  | 'too_many'
  /** Control or text direction characters. */
  | 'control_characters'
  /** Given twice with different values; the first is kept. */
  | 'repeated';

export interface Issue {
  parameter: string;
  /** As given, without control characters, at most 100 characters. */
  value: string;
  reason: Reason;
}

export interface Parsed {
  filters: Filters;
  view: ViewState;
  issues: Issue[];
}
