import { describe, expect, it } from 'vitest';
import type { Dataset } from './dataset.ts';
import { derived, INITIATED } from './derived.ts';
import { facets, type Facets } from './facets.ts';
import { NO_FILTERS, type Filters } from './filters.ts';
import { select } from './selection.ts';
import { randomDataset, randomFilters } from './testing/dataset.ts';
import { random } from './testing/random.ts';

type Name = Exclude<keyof Facets, 'years'>;

/** The filters with one dimension set to a single option: what a facet's count promises. */
function only(filters: Filters, name: Name, value: unknown): Filters {
  const one = <T>() => [value as T];
  switch (name) {
    case 'goals':
      return filters.goalsAll
        ? { ...filters, goals: [...new Set([...filters.goals, value as number])] }
        : { ...filters, goals: one() };
    case 'south':
    case 'inland':
      return { ...filters, [name]: value };
    case 'since':
      return {
        ...filters,
        since: value === 'unbekannt' ? value : { from: Number(value), to: Number(value) + 9 }
      };
    default:
      return { ...filters, [name]: one() };
  }
}

/** The filters without one dimension; goals and bases are one question. */
function without(filters: Filters, name: Name): Filters {
  if (name === 'goals' || name === 'bases') return { ...filters, goals: [], bases: [] };
  return { ...filters, [name]: NO_FILTERS[name as keyof Filters] };
}

function isKnown(dataset: Dataset, filters: Filters, name: Name, row: number): boolean {
  const ties = dataset.partnerships;
  const { partners, authorities, countries } = dataset;
  const members = [...ties.members.slice(ties.memberStart[row], ties.memberStart[row + 1])];
  const abroad = members.filter((m) => m < 0).map((m) => countries[partners.country[~m]!]!);
  // Only members that fit the other filters of their side vouch for the value.
  const fits = select(dataset, without(filters, name));
  const ours = members.filter((m) => m >= 0 && fits.authorities.includes(m));
  switch (name) {
    case 'goals':
    case 'bases':
      return ties.goals.some((mask) => mask[row] !== 0);
    case 'regions':
      return members.some(
        (m) =>
          m < 0 && fits.partners.includes(~m) && countries[partners.country[~m]!]!.region !== ''
      );
    case 'countries':
    case 'south':
      return abroad.length > 0;
    case 'laender':
      return true;
    case 'kreise':
      return ours.some((m) => authorities.kreis[m] !== '');
    case 'sizes':
      return ours.some(
        (m) => authorities.kind[m] === 'gemeinde' && authorities.population[m]! >= 0
      );
    case 'forms':
      return ties.form[row] !== 0;
    case 'programmes':
      return ties.programmes[row] !== 0;
    case 'statuses':
      return derived(dataset).status[row] !== 0;
    case 'since':
      return ties.since[row] !== 0;
    case 'topics':
      return ties.topicStart[row] !== ties.topicStart[row + 1];
    case 'evidence':
    case 'inland':
      return true;
    default:
      throw new Error(name satisfies never);
  }
}

describe('facets', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('equal brute force, seed %i', (seed) => {
    const r = random(seed + 1);
    const dataset = randomDataset(r, 20 + r.below(60));
    const filters = randomFilters(r, dataset);
    const { years, ...found } = facets(dataset, filters);
    const since = (asked: Filters['since']) =>
      select(dataset, { ...filters, since: asked }).rows.length;
    expect(years.unknown).toBe(since('unbekannt'));
    expect(years.counts).toEqual(
      years.counts.map((_, i) => since({ from: years.from + i, to: years.from + i }))
    );
    expect(years.unknown + years.counts.reduce((sum, n) => sum + n, 0)).toBe(since(null));
    for (const [key, facet] of Object.entries(found)) {
      const name = key as Name;
      const brute = facet.options.map(({ value }: { value: unknown }) => {
        const { rows, authorities } = select(dataset, only(filters, name, value));
        return { value, partnerships: rows.length, authorities: authorities.length };
      });
      expect(facet.options, name).toEqual(brute);
      const base = [...select(dataset, without(filters, name)).rows];
      const known = base.filter((row) => isKnown(dataset, filters, name, row)).length;
      expect(facet.known, name).toEqual({
        partnerships: known,
        share: base.length === 0 ? 0 : known / base.length
      });
    }
  });

  it.each([1, 2, 3])(
    'answers as if asked for the first time, whatever was asked before, seed %i',
    (seed) => {
      const r = random(seed + 500);
      const dataset = randomDataset(r, 60);
      let filters = NO_FILTERS as Filters;
      for (let change = 0; change < 40; change++) {
        // One dimension changes at a time, as by a click; sometimes back to nothing.
        const key = r.pick(Object.keys(NO_FILTERS) as (keyof Filters)[]);
        filters = {
          ...filters,
          [key]: (r.chance(0.4) ? NO_FILTERS : randomFilters(r, dataset))[key]
        };
        const fresh = { ...dataset };
        expect(facets(dataset, filters)).toEqual(facets(fresh, filters));
        expect(select(dataset, filters)).toEqual(select(fresh, filters));
      }
    }
  );

  it('is not misled by a list of filters that was changed in place', () => {
    const dataset = randomDataset(random(9), 200);
    const filters: Filters = { ...NO_FILTERS, laender: ['01'] };
    const before = select(dataset, filters);
    filters.laender.push('02');
    expect(select(dataset, filters)).toEqual(select({ ...dataset }, filters));
    expect(select(dataset, filters).rows.length).toBeGreaterThan(before.rows.length);
  });

  it('offers every option, also those with nothing behind', () => {
    const dataset = randomDataset(random(7), 0);
    const found = facets(dataset, NO_FILTERS);
    expect(found.goals.options).toHaveLength(18);
    expect(found.countries.options.every((option) => option.partnerships === 0)).toBe(true);
    expect(found.forms.known).toEqual({ partnerships: 0, share: 0 });
    expect(found.years).toEqual({ from: 0, counts: [], unknown: 0 });
  });

  it('shows what initiated ties there are although they are left out by default', () => {
    const dataset = randomDataset(random(8), 200);
    const initiated = facets(dataset, { ...NO_FILTERS, inland: true }).statuses.options[INITIATED]!;
    expect(initiated.partnerships).toBeGreaterThan(0);
  });
});
