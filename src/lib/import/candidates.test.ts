import { describe, expect, it } from 'vitest';
import { choicesOf, hardness } from './candidates.ts';
import { EXONYMS, places, registerFiles, side } from './fixtures.ts';
import { readGazetteer } from './gazetteer.ts';
import { wantedKeys } from './partners.ts';
import { readRegister, type Body } from './register.ts';
import type { Resolved } from './resolve.ts';
import type { Tie } from './ties.ts';

const register = readRegister(registerFiles);
const gazetteer = readGazetteer(places, EXONYMS, new Set(wantedKeys('FR', 'Saint-Denis')));
const body = (ags: string): Body => register.byAgs.get(ags)!;

/** A row between Friedland (with or without its namesake as rival) and a Saint-Denis. */
function row(
  evidence: string,
  rivals: Body[],
  place: number | null,
  hint: [number, number]
): Resolved {
  const partner = side('Saint-Denis', 'FR', hint);
  const found = place === null ? null : gazetteer.place(place);
  const foreign = found && { key: `geonames:${found.id}`, place: found, country: 'FR', label: 'x' };
  const tie: Tie = {
    ...{ layer: 'wikipedia-2026', file: '', key: '', row: 2, raw: {}, fact: null, fault: '' },
    ...{ german: side('Friedland', 'DE', [9.92, 51.42]), partner }
  };
  const german = {
    body: body('03159017'),
    evidence,
    rivals: rivals.map((rival) => ({ body: rival, distance: 300, rank: 3 as const }))
  };
  const draft = { german, other: null, foreign, country: 'FR', found: null };
  return { tie, draft, evidence, members: null, reason: 'partner_far', detail: '' };
}

describe('candidates', () => {
  it('put the chosen one first, then its rivals by distance', () => {
    const [german, partner] = choicesOf(
      row('name', [body('13071035')], 7, [2.36, 48.94]),
      gazetteer
    );
    expect(german!.choices.map((c) => [c.key, c.chosen])).toEqual([
      ['ags:03159017', true],
      ['ags:13071035', false]
    ]);
    expect(partner!.choices.map((c) => c.key)).toEqual(['geonames:7', 'geonames:8']);
    expect(partner!.choices[0]!.distance).toBeLessThan(1);
  });

  it('are kept for a row that found no partner', () => {
    const [, partner] = choicesOf(row('', [], null, [0, 45]), gazetteer);
    expect(partner!.choices).toHaveLength(2);
    expect(partner!.choices.some((choice) => choice.chosen)).toBe(false);
  });

  it.each([
    ['name (3) and 0.1 km; name and 0.2 km', [], ''],
    ['name (3) and 0.1 km; name and 0.2 km', [body('13071035')], 'homonym'],
    ['über Ortsteil X; name and 0.2 km', [], 'former'],
    ['borough; name and 0.2 km', [], 'borough'],
    ['name (3) and 0.1 km; hand decision', [], 'hand'],
    ['name (3) and 0.1 km; only one of the name, 22 km', [], 'far'],
    ['name (3) and 0.1 km; alias and 0.2 km', [], 'alias']
  ])('%s is %s', (evidence, rivals, expected) => {
    expect(hardness(row(evidence, rivals as Body[], 7, [2.36, 48.94]), gazetteer)).toBe(expected);
  });
});
