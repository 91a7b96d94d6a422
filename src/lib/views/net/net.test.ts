/** The faces of a lens agree: picture, table, picked list and the address of its partnerships. */
import { expect, it, test } from 'vitest';
import { NO_FILTERS } from '../../domain/filters.ts';
import { select } from '../../domain/selection.ts';
import { randomDataset, randomFilters } from '../../domain/testing/dataset.ts';
import { random } from '../../domain/testing/random.ts';
import {
  DEFAULT_NET,
  DEFAULT_VIEW,
  parse,
  vocabularyOf,
  type LensId,
  type NetState,
  type Parsed
} from '../../url/codec.ts';
import { crossed, REST } from './crossed.ts';
import type { Asked } from './lens.ts';
import { LENS_LIST } from './lenses.ts';
import { LISTED } from './picked.ts';
import { buildNet } from './net.ts';

const asks = (filters: Parsed['filters'], net: Partial<NetState>, table = false): Parsed => ({
  filters,
  view: {
    ...DEFAULT_VIEW,
    view: table ? 'tabelle' : 'karte',
    net: { ...DEFAULT_NET, ...net }
  },
  issues: []
});

const OPTIONS: Partial<NetState>[] = [
  {},
  { order: 'name', all: true },
  { order: 'anzahl', right: 'region' },
  { figure: 'chord' },
  { figure: 'chord', right: 'staat' },
  { left: 'groesse', right: 'staat' },
  { left: 'kommune' },
  { left: 'kommune', right: 'staat' }
];

/** Lenses whose marks are cells with counts; others are held by tests of their own. */
const OF_CELLS: LensId[] = ['staaten', 'fluss', 'ziele', 'partner-suche', 'ebenen'];

const CASES = OF_CELLS.flatMap((lens) => Array.from({ length: 12 }, (_, seed) => ({ lens, seed })));

it.each(CASES)('$lens: picture, table and lists hold the same, seed $seed', ({ lens, seed }) => {
  const r = random(seed);
  const dataset = randomDataset(r, 100);
  const data = { dataset, details: null, register: null };
  const filters = seed === 0 ? NO_FILTERS : randomFilters(r, dataset);
  for (const options of OPTIONS) {
    const net = { ...options, lens };
    const { view: picture } = buildNet(data, asks(filters, net), 'de');
    const { view: twin } = buildNet(data, asks(filters, net, true), 'de');
    expect(picture.table).toBeNull();
    expect(twin.drawing).toBeNull();
    const { drawing } = picture;
    if (drawing && !('cells' in drawing)) throw new Error(`${drawing.kind} has no cells`);
    const cells: { id: string; partnerships: number }[] = drawing?.cells ?? [];
    const rows = twin.table!.rows;
    expect(rows.map(({ id }) => id).sort()).toEqual(cells.map(({ id }) => id).sort());
    if (seed === 0) expect(cells.length).toBeGreaterThan(5);
    for (const { id, partnerships } of r.some(cells, 0.1)) {
      const { picked } = buildNet(data, asks(filters, { ...net, picked: id }), 'de').view;
      expect(picked!.total).toBe(partnerships);
      expect(picked!.ties).toHaveLength(Math.min(LISTED, partnerships));
      expect(rows.find((row) => row.id === id)!.cells).toContain(partnerships);
      if (picked!.all === null) continue;
      const query = new URLSearchParams(picked!.all.split('?')[1]);
      const there = parse(query, vocabularyOf(dataset));
      expect(there.issues).toEqual([]);
      expect(select(dataset, there.filters).rows.length).toBe(partnerships);
    }
  }
});

const dataset = randomDataset(random(7), 200);
const data = { dataset, details: null, register: null };

test('every link of the page stays on it, but for the way to the map', () => {
  const { tabs, view, atlas } = buildNet(data, asks({ ...NO_FILTERS, south: true }, {}), 'en');
  const links = [
    ...tabs.map(({ href }) => href),
    ...view.options.flatMap(({ choices }) => choices.map(({ href }) => href)),
    ...atlas.chips.map(({ without }) => without)
  ];
  expect(links.length).toBeGreaterThan(5);
  for (const href of links) expect(href).toMatch(/^\/en\/netz(\?|$)/);
  for (const { href } of tabs) expect(href).toContain('sued=1');
  expect(atlas.flows).toEqual([]);
});

