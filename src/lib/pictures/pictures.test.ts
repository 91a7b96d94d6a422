/** Every view and lens is drawn whatever is asked: all words inside, nothing but numbers in its places. */
import { expect, it } from 'vitest';
import { randomDataset, randomFilters } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import { DEFAULT_NET, DEFAULT_VIEW, type NetState, type ViewState } from '../url/codec.ts';
import type { Drawing } from '../views/net/drawing.ts';
import { LENS_LIST } from '../views/net/lenses.ts';
import { COLOURS } from './colours.ts';
import { plateOf } from './drawings.ts';
import { measure } from './fonts.ts';
import { PICTURES, picture } from './pictures.ts';
import { tablePlate } from './plates/table.ts';

const VIEWS: [keyof typeof PICTURES, Partial<ViewState>][] = [
  ['karte', {}],
  ['karte', { areas: 'laender', view: 'tabelle' }],
  ...LENS_LIST.flatMap(({ id }): [string, Partial<ViewState>][] =>
    ([{}, { figure: 'chord' }, { right: 'staat', all: true }] as Partial<NetState>[]).map((net) => [
      'netz',
      { net: { ...DEFAULT_NET, lens: id, ...net }, page: 3 }
    ])
  )
];

it('is drawn for any filters, at any width', () => {
  const r = random(41);
  for (let round = 0; round < 3; round++) {
    const dataset = randomDataset(r, 60);
    for (const [view, state] of VIEWS) {
      const filters = randomFilters(r, dataset);
      const width = [600, 900, 1280][round]!;
      const { svg } = picture({
        view: PICTURES[view]!,
        data: { dataset, details: null, register: null },
        layout: null,
        parsed: { filters, view: { ...DEFAULT_VIEW, ...state }, issues: [] },
        locale: round === 1 ? 'en' : 'de',
        snapshot: {
          version: 7,
          publishedAt: '2026-11-22T10:00:00Z',
          edition: { title: 'Ausgabe A', note: 'Nur ein Teil.' }
        },
        attributions: ['Quelle A', 'Quelle B'],
        origin: 'https://atlas.example.org',
        theme: 'hell',
        width
      });
      expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
      const plain = svg.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
      for (const words of ['Ausgabe A', 'Quelle B', 'https://atlas.example.org/', '7)'])
        expect(plain).toContain(words);
      const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
      expect(svg).not.toMatch(/seite=|ansicht=/);
    }
  }
});

it('shows as a table what nothing draws', () => {
  expect(plateOf({ kind: 'unknown' } as unknown as Drawing)).toBeNull();
  const columns = [
    { label: 'Ort', numeric: false },
    { label: 'Anzahl', numeric: true }
  ];
  const rows = Array.from({ length: 25 }, (_, i) => ({
    id: String(i),
    cells: [`Ort ${i}`, 25 - i],
    href: ''
  }));
  const pen = { colours: COLOURS.hell, measure, locale: 'de' as const, width: 552 };
  const { body, width } = tablePlate({ caption: '', columns, rows }, pen);
  const text = body.join('');
  expect(width).toBe(552);
  expect(text).toContain('>Ort 0<');
  expect(text).not.toContain('>Ort 20<');
  expect(text).toContain('5');
});
