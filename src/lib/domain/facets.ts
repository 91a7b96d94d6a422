import type { Dataset } from './dataset.ts';
import type { Evidence, Filters } from './filters.ts';
import type { Basis, Form, Programme, SizeClass, Status } from './model.ts';

export interface Option<V> {
  value: V;
  partnerships: number;
  authorities: number;
}

export interface Facet<V> {
  /** Every option of the dimension, in the order of the vocabulary (those with 0 too). */
  options: Option<V>[];
  /** Partnerships under all OTHER filters whose value is recorded at all; share 0..1. */
  known: { partnerships: number; share: number };
}

export interface Facets {
  goals: Facet<number | 'keine'>;
  bases: Facet<Basis>;
  regions: Facet<string>;
  countries: Facet<string>;
  south: Facet<boolean>;
  laender: Facet<string>;
  sizes: Facet<SizeClass>;
  forms: Facet<Form>;
  programmes: Facet<Programme | 'keine'>;
  statuses: Facet<Status>;
  /** Decades by their first year (1950 = 1950-1959). */
  since: Facet<number | 'unbekannt'>;
  topics: Facet<string | 'keine'>;
  evidence: Facet<Evidence>;
  inland: Facet<boolean>;
}

export function facets(_dataset: Dataset, _filters: Filters): Facets {
  throw new Error('not yet');
}