test('a lens nobody has built yet is said, and the first one shown', () => {
  const built = buildNet(data, asks(NO_FILTERS, { lens: 'ebenen' }), 'de');
  if (LENS_LIST.some(({ id }) => id === 'ebenen')) expect(built.lens).toBe('ebenen');
  else {
    expect(built.lens).toBe('staaten');
    expect(built.atlas.issues).toEqual([
      { parameter: 'linse', value: 'ebenen', reason: 'not_yet' }
    ]);
  }
});

test('what no picture knows is listed as nothing, and nothing fails', () => {
  for (const { id } of LENS_LIST)
    for (const picked of ['99.XX', '18-19', 'x', '01'])
      expect(
        buildNet(data, asks(NO_FILTERS, { lens: id, picked }), 'de').view.picked
      ).toMatchObject({ total: 0, all: null });
});

test('rest and rows that stand alone add up to the Land', () => {
  for (const figure of ['matrix', 'chord'] as const) {
    const { drawing } = buildNet(data, asks(NO_FILTERS, { figure, right: 'staat' }), 'de').view;
    if (drawing?.kind !== figure) throw new Error(`not a ${figure}`);
    drawing.columns.forEach(({ total }, column) => {
      const cells = drawing.cells.filter((cell) => cell.column === column);
      const sum = cells.reduce((all, cell) => all + cell.partnerships, 0);
      // A tie with two countries counts in two cells.
      expect(sum).toBeGreaterThanOrEqual(total);
      expect(Math.max(0, ...cells.map((cell) => cell.partnerships))).toBeLessThanOrEqual(total);
    });
  }
});

test('municipalities stand alone where they are few, otherwise the strongest and a sum', () => {
  const ofBodies = (filters: Parsed['filters']) => {
    const net = { lens: 'fluss', left: 'kommune' } as const;
    const { view } = buildNet(data, asks(filters, net), 'de');
    if (view.drawing?.kind !== 'sankey') throw new Error('no flow');
    return { left: view.drawing.left, notes: view.notes.join(' ') };
  };
  const bodies = (filters: Parsed['filters']) => select(dataset, filters).authorities.length;
  const many = ofBodies(NO_FILTERS);
  expect(many.left.length).toBeLessThanOrEqual(25);
  const sum = many.left.find(({ id }) => id === REST)!;
  const rest = bodies(NO_FILTERS) - (many.left.length - 1);
  expect(sum.label).toBe(`weitere ${rest} Kommunen`);
  expect(many.notes).toContain(`fasst ${rest} Kommunen`);
  const fits = dataset.laender
    .map(({ code }) => ({ ...NO_FILTERS, laender: [code] }))
    .find((filters) => bodies(filters) > 1 && bodies(filters) <= 25)!;
  const few = ofBodies(fits);
  expect(few.left).toHaveLength(bodies(fits));
  expect(few.left.every(({ id, href }) => id !== REST && href!.includes(`ort=${id}`))).toBe(true);
});

test('what does not stand alone is summed up once, last, and can be picked', () => {
  const filters = NO_FILTERS;
  const selection = select(dataset, filters);
  const parsed = asks(filters, {});
  const here = { filters, view: parsed.view, locale: 'de', page: '/netz' } as const;
  const asked: Asked = {
    ...data,
    selection,
    filters,
    net: DEFAULT_NET,
    face: 'picture',
    here,
    locale: 'de'
  };
  const all = crossed(asked, 'staat', 99);
  const some = crossed(asked, 'staat', 1);
  expect(all.rest).toEqual([]);
  expect(all.rows.length).toBeGreaterThan(3);
  expect(some.rows.map(({ id }) => id)).toEqual([
    all.rows.toSorted((a, b) => b.total - a.total)[0]!.id,
    REST
  ]);
  expect(some.rest.length).toBe(all.rows.length - 1);
  const rest = select(dataset, { ...filters, countries: some.rest });
  expect(some.rows[1]!.total).toBe(rest.rows.length);
  expect(some.rows[1]!.gemeinden).toBe(rest.gemeinden);
});
