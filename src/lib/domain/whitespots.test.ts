import { describe, expect, it } from 'vitest';
import { NO_FILTERS, type Filters } from './filters.ts';
import { km } from './geo.ts';
import { randomFilters } from './testing/dataset.ts';
import { gapSample } from './testing/gapsample.ts';
import { REASONS } from './reasons.ts';
import { fittingRequests } from './requests.ts';
import { countStates } from './states.ts';
import { spotSample } from './testing/spots.ts';
import { whiteSpotsOf } from './whitespots.ts';

const { dataset, register, extras } = spotSample();
const spots = (filters: Partial<Filters>, radius: number) =>
  whiteSpotsOf(dataset, { ...NO_FILTERS, ...filters }, { register, extras }, radius);
const words = (bits: number) => REASONS.filter((_, k) => bits & (1 << k));

describe('white spots, counted by hand', () => {
  it('are the Gemeinden nothing that counts is recorded of, by Kreis and name', () => {
    const found = spots({}, 10);
    // Gau has a German-German tie only, which does not count unless it is asked for.
    expect(found.spots.map(({ name }) => name)).toEqual(['Aue', 'Dorf', 'Gau', 'Furt']);
    expect(found.all).toEqual({ n: 7, without: 4 });
    expect(found.sizes.slice(0, 3)).toEqual([
      { n: 5, without: 3 },
      { n: 1, without: 1 },
      { n: 1, without: 0 }
    ]);
    expect(found.kreise.get('01001')).toEqual({ n: 4, without: 3 });
    expect(spots({ inland: true }, 10).spots.map(({ name }) => name)).toEqual([
      'Aue',
      'Dorf',
      'Furt'
    ]);
  });

  it('have the reasons that hold', () => {
    const found = spots({}, 10);
    expect(found.spots.map(({ reasons }) => words(reasons))).toEqual([
      ['nachbarn', 'landkreis', 'netzwerk', 'aehnlich', 'akteur', 'gesuch'],
      ['nachbarn', 'landkreis', 'gesuch'],
      ['landkreis', 'aehnlich'],
      ['akteur']
    ]);
    expect(found.reasons).toEqual([2, 3, 1, 2, 2, 2]);
    const [aue, dorf, , furt] = found.spots.map(found.framework.potentialOf);
    expect(aue!.neighbours.map(({ row }) => row)).toEqual([0]);
    expect(aue!.neighbours[0]!.km).toBeCloseTo(7.15, 1);
    expect(aue!.similar).toEqual({ engaged: 1, n: 3 });
    expect(aue!.networks).toEqual(['fair']);
    expect(aue!.landkreis).toBe(4);
    expect(aue!.requests.map(({ at, via }) => [at, via.row])).toEqual([[0, 0]]);
    // Calw in the west and Elm in the east, both 7.15 km away.
    expect(dorf!.neighbours.map(({ row }) => row).sort()).toEqual([1, 2]);
    expect(dorf!.requests.map(({ via }) => via.row)).toEqual([2]);
    expect(furt!.actors).toEqual([{ at: 1, km: 0 }]);
  });

  it('lose neighbours who do something else than what is asked about', () => {
    const [aue, dorf] = spots({ goals: [13] }, 10).spots;
    expect(words(aue!.reasons)).toEqual(['netzwerk']);
    expect(words(dorf!.reasons)).toEqual(['nachbarn']);
  });

  it('keep neighbours beyond the border of the Land asked for', () => {
    const found = spots({ laender: ['01'], sizes: ['kleinstadt'] }, 10);
    expect(found.spots.map(({ name }) => name)).toEqual(['Dorf']);
    expect(words(found.spots[0]!.reasons)).toContain('nachbarn');
  });
});

it('requests fit by country, topic and goal, and never when they are over', () => {
  const fit = (filters: Partial<Filters>) =>
    fittingRequests(dataset, { ...NO_FILTERS, ...filters }, extras.requests).map(({ at }) => at);
  expect(fit({})).toEqual([0, 1]);
  expect(fit({ countries: ['TG'] })).toEqual([1]);
  expect(fit({ goals: [6] })).toEqual([0]);
  expect(fit({ topics: ['kultur'] })).toEqual([1]);
  expect(fit({ regions: ['419'], topics: ['kultur'] })).toEqual([]);
});

it('are as many as the states say, and reasons say what stands behind them, for any question', () => {
  for (let seed = 1; seed <= 25; seed++) {
    const { dataset, context, r } = gapSample(seed, 40);
    const filters = randomFilters(r, dataset);
    context.extras.actors = [];
    context.extras.requests = [];
    const found = whiteSpotsOf(dataset, filters, context, 50);
    const [states] = countStates(
      dataset,
      filters,
      ({ kind, size }) => (kind === 'gemeinde' && size >= 0 ? 0 : -1),
      [found.all.n]
    );
    expect(found.all.without, `seed ${seed}`).toBe(states!.no_record);
    for (const spot of found.spots) {
      const { neighbours, landkreis, networks, similar } = found.framework.potentialOf(spot);
      const holds = words(spot.reasons);
      expect(holds.includes('nachbarn')).toBe(neighbours.length > 0);
      expect(holds.includes('landkreis')).toBe(landkreis !== null);
      expect(holds.includes('netzwerk')).toBe(networks.length > 0);
      expect(holds.includes('aehnlich')).toBe(similar.engaged > 0);
      for (const { row, km: off } of neighbours) {
        const { lon, lat } = dataset.authorities;
        expect(off).toBe(km([spot.lon, spot.lat], [lon[row]!, lat[row]!]));
      }
    }
  }
});
