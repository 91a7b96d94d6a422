/**
 * What the map is given and what it says.
 *
 * Contract: plain rows, degrees, stable ids; the map never sees the Dataset.
 */
import type { AreaData } from './arealayers.ts';
import type { Snippet } from 'svelte';
import type { FlowLevel, InView } from '../domain/flowlevels.ts';
import type { CountryFlow } from '../domain/flows.ts';

/** A drawn flow: all partnerships of a part of Germany with one country. */
export interface MapFlow extends CountryFlow {
  /** Stable: `FR`, `09-FR` or `09162-FR`. */
  id: string;
  /** Codes of where it starts; both null = Germany as a whole. */
  land: string | null;
  kreis: string | null;
  /** Name of the start; '' = Germany as a whole. */
  from: string;
  fromLon: number;
  fromLat: number;
}

/** A German authority with at least one partnership in the selection. */
export interface PlacePoint {
  id: string;
  name: string;
  lon: number;
  lat: number;
  ties: number;
}

/** One partnership, drawn from `from` to `name`. */
export interface TieRow {
  /** Partnership. */
  id: string;
  /** The other end: an authority (`a…`) or a partner (`p…`). */
  member: string;
  name: string;
  lon: number;
  lat: number;
  /** Where the line starts: the selected place, or the German side. */
  fromMember: string;
  from: string;
  fromLon: number;
  fromLat: number;
}

export type Target =
  | { kind: 'authority' | 'partner'; id: string }
  | { kind: 'flow'; iso2: string | null; land: string | null; kreis: string | null }
  /** Code of a Land (2 digits) or Kreis (5). */
  | { kind: 'area'; code: string }
  | null;

export type Locale = 'de' | 'en';

/** A point to look at. */
export interface Focus {
  id: string;
  name: string;
  lon: number;
  lat: number;
}

export interface MapData {
  /** What is asked for, as text: when it changes the camera may follow. */
  key: string;
  level: FlowLevel;
  flows: MapFlow[];
  places: PlacePoint[];
  ties: TieRow[];
  /** Id of the selected authority or partner; null = none. */
  selected: string | null;
  /** The same place on the map; null = none, not located or not known yet. */
  focus: Focus | null;
  /** Shaded areas; there are no flows, places and ties then. */
  areas?: AreaData | null;
}

/** `failed` goes back to `idle` when a later attempt succeeds. */
export type MapState = 'loading' | 'idle' | 'failed';

export type FailReason = 'webgl' | 'worker' | 'tiles' | 'slow';

export interface MapProps extends MapData {
  locale: Locale;
  /** Accessible name of the map: what it shows, in words. */
  label: string;
  /** Flows there were before the weakest were left out, and partnerships without a known place. */
  total: number;
  unlocated: number;
  /** Europe enlarged, shown in a corner while the whole world is in view; draws `near` countries. */
  inset?: Snippet;
  /** Countries that the inset draws. */
  near: string[];
  onselect: (target: Target) => void;
  /** The camera has come to rest. */
  onview: (view: InView) => void;
  onfail?: (reason: FailReason) => void;
  /** The map is seen, or can no longer be. */
  onshown?: (shown: boolean) => void;
}
