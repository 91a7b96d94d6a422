/** Every view and lens is drawn whatever is asked: all words inside, nothing but numbers in its places. */
import { expect, it } from 'vitest';
import { ACTOR_KINDS } from '../domain/civil.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { ActorLine, Detail, Details, Extras } from '../domain/detail.ts';
import { NO_FILTERS } from '../domain/filters.ts';
import { randomDataset, randomFilters } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import { DEFAULT_NET, DEFAULT_VIEW, type NetState, type ViewState } from '../url/codec.ts';
import type { Drawing } from '../views/net/drawing.ts';
import { LENS_LIST } from '../views/net/lenses.ts';
import { buildNet } from '../views/net/net.ts';
import { COLOURS } from './colours.ts';
import { plateOf } from './drawings.ts';
import { measure } from './fonts.ts';
import { PICTURES, picture } from './pictures.ts';
import { tablePlate } from './plates/table.ts';

const VIEWS: [keyof typeof PICTURES, Partial<ViewState>][] = [
  ['karte', {}],
  ['satz', {}],
  ['karte', { areas: 'laender', view: 'tabelle' }],
  ['netz', { net: { ...DEFAULT_NET, lens: 'ebenen', figure: 'akteure' } }],
  ['netz', { net: { ...DEFAULT_NET, lens: 'ebenen', figure: 'akteure', right: 'staat' } }],
  ...LENS_LIST.flatMap(({ id }): [string, Partial<ViewState>][] =>
    ([{}, { figure: 'chord' }, { right: 'staat', all: true }] as Partial<NetState>[]).map((net) => [
      'netz',
      { net: { ...DEFAULT_NET, lens: id, ...net }, page: 3 }
    ])
  )
];

/** One of each kind, between the ends of partnerships. */
function organisationsIn({ authorities, partners, partnerships }: Dataset): Details {
  const { members, memberStart } = partnerships;
  const actors = partnerships.id.flatMap((tie, row): ActorLine[] => {
    const [first, last] = [members[memberStart[row]!]!, members[memberStart[row + 1]! - 1]!];
    const kind = ACTOR_KINDS[row % ACTOR_KINDS.length]!;
    if (first < 0 || last >= 0) return [];
    const ends = { authority: authorities.id[first]!, partner: partners.id[~last]! };
    const rest = { partnerName: '', since: null, note: '', url: '' };
    return [{ id: `o${row}`, name: `Verein ${tie}`, kind, ...ends, ...rest }];
  });
  return Object.assign(new Map<string, Detail>(), {
    extras: { actors } as Partial<Extras> as Extras
  });
}

it('is drawn for any filters, at any width', () => {
  const r = random(41);
  for (let round = 0; round < 3; round++) {
    const dataset = randomDataset(r, 60);
    const details = organisationsIn(dataset);
    for (const [view, state] of VIEWS) {
      const filters = randomFilters(r, dataset);
      const width = [600, 900, 1280][round]!;
      const { svg } = picture({
        view: PICTURES[view]!,
        data: { dataset, details, register: null },
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

const PEN = { colours: COLOURS.hell, measure, locale: 'de' as const, width: 552 };
const shown = (dataset: Dataset, net: Partial<NetState>) => {
  const data = { dataset, details: organisationsIn(dataset), register: null };
  const view = { ...DEFAULT_VIEW, net: { ...DEFAULT_NET, lens: 'ebenen' as const, ...net } };
  return buildNet(data, { filters: NO_FILTERS, view, issues: [] }, 'de').view.drawing!;
};

it('draws every organisation once, and keys of their shapes, within its width', () => {
  const drawing = shown(randomDataset(random(3), 90), { figure: 'akteure' });
  if (drawing.kind !== 'civil') throw new Error(drawing.kind);
  const { body, width } = plateOf(drawing)!(PEN);
  const marks = body.filter(({ text }) => text.includes(`fill="${COLOURS.hell.accent}"`));
  expect(drawing.units.length).toBeGreaterThan(10);
  expect(marks).toHaveLength(drawing.units.length);
  expect(width).toBeLessThanOrEqual(PEN.width);
});

it('marks what a Land has of its own, also where no municipality has anything', () => {
  const dataset = randomDataset(random(8), 90);
  dataset.authorities.kind.forEach((_, row, kinds) => (kinds[row] = row % 3 ? 'gemeinde' : 'land'));
  const drawing = shown(dataset, {});
  if (drawing.kind !== 'levels') throw new Error(drawing.kind);
  const flagged = drawing.cells.filter(({ own }) => own > 0).length;
  expect(drawing.cells.some(({ own, municipal }) => own > 0 && municipal === 0)).toBe(true);
  const text = plateOf(drawing)!(PEN).body.join('');
  // One more explains it.
  expect(text.split(`fill="${COLOURS.hell.warm}"`).length - 1).toBe(flagged + 1);
});
