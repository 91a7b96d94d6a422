/**
 * How finely the map draws: Germany, Länder, Kreise or single partnerships.
 *
 * Contract: pure; the answer depends only on what is asked for and what is in view, never on what
 * was drawn before. Never a fan of thousands: each level has a cap, and what is left out is said.
 */
import type { Filters } from './filters.ts';

/** Coarse to fine. */
export const FLOW_LEVELS = ['staaten', 'laender', 'kreise', 'orte'] as const;
export type FlowLevel = (typeof FLOW_LEVELS)[number];

/** Largest number of lines per level; the strongest are kept. All countries of the world fit. */
export const FLOW_CAP: Record<FlowLevel, number> = {
  staaten: 250,
  laender: 60,
  kreise: 60,
  orte: 300
};

/** Width of the strongest flow in px: the more flows side by side, the finer. */
export const FLOW_WIDEST: Record<FlowLevel, number> = {
  staaten: 9,
  laender: 7,
  kreise: 3.5,
  orte: 0
};

/** So many single partnerships can still be told apart on the whole map, or in a part of it. */
const READABLE = 150;
const READABLE_NEAR = FLOW_CAP.orte;
/** So many Länder or Kreise as a filter are a question about them, whatever the zoom. */
const FEW = 3;
/** Zooms from which Germany fills the view, and from which a part of a Land does. */
const NEAR = 4;
const NEARER = 6;

export interface InView {
  zoom: number;
  /** West, south, east, north in degrees. */
  box: [number, number, number, number];
}

export interface Asked {
  zoom: number;
  filters: Pick<Filters, 'laender' | 'kreise'>;
  /** Partnerships in the selection, and those whose German end is in view. */
  ties: number;
  tiesInView: number;
}

/** The level to draw at. */
export function flowLevel({ zoom, filters, ties, tiesInView }: Asked): FlowLevel {
  if (ties <= READABLE) return 'orte';
  if (zoom >= NEARER && tiesInView <= READABLE_NEAR) return 'orte';
  if (zoom >= NEARER) return 'kreise';
  if (filters.kreise.length > 0 && filters.kreise.length <= FEW) return 'kreise';
  if (zoom >= NEAR) return filters.laender.length === 1 ? 'kreise' : 'laender';
  return filters.laender.length > 0 && filters.laender.length <= FEW ? 'laender' : 'staaten';
}

/** Whether a point lies in view; boxes may run past ±180°. */
export function isInView(box: InView['box'], lon: number, lat: number): boolean {
  const [west, south, east, north] = box;
  if (lat < south || lat > north) return false;
  return [lon - 360, lon, lon + 360].some((turned) => turned >= west && turned <= east);
}
