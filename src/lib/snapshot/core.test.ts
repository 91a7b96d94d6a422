import { describe, expect, it } from 'vitest';
import { randomDataset } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import { decodeCore, encodeCore } from './core.ts';
import { SnapshotError } from './error.ts';

const dataset = {
  ...randomDataset(random(11), 60),
  goals: [
    { goal: 6, colour: '#26BDE2', shortDe: 'Wasser', shortEn: 'Water', titleDe: 'x', titleEn: 'y' }
  ],
  topics: ['wasser', 'bildung', 'klima'].map((id) => ({
    id,
    nameDe: id,
    nameEn: id,
    goals: [
      { goal: 6, relevance: 'main' as const },
      { goal: 13, relevance: 'significant' as const }
    ]
  })),
  programmeRules: [
    { id: 'x', nameDe: 'X', nameEn: 'X', programme: null, goals: [] },
    { id: 'k', nameDe: 'K', nameEn: 'K', programme: 'klimapartnerschaft' as const, goals: [] }
  ],
  sources: [
    {
      id: 'wikidata-2017',
      title: 'Wikidata',
      url: 'https://www.wikidata.org',
      licence: 'CC0-1.0',
      licenceUrl: '',
      attributionDe: 'Wikidata',
      attributionEn: 'Wikidata',
      retrievedAt: '2026-11-01',
      stateDe: '2017',
      stateEn: '2017',
      layer: 0
    }
  ]
};
const stamp = { version: dataset.version, publishedAt: dataset.publishedAt };
const text = encodeCore(dataset);

describe('core', () => {
  it('comes back as it was', () => {
    expect(decodeCore(text, stamp)).toEqual(dataset);
    expect(decodeCore(JSON.parse(text), stamp)).toEqual(dataset);
    expect(encodeCore(decodeCore(text, stamp))).toBe(text);
  });

  it('knows neither its number nor its date', () => {
    expect(encodeCore({ ...dataset, version: 9, publishedAt: 'later' })).toBe(text);
  });

  it('holds an empty dataset', () => {
    const empty = randomDataset(random(1), 0);
    expect(decodeCore(encodeCore(empty), stamp)).toEqual(empty);
  });

  it('refuses what is cut off anywhere', () => {
    for (let end = 0; end < text.length; end += 97)
      expect(() => decodeCore(text.slice(0, end), stamp)).toThrow(SnapshotError);
  });

  it.each([null, 7, [], {}, { format: 2, part: 'core' }, { format: 1, part: 'detail' }, '"x"'])(
    'refuses %j',
    (input) => expect(() => decodeCore(input, stamp)).toThrow(SnapshotError)
  );

  it('names the format it does not know', () => {
    expect(() => decodeCore({ format: 2, part: 'core' }, stamp)).toThrow('Format 2');
  });

  it('throws nothing but SnapshotError, whichever value is changed', () => {
    const r = random(5);
    let refused = 0;
    for (let i = 0; i < 400; i++) {
      const changed = JSON.parse(text) as Record<string, unknown>;
      mutate(changed, r.next, r.pick([null, -1, 1e9, 0.5, 'x', [], {}, true]));
      try {
        const { partnerships, authorities, partners } = decodeCore(changed, stamp);
        for (const member of partnerships.members)
          expect(member < 0 ? ~member < partners.length : member < authorities.length).toBe(true);
      } catch (error) {
        refused++;
        expect(error).toBeInstanceOf(SnapshotError);
      }
    }
    expect(refused).toBeGreaterThan(300);
  });

  it('refuses rows that point nowhere', () => {
    const broken = (change: (part: Parts) => void) => {
      const part = JSON.parse(text) as Parts;
      change(part);
      return () => decodeCore(part, stamp);
    };
    expect(broken((p) => (p.partnerships.members![0] = 9999))).toThrow('partnerships.members');
    expect(broken((p) => p.partnerships.members!.pop())).toThrow('expected');
    expect(broken((p) => (p.partners.country![2] = 200))).toThrow('row 2');
    expect(broken((p) => (p.partnerships.since![0] = 33))).toThrow('no year');
    expect(broken((p) => (p.authorities.id![1] = 0))).toThrow('authorities.id');
    expect(broken((p) => (p.moved = [['p1', 'a1']]))).toThrow('core.moved');
  });
});

type Parts = Record<'authorities' | 'partners' | 'partnerships', Record<string, number[]>> & {
  moved: string[][];
};

/** Sets one value somewhere down the tree. */
function mutate(
  node: Record<string, unknown> | unknown[],
  next: () => number,
  value: unknown
): void {
  const keys = Object.keys(node);
  const key = keys[Math.floor(next() * keys.length)]!;
  const child = (node as Record<string, unknown>)[key];
  if (typeof child === 'object' && child !== null && Object.keys(child).length > 0 && next() < 0.9)
    mutate(child as Record<string, unknown>, next, value);
  else (node as Record<string, unknown>)[key] = value;
}
