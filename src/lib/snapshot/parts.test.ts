import { describe, expect, it } from 'vitest';
import type { Detail } from '../domain/detail.ts';
import type { RegisterEntry } from '../domain/register.ts';
import { decodeDetail, encodeDetail } from './detail.ts';
import { SnapshotError } from './error.ts';
import { decodeLayout, encodeLayout } from './layout.ts';
import { decodeSearch, encodeSearch } from './search.ts';

const details = new Map<string, Detail>([
  ['t1', { sources: [], topics: [], programmes: [], tags: [] }],
  [
    't7',
    {
      sources: [
        {
          source: 'facts-2026',
          url: 'https://x.de',
          note: 'signed',
          confidence: 'stated',
          since: 1999
        },
        { source: 'wikidata-2017', url: '', note: '', confidence: '', since: null }
      ],
      topics: ['wasser', 'klima'],
      programmes: ['klimapartnerschaft'],
      tags: [
        { goal: 6, target: '6.1', relevance: 'main', basis: 'source', by: 'https://x.de' },
        { goal: 13, target: '', relevance: 'significant', basis: 'topic', by: 'klima' }
      ]
    }
  ]
]);

const entry: RegisterEntry = {
  id: 'a3',
  name: 'Aarbergen',
  kind: 'gemeinde',
  land: '06',
  kreis: '06439',
  postcode: '65326',
  population: 6160,
  lon: 8.0791,
  lat: 50.2413
};
const register = [
  entry,
  { ...entry, id: 'a12', kind: 'land' as const, kreis: '', postcode: '', population: null }
];

describe.each([
  ['detail', encodeDetail(details), decodeDetail, details],
  ['search', encodeSearch(register), decodeSearch, register]
] as const)('%s', (_name, text, decode, value) => {
  it('comes back as it was', () => expect(decode(text)).toEqual(value));

  it('refuses what is cut off anywhere', () => {
    for (let end = 0; end < text.length; end += 7)
      expect(() => decode(text.slice(0, end))).toThrow(SnapshotError);
  });

  it('refuses a column that is too short', () => {
    const part = JSON.parse(text) as Record<string, unknown>;
    for (const key of Object.keys(part)) {
      if (key === 'strings') continue;
      expect(() => decode({ ...part, [key]: undefined }), key).toThrow(SnapshotError);
    }
    expect(() => decode({ ...part, id: [5, -4] })).toThrow(SnapshotError);
  });
});

it('refuses rows that do not ascend', () => {
  expect(() => encodeSearch([...register].reverse())).toThrow(SnapshotError);
});

describe('layout', () => {
  const layout = {
    x: Int16Array.from([0, -120, 300]),
    y: Int16Array.from([5, 0, -7]),
    community: Uint16Array.from([1, 1, 0]),
    bridges: Uint32Array.from([2, 0])
  };
  const text = encodeLayout(layout);

  it('comes back as it was', () => expect(decodeLayout(text, 3)).toEqual(layout));

  it.each([
    ['belongs to another core', {}, 4],
    ['names a node that is not there', { bridges: [3] }, 3],
    ['names a node twice', { bridges: [1, 1] }, 3],
    ['lacks a column', { y: undefined }, 3],
    ['has half a place', { x: [0, 1.5, 2] }, 3]
  ])('is refused when it %s', (_what, change, nodes) =>
    expect(() => decodeLayout({ ...(JSON.parse(text) as object), ...change }, nodes)).toThrow(
      SnapshotError
    )
  );
});
