/**
 * What the map is given and what it says.
 *
 * Contract: plain rows, degrees, stable ids; the map never sees the Dataset.
 */

/** All partnerships of the selection with one country. */
export interface FlowRow {
  iso2: string;
  /** Name in the page's language. */
  name: string;
  /** Label point of the country. */
  lon: number;
  lat: number;
  partnerships: number;
  authorities: number;
}

/** A German authority with at least one partnership in the selection. */
export interface PlacePoint {
  id: string;
  name: string;
  lon: number;
  lat: number;
  ties: number;
}

/** One partnership of the selected place. */
export interface TieRow {
  /** Partnership. */
  id: string;
  /** The other end: an authority (`a…`) or a partner (`p…`). */
  member: string;
  name: string;
  lon: number;
  lat: number;
  fromLon: number;
  fromLat: number;
}

export type Target =
  { kind: 'authority' | 'partner'; id: string } | { kind: 'country'; iso2: string } | null;

export type Locale = 'de' | 'en';

export interface MapData {
  flows: FlowRow[];
  places: PlacePoint[];
  ties: TieRow[];
  /** Id of the selected authority or partner; null shows the flows to countries. */
  selected: string | null;
}

/** `failed` goes back to `idle` when a later attempt succeeds. */
export type MapState = 'loading' | 'idle' | 'failed';

export type FailReason = 'webgl' | 'worker' | 'tiles' | 'slow';

/** A source of the map's ground: words and licence as they stand in the published data. */
export interface Attribution {
  text: string;
  /** '' = the licence has no address. */
  licenceUrl: string;
}

export interface MapProps extends MapData {
  /** Fixed for the life of a map. */
  attributions: Attribution[];
  locale: Locale;
  /** Accessible name of the map: what it shows, in words. */
  label: string;
  onselect: (target: Target) => void;
  onfail?: (reason: FailReason) => void;
}
