import { describe, expect, it } from 'vitest';
import { NO_FILTERS, type Filters } from './filters.ts';
import { mentorsFor } from './mentors.ts';
import { spotSample } from './testing/spots.ts';

const { dataset, register } = spotSample();
const aue = { ...register[0]!, size: 'landgemeinde' as const };
const dorf = { ...register[3]!, size: 'kleinstadt' as const };
const names = (filters: Partial<Filters>, place: typeof aue | typeof dorf) =>
  mentorsFor(dataset, { ...NO_FILTERS, ...filters })(place).map(({ row, km, ...mentor }) => {
    return { name: dataset.authorities.name[row], km: Math.round(km), ...mentor };
  });

describe('mentors, ordered by hand', () => {
  it('are of the same size class first, then near', () => {
    expect(names({}, aue)).toEqual([
      { name: 'Burg', km: 7, sameLand: true, larger: 0, goals: true, ties: [0] },
      { name: 'Calw', km: 14, sameLand: false, larger: 0, goals: true, ties: [1] },
      { name: 'Elm', km: 29, sameLand: false, larger: 2, goals: true, ties: [2] }
    ]);
    // No Kleinstadt is engaged: of the next classes Calw and Elm are equally near, Burg is farther.
    const three = names({}, dorf).map(({ name }) => name);
    expect(three.slice(0, 2).sort()).toEqual(['Calw', 'Elm']);
    expect(three[2]).toBe('Burg');
  });

  it('have the goals in question first; others only fill up and say so', () => {
    expect(names({ goals: [13] }, aue).map(({ name, goals }) => [name, goals])).toEqual([
      ['Elm', true],
      ['Burg', false],
      ['Calw', false]
    ]);
  });

  it('are not limited by who is asked, but by everything else', () => {
    expect(names({ laender: ['03'], countries: ['FR'] }, aue).map(({ name }) => name)).toEqual([
      'Calw'
    ]);
  });

  it('never name the place itself', () => {
    const burg = { ...register[1]!, size: 'landgemeinde' as const };
    expect(names({}, burg).map(({ name }) => name)).not.toContain('Burg');
  });
});
