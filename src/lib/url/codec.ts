import type { Dataset } from '../domain/dataset.ts';
import type { Filters } from '../domain/filters.ts';

export interface ViewState {
  /** `ort`: id `a…` or `p…` of the place in the panel. */
  place: string | null;
  /** `ansicht` */
  view: 'karte' | 'tabelle';
  /** `sortierung`: partner, kommune, staat, seit; '-' first = descending. */
  sort: Sort | null;
  /** `seite`, from 1. */
  page: number;
  /** `stand`: the frozen snapshot; null = the current one. */
  snapshot: number | null;
}

export const SORT_KEYS = ['partner', 'kommune', 'staat', 'seit'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export type Sort = SortKey | `-${SortKey}`;

export const DEFAULT_VIEW: Readonly<ViewState> = Object.freeze({
  place: null,
  view: 'karte',
  sort: null,
  page: 1,
  snapshot: null
});

/** Codes that depend on the data. */
export interface Vocabulary {
  regions: ReadonlySet<string>;
  countries: ReadonlySet<string>;
  laender: ReadonlySet<string>;
  kreise: ReadonlySet<string>;
  topics: ReadonlySet<string>;
}

export type Reason =
  | 'unknown_parameter'
  | 'unknown_value'
  | 'bad_range'
  | 'too_long'
  | 'too_many'
  | 'control_characters'
  | 'repeated'
  | 'not_yet';

export interface Issue {
  parameter: string;
  /** As given, cut to 100 characters, control characters removed. */
  value: string;
  reason: Reason;
}

export interface Parsed {
  filters: Filters;
  view: ViewState;
  issues: Issue[];
}

export function parse(_params: URLSearchParams, _vocabulary: Vocabulary): Parsed {
  throw new Error('not yet');
}
/** Query without `?`; '' when everything is at its default. */
export function serialise(_filters: Filters, _view: ViewState): string {
  throw new Error('not yet');
}
export function vocabularyOf(_dataset: Dataset): Vocabulary {
  throw new Error('not yet');
}
