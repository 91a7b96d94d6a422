/**
 * For every option of every dimension: how much there is under all OTHER filters.
 *
 * Contract: `options` say what `select` would give with the dimension set to this option alone
 * (with `goalsAll`: with the goal added to those chosen). Held by a property test against brute
 * force. One pass: a partnership counts for a dimension when it fails nothing but that dimension.
 */
import { Counter } from './counter.ts';
import type { Dataset } from './dataset.ts';
import { derived } from './derived.ts';
import {
  authorityDimensions,
  partnerDimensions,
  rowDimensions,
  type Dimension
} from './dimensions.ts';
import type { Evidence, Filters } from './filters.ts';
import { compile, ROW } from './match.ts';
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
  const { members, memberStart, length, since } = dataset.partnerships;
  const match = compile(dataset, filters);
  const { inland } = derived(dataset);
  const counted = <D extends Dimension>(dimension: D) => ({
    ...dimension,
    counter: new Counter(dimension.values, dataset.authorities.length)
  });
  const tieSide = rowDimensions(dataset, filters).map(counted);
  const german = authorityDimensions(dataset).map(counted);
  const abroad = partnerDimensions(dataset).map(counted);

  const years = emptyYears(since);
  for (let row = 0; row < length; row++) {
    const fail = match.row(row);
    if (fail & (fail - 1)) continue; // fails two dimensions: counts nowhere
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let i = memberStart[row]!; i < memberStart[row + 1]!; i++) {
      const member = members[i]!;
      if (member >= 0) ours.push(member);
      else theirs.push(~member);
    }
    const fitting = ours.filter((member) => match.authority[member] === 0);
    const partnerFits = inland[row]
      ? match.partnerAsked === 0
      : theirs.some((member) => match.partner[member] === 0);

    if (partnerFits && fitting.length > 0) {
      if (!(fail & ~ROW.since)) {
        if (since[row] === 0) years.unknown++;
        else years.counts[since[row]! - years.from]!++;
      }
      for (const { bit, counter, options, base, known } of tieSide) {
        if (fail & ~bit) continue;
        for (const option of options(row)) counter.add(option, row, fitting);
        if (base(row)) counter.base(known(row));
      }
    }
    if (fail !== 0) continue;
    if (partnerFits) {
      for (const { bit, counter, option } of german) {
        let some = false;
        let known = false;
        for (const member of ours) {
          if (match.authority[member]! & ~bit) continue;
          const position = option(member);
          some = true;
          known ||= position >= 0;
          counter.addOne(position, row, member);
        }
        if (some) counter.base(known);
      }
    }
    if (fitting.length === 0) continue;
    for (const { bit, counter, option, always } of abroad) {
      // A German-German tie has no country: it fits only where nothing else is asked of one.
      let some = inland[row] === 1 && !(match.partnerAsked & ~bit);
      let known = false;
      for (const member of theirs) {
        if (match.partner[member]! & ~bit) continue;
        const position = option(member);
        some = true;
        known ||= position >= 0 || always >= 0;
        counter.add(position, row, fitting);
      }
      if (!some) continue;
      counter.add(always, row, fitting);
      counter.base(known);
    }
  }
  const all = [...tieSide, ...german, ...abroad].map((d) => [d.name, d.counter.facet()]);
  return { ...Object.fromEntries(all), years } as Facets;
}

function emptyYears(since: Uint16Array): Years {
  let from = Infinity;
  let to = 0;
  for (const year of since) {
    if (year === 0) continue;
    if (year < from) from = year;
    if (year > to) to = year;
  }
  if (to === 0) return { from: 0, counts: [], unknown: 0 };
  return { from, counts: Array.from({ length: to - from + 1 }, () => 0), unknown: 0 };
}
