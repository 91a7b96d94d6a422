/**
 * What a reader asks for, as one plain value. The URL is its only owner (`url/codec.ts`).
 *
 * Contract: within a list any entry suffices ("or"), between dimensions all must hold ("and");
 * an empty list asks for nothing. `keine` and `unbekannt` are answers like any other.
 *
 * - Authority side (`laender`, `kreise`, `sizes`): one and the same German member must fit.
 * - Partner side (`regions`, `countries`, `south`): one and the same partner abroad must fit.
 * - `bases` restrict which goal tags count for `goals`; alone they ask for a goal on such a basis.
 * - Initiated ties are left out unless `statuses` names `in_anbahnung`; a utility's ties unless
 *   `programmes` names `betreiberpartnerschaft`; German-German ties unless `inland`.
 */
import type { Basis, Form, Programme, SizeClass, Status } from './model.ts';

export type Evidence = 'belegt' | 'unbestaetigt';

export interface Filters {
  /** Goals 1-17 or `keine` (no goal recorded). */
  goals: (number | 'keine')[];
  /** All of `goals` at once instead of any. */
  goalsAll: boolean;
  bases: Basis[];
  /** UN M49 sub-region codes. */
  regions: string[];
  /** ISO 3166-1 alpha-2. */
  countries: string[];
  /** Partners in ODA recipient countries only. */
  south: boolean;
  /** Two-digit Land codes. */
  laender: string[];
  /** Five-digit Kreis codes. */
  kreise: string[];
  /** Gemeinden only: other kinds of bodies never fit. */
  sizes: SizeClass[];
  forms: Form[];
  programmes: (Programme | 'keine')[];
  statuses: Status[];
  /** Start year, both ends included; null = open end. */
  since: { from: number | null; to: number | null } | 'unbekannt' | null;
  /** Topic ids. */
  topics: (string | 'keine')[];
  /** `belegt`: attested by the facts layer; `unbestaetigt`: only by bulk layers. */
  evidence: Evidence[];
  /** German-German ties too. */
  inland: boolean;
  /** All words must begin a word in the names of the members or their countries. */
  text: string;
}

export const NO_FILTERS: Readonly<Filters> = Object.freeze({
  goals: [],
  goalsAll: false,
  bases: [],
  regions: [],
  countries: [],
  south: false,
  laender: [],
  kreise: [],
  sizes: [],
  forms: [],
  programmes: [],
  statuses: [],
  since: null,
  topics: [],
  evidence: [],
  inland: false,
  text: ''
});

/** Whether anything is asked for at all. */
export function isFiltered(filters: Filters): boolean {
  return Object.entries(filters).some(([key, value]) => {
    if (key === 'goalsAll') return false; // says how, not what
    if (Array.isArray(value)) return value.length > 0;
    if (typeof value === 'string') return value.trim() !== '';
    return value !== null && value !== false;
  });
}
