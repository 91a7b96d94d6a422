/**
 * For every option of every dimension: how much there is under all OTHER filters.
 *
 * Contract: `options` say what `select` would give with the dimension set to this option alone
 * (with `goalsAll`: with the goal added to those chosen). Held by a property test against brute
 * force. One pass: a partnership counts for a dimension when it fails nothing but that dimension.
 */
import { catalogueOf } from './catalogue.ts';
import { countPairs } from './count.ts';
import type { Dataset } from './dataset.ts';
import type { Evidence, Filters } from './filters.ts';
import { failsOf, goalSlotsOf } from './match.ts';
import type { Basis, Form, Programme, SizeClass, Status } from './model.ts';
import { countPlural, type SideTallies } from './plural.ts';
import { SideTally, Tally } from './tally.ts';

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

/** Partnerships by start year under all OTHER filters: the histogram behind a year range. */
export interface Years {
  /** First year that occurs in the dataset; 0 where none is recorded. */
  from: number;
  /** `counts[i]`: partnerships since year `from + i`, up to the last year that occurs. */
  counts: number[];
  /** Partnerships without a recorded year. */
  unknown: number;
}

export interface Facets {
  goals: Facet<number | 'keine'>;
  bases: Facet<Basis>;
  regions: Facet<string>;
  countries: Facet<string>;
  south: Facet<boolean>;
  laender: Facet<string>;
  kreise: Facet<string>;
  sizes: Facet<SizeClass>;
  forms: Facet<Form>;
  programmes: Facet<Programme | 'keine'>;
  statuses: Facet<Status>;
  /** Decades by their first year (1950 = 1950-1959), those that occur in the dataset. */
  since: Facet<number | 'unbekannt'>;
  topics: Facet<string | 'keine'>;
  evidence: Facet<Evidence>;
  /** `true` counts what is found with German-German ties included, not these ties alone. */
  inland: Facet<boolean>;
  years: Years;
}

export function facets(dataset: Dataset, filters: Filters): Facets {
  const catalogue = catalogueOf(dataset);
  const fails = failsOf(dataset, filters);
  const { slots } = catalogue;
  const tally = new Tally(catalogue.counters, catalogue.questions);
  const { slots: goalSlots, bits: goalBits } = goalSlotsOf(dataset, filters);
  const sides: SideTallies = {
    goals: new SideTally(catalogue.goals, goalSlots),
    tie: new SideTally(catalogue.tie, slots.tie),
    german: new SideTally(catalogue.german, slots.german),
    abroad: new SideTally(catalogue.abroad, slots.abroad)
  };
  countPlural(catalogue, fails, sides, tally);
  countPairs(catalogue, goalBits, fails, sides, tally);
  for (const side of Object.values(sides) as SideTally[]) side.finish(tally);

  const found = catalogue.facets.map(({ name, values, question, offset }) => {
    const options = values.map((value, i) => ({
      value,
      partnerships: tally.partnerships[offset + i]!,
      authorities: tally.authorities[offset + i]!
    }));
    const total = tally.total[question]!;
    const known = tally.known[question]!;
    return [name, { options, known: { partnerships: known, share: total && known / total } }];
  });
  const { years, ...all } = Object.fromEntries(found) as Omit<Facets, 'years'> & {
    years: Facet<number>;
  };
  return { ...all, years: yearsOf(years, all.since) };
}

function yearsOf({ options }: Facet<number>, since: Facets['since']): Years {
  return {
    from: options[0]?.value ?? 0,
    counts: options.map(({ partnerships }) => partnerships),
    unknown: since.options.at(-1)!.partnerships
  };
}
