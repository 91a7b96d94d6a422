import { expect, it } from 'vitest';
import { NO_FILTERS } from '../../domain/filters.ts';
import { select } from '../../domain/selection.ts';
import { randomDataset, randomFilters } from '../../domain/testing/dataset.ts';
import { random } from '../../domain/testing/random.ts';
import { DEFAULT_NET, DEFAULT_VIEW, type NetState, type ViewState } from '../../url/codec.ts';
import type { Dataset } from '../../domain/dataset.ts';
import type { Filters } from '../../domain/filters.ts';
import { networkOf as rowsOf } from '../../report/network.ts';
import { clustersOf } from './clusters.ts';
import { edgeId, kommunen, PER_PAGE, ranked } from './kommunen.ts';
import type { Asked } from './lens.ts';
import { networkOf, Places } from './places.ts';

const r = random(11);
const dataset = randomDataset(r, 500);

function ask(
  filters: Filters,
  view: Partial<ViewState> = {},
  net: Partial<NetState> = {},
  face: Asked['face'] = 'picture',
  data: Dataset = dataset
): Asked {
  const state = { ...DEFAULT_NET, lens: 'kommunen' as const, ...net };
  return {
    dataset: data,
    details: null,
    selection: select(data, filters),
    filters,
    net: state,
    face,
    here: {
      filters,
      view: { ...DEFAULT_VIEW, ...view, net: state },
      locale: 'de',
      page: '/netz'
    },
    locale: 'de'
  };
}

/** Ids of all edges that the picture draws. */
function drawn(asked: Asked): string[] {
  const graph = networkOf(asked.dataset, asked.selection);
  const places = new Places(asked.dataset, 'de');
  return Array.from({ length: graph.edges }, (_, edge) => edgeId(places, graph, edge)).sort();
}

it('has the same ids in the picture, on all pages of the table and in the files', () => {
  for (let run = 0; run < 25; run++) {
    const filters = run === 0 ? { ...NO_FILTERS, inland: true } : randomFilters(r, dataset);
    const asked = ask(filters);
    const pages = Math.max(1, Math.ceil(drawn(asked).length / PER_PAGE));
    const listed = Array.from({ length: pages }, (_, i) =>
      kommunen.build(ask(filters, { page: i + 1 }, {}, 'table')).table!.rows.map(({ id }) => id)
    ).flat();
    expect(listed.sort()).toEqual(drawn(asked));
    const file = rowsOf(dataset, asked.selection, null, 'de');
    expect(file.edges.map(({ id }) => id).sort()).toEqual(drawn(asked));
  }
});

it('lists the partnerships of an edge, and says when there is no such edge', () => {
  const asked = ask(NO_FILTERS);
  const graph = networkOf(dataset, asked.selection);
  const places = new Places(dataset, 'de');
  for (const edge of [0, 7, graph.edges - 1]) {
    const { picked } = kommunen.build(ask(NO_FILTERS, {}, { picked: edgeId(places, graph, edge) }));
    const rows = graph.ties.subarray(graph.tieStart[edge], graph.tieStart[edge + 1]);
    expect(picked!.ties.map(({ id }) => id)).toEqual(
      [...rows].map((row) => dataset.partnerships.id[row])
    );
  }
  for (const picked of ['a1-p99999', 'a1', 'x-y'])
    expect(kommunen.build(ask(NO_FILTERS, {}, { picked })).picked!.total).toBe(0);
});

it('turns to one place: every neighbour once, lines only between marks', () => {
  const places = new Places(dataset, 'de');
  const graph = networkOf(dataset, ask(NO_FILTERS).selection);
  for (const centre of ranked(graph).slice(0, 5))
    for (const steps of [1, 2] as const) {
      const asked = ask(NO_FILTERS, { place: places.id(centre) }, { steps });
      const { drawing } = kommunen.build(asked);
      if (drawing?.kind !== 'ego') return expect.unreachable();
      const one = networkOf(dataset, asked.selection);
      const ids = drawing.marks.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids[0]).toBe(places.id(centre));
      expect(drawing.marks.filter(({ step }) => step === 1)).toHaveLength(one.degree[centre]!);
      const whole = new Set(drawn(asked));
      for (const edge of drawing.edges) {
        expect(whole).toContain(edge.id);
        const ends = [ids[edge.a]!, ids[edge.b]!].sort();
        expect(edge.id.split('-').sort()).toEqual(ends);
      }
      for (const face of [drawing.wide, drawing.narrow]) expect(face.at).toHaveLength(ids.length);
    }
});

it('shows the whole network where the place has nothing under these filters', () => {
  const id = dataset.authorities.id[0]!;
  const none = { ...NO_FILTERS, text: 'xyzxyz' };
  expect(kommunen.build(ask(none, { place: id })).drawing).toBeNull();
  const { drawing } = kommunen.build(ask(NO_FILTERS));
  if (drawing?.kind !== 'network') return expect.unreachable();
  const partners = drawing.hubs.map((hub) => hub.partners);
  expect(partners).toEqual([...partners].sort((a, b) => b - a));
});

it('names the largest clusters by their hub', () => {
  const graph = networkOf(dataset, ask(NO_FILTERS).selection);
  const nodes = ranked(graph);
  const community = new Uint16Array(graph.nodes);
  nodes.forEach((node, at) => (community[node] = at % 3));
  const layout = {
    x: new Int16Array(graph.nodes),
    y: new Int16Array(graph.nodes),
    community,
    bridges: new Uint32Array()
  };
  const { classOf, hubs } = clustersOf(graph, layout);
  expect(new Set(hubs)).toEqual(new Set([nodes[1], nodes[2]]));
  for (const hub of hubs) expect(hubs[classOf(hub)]).toBe(hub);
});
