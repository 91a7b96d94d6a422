/** What the URL holds besides filters, the codes that depend on the data, and what was wrong. */
import type { Dataset } from '../domain/dataset.ts';
import type { Filters } from '../domain/filters.ts';
import type { GapMeasure, GapQuestion } from '../domain/gapaxes.ts';
import type { Radius, Reason as SpotReason } from '../domain/reasons.ts';

export const SORT_KEYS = ['partner', 'kommune', 'staat', 'seit'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
/** Orders of the table of areas. */
export const AREA_SORT_KEYS = ['name', 'gemeinden', 'anteil', 'obergrenze', 'abdeckung'] as const;
export type AreaSortKey = (typeof AREA_SORT_KEYS)[number];
/** '-' first = descending. */
export type TieSort = SortKey | `-${SortKey}`;
export type AreaSort = AreaSortKey | `-${AreaSortKey}`;
export type Sort = TieSort | AreaSort;

export const VIEWS = ['karte', 'tabelle', 'zeit'] as const;
/** What the map shades: nothing, or the share of authorities with a recorded partnership. */
export const AREAS = ['laender', 'kreise'] as const;
export type Areas = (typeof AREAS)[number];

/** `linse`: the questions of the network page. */
export const LENSES = ['staaten', 'ziele', 'fluss', 'kommunen', 'partner-suche', 'ebenen'] as const;
export type LensId = (typeof LENSES)[number];
export const ORDERS = ['cluster', 'name', 'anzahl'] as const;
export const FIGURES = ['matrix', 'chord', 'akteure'] as const;
export const LEFTS = ['land', 'groesse', 'kommune'] as const;
export const RIGHTS = ['region', 'staat'] as const;

/** How the network page shows what is asked; null = as the lens does it by itself. */
export interface NetState {
  /** `linse` */
  lens: LensId;
  /** `ordnung` of rows and columns. */
  order: (typeof ORDERS)[number] | null;
  /** `bild` */
  figure: (typeof FIGURES)[number] | null;
  /** `links`: what stands for the German side. */
  left: (typeof LEFTS)[number] | null;
  /** `rechts`: what stands for the partners' side. */
  right: (typeof RIGHTS)[number] | null;
  /** `schritte` around the focus. */
  steps: 1 | 2;
  /** `umfang=alle`: everything instead of the strongest. */
  all: boolean;
  /** `wahl`: id of a cell or an edge whose partnerships are listed; what it means, the lens knows. */
  picked: string | null;
}

export const DEFAULT_NET: Readonly<NetState> = Object.freeze({
  lens: 'staaten',
  order: null,
  figure: null,
  left: null,
  right: null,
  steps: 1,
  all: false,
  picked: null
});

/** What the gap page shows; its row and column are never the same. */
export interface GapState extends GapQuestion {
  /** `mass` */
  measure: GapMeasure;
  /** `zelle`: the opened cell, by the ids of its positions (`alle` = total). */
  cell: { row: string; column: string } | null;
}

export const DEFAULT_GAPS: Readonly<GapState> = Object.freeze({
  row: 'land',
  column: 'region',
  measure: 'anteil',
  cell: null
});

/** What white spots and the outreach list share. */
export interface WhiteState {
  /** `umkreis`, kilometres. */
  radius: Radius;
  /** `grund`: all of them must hold. */
  reasons: SpotReason[];
  /** `merkliste`: ids of Gemeinden in the reader's order. */
  picked: string[];
}

export const DEFAULT_WHITE: Readonly<WhiteState> = Object.freeze({
  radius: 25,
  reasons: [],
  picked: []
});

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
  /** `titel`: what the link calls its selection; '' = nothing. */
  title: string;
  /** `stand`: the frozen snapshot; null = the current one. */
  snapshot: number | null;
  net: Readonly<NetState>;
  gaps: Readonly<GapState>;
  white: Readonly<WhiteState>;
}

export const DEFAULT_VIEW: Readonly<ViewState> = Object.freeze({
  place: null,
  view: 'karte',
  areas: null,
  sort: null,
  page: 1,
  title: '',
  snapshot: null,
  net: DEFAULT_NET,
  gaps: DEFAULT_GAPS,
  white: DEFAULT_WHITE
});

/** Codes that depend on the data, in their order. */
export interface Vocabulary {
  regions: ReadonlySet<string>;
  countries: ReadonlySet<string>;
  laender: ReadonlySet<string>;
  kreise: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  /** Ids of before -> the ids they were merged into. */
  moved: ReadonlyMap<string, string>;
}

export function vocabularyOf(dataset: Dataset): Vocabulary {
  return {
    regions: new Set(dataset.regions.map((region) => region.code)),
    countries: new Set(dataset.countries.map((country) => country.iso2)),
    laender: new Set(dataset.laender.map((land) => land.code)),
    kreise: new Set(dataset.kreise.map((kreis) => kreis.code)),
    topics: new Set(dataset.topics.map((topic) => topic.id)),
    moved: dataset.moved
  };
}

export type Reason =
  /** No parameter of this name. */
  | 'unknown_parameter'
  /** The grammar reserves the name; nothing can be asked by it yet. */
  | 'not_yet'
  /** Another view answers it; this one would say something else. */
  | 'other_view'
  /** No such code, or not a number where one is due. */
  | 'unknown_value'
  /** Years out of order or out of bounds. */
  | 'bad_range'
  | 'too_long'
  /** The columns ask for what the rows show already. */
  | 'same_axis'
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
