import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../domain/filters.ts';
import type { Details } from '../../domain/detail.ts';
import { spotSample } from '../../domain/testing/spots.ts';
import { DEFAULT_VIEW, DEFAULT_WHITE, type Parsed } from '../../url/codec.ts';
import { itemsOf } from './outreach.ts';

const { dataset, register, extras } = spotSample();
const details: Details = Object.assign(new Map<string, never>(), { extras });
const asked = (change: Partial<Parsed['filters']>, picked: string[]): Parsed => ({
  filters: { ...NO_FILTERS, ...change },
  view: { ...DEFAULT_VIEW, white: { ...DEFAULT_WHITE, radius: 10, picked } },
  issues: []
});
const items = (change: Partial<Parsed['filters']>, picked: string[], locale: 'de' | 'en' = 'de') =>
  itemsOf({ dataset, details, register }, asked(change, picked), locale);

describe('the outreach list', () => {
  it('keeps the order and names what is no Gemeinde', () => {
    const { items: found, missing } = items({}, ['a4', 'a8', 'a1', 'a77']);
    expect(found.map(({ name }) => name)).toEqual(['Dorf', 'Aue']);
    expect(missing).toEqual(['a8', 'a77']);
  });

  it('says in words why a mentor is one', () => {
    const [aue] = items({}, ['a1']).items;
    expect(aue!.mentors.map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'Burg: 7 km entfernt, ebenfalls Landgemeinde in Land 01; Partnerschaft zu SDG 6 mit León (Nicaragua)',
      'Calw: 14 km entfernt, ebenfalls Landgemeinde in Land 02; Partnerschaft mit Lille (Frankreich)',
      'Elm: 29 km entfernt, größer: Mittelstadt in Land 02; Partnerschaft zu SDG 13 mit León (Nicaragua)'
    ]);
    const [first] = items({ goals: [13] }, ['a1'], 'en').items;
    expect(first!.mentors[1]!.text).toBe(
      '7 km away, also a rural municipality in Land 01; partnership on SDG 6 with León (Nicaragua en); chosen goal not recorded there'
    );
  });

  it('says in words what could be taken up, and marks a place that is recorded', () => {
    const [aue, burg] = items({}, ['a1', 'a2']).items;
    expect([aue!.recorded, burg!.recorded]).toEqual([false, true]);
    // Burg is no neighbour of its own.
    expect(burg!.reasons[0]!.text).toBe('1 engagierte Nachbarkommune: Calw (7 km)');
    expect(aue!.reasons.map(({ text }) => text)).toEqual([
      '1 engagierte Nachbarkommune: Burg (7 km)',
      'Kreis 01001 hat selbst eine erfasste Partnerschaft',
      'Mitglied oder ausgezeichnet: Fair',
      '1 von 3 Landgemeinden in Land 01 sind engagiert',
      'Organisation in der Nähe: Verein Burg (7 km)',
      'Gesuch aus Nicaragua: Masaya (01/2024); Burg (7 km) hat dort eine Partnerschaft'
    ]);
  });
});
