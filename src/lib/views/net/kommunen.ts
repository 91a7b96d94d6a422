/** Who is tied to whom: the whole network, or one place with what is within one or two steps. */
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { localise } from '../../i18n/locale.ts';
import type { Graph } from '../../network/graph.ts';
import { components } from '../../network/walk.ts';
import { DEFAULT_VIEW, serialise } from '../../url/codec.ts';
import { linkTo, linkToNet } from '../links.ts';
import { egoDrawing } from './ego.ts';
import type { Drawing } from './drawing.ts';
import type { Asked, Lens, LensView, NetTable, OptionGroup, Picked } from './lens.ts';
import { pickBase, pickedOf } from './picked.ts';
import { networkOf, Places } from './places.ts';

/** Lines of the table on one page. */
export const PER_PAGE = 200;
/** Places that make a large web. */
const LARGE = 100;
/** Places listed below the picture. */
const HUBS = 12;

export const kommunen: Lens = { id: 'kommunen', name: m.net_kommunen, build };

function build(asked: Asked): LensView {
  const { dataset, selection, net, face, locale, here } = asked;
  const graph = networkOf(dataset, selection);
  const places = new Places(dataset, locale);
  const node = here.view.place === null ? -1 : places.node(here.view.place);
  const centre = node >= 0 && graph.degree[node]! > 0 ? node : null;
  return {
    sentence:
      centre === null
        ? sentenceOf(asked, graph, places)
        : egoSentence(asked, graph, places, centre),
    notes:
      face === 'picture' ? notesOf(asked, centre, node) : [m.net_kommunen_pairs({}, { locale })],
    hints: face === 'picture' && centre !== null ? [m.net_ego_hint({}, { locale })] : [],
    options: optionsOf(asked, graph, centre),
    drawing: face === 'picture' ? drawingOf(asked, graph, places, centre) : null,
    table: face === 'table' ? tableOf(asked, graph, places) : null,
    picked: net.picked === null ? null : pickOf(asked, graph, places, net.picked)
  };
}

/** Id of an edge: both ends, as in the files. */
export const edgeId = (places: Places, graph: Graph, edge: number): string =>
  `${places.id(graph.source[edge]!)}-${places.id(graph.target[edge]!)}`;

const ranks = new WeakMap<Graph, number[]>();

/** Nodes by number of neighbours. */
export function ranked(graph: Graph): readonly number[] {
  const known = ranks.get(graph);
  if (known) return known;
  const nodes: number[] = [];
  for (let node = 0; node < graph.nodes; node++) if (graph.degree[node]! > 0) nodes.push(node);
  nodes.sort((a, b) => graph.degree[b]! - graph.degree[a]! || a - b);
  ranks.set(graph, nodes);
  return nodes;
}

function drawingOf(
  asked: Asked,
  graph: Graph,
  places: Places,
  centre: number | null
): Drawing | null {
  if (graph.edges === 0) return null;
  const { here, net, locale } = asked;
  const picture = { pick: pickBase(asked), picked: net.picked };
  if (centre !== null) return { ...picture, ...egoDrawing(asked, graph, places, centre) };
  return {
    kind: 'network',
    ...picture,
    title: m.net_kommunen_title({}, { locale }),
    colours: net.order === 'cluster' ? 'cluster' : 'part',
    nodes: ranked(graph).length,
    hubs: ranked(graph)
      .slice(0, HUBS)
      .map((node) => ({
        id: places.id(node),
        name: places.name(node),
        where: places.where(node),
        partners: graph.degree[node]!,
        href: linkTo(here, {}, { place: places.id(node), net: { ...net, picked: null } })
      }))
  };
}

function sentenceOf({ locale }: Asked, graph: Graph, places: Places): string {
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const nodes = ranked(graph);
  const [hub] = nodes;
  if (hub === undefined) return m.sentence_none({}, say);
  const own = nodes.filter((node) => places.isOwn(node)).length;
  const { members } = components(graph);
  const largest = members[0]!.length;
  const groups = members.length - 1;
  return [
    m.net_kommunen_sentence({ own: number(own), abroad: number(nodes.length - own) }, say),
    groups === 0
      ? m.net_kommunen_one({}, say)
      : largest < LARGE
        ? m.net_kommunen_small({ shown: number(members.length), largest: number(largest) }, say)
        : m.net_kommunen_groups(
            { largest: number(largest), count: groups, shown: number(groups) },
            say
          ),
    m.net_kommunen_hub(
      { name: places.name(hub), count: graph.degree[hub]!, shown: number(graph.degree[hub]!) },
      say
    )
  ].join(' ');
}

function egoSentence({ locale }: Asked, graph: Graph, places: Places, centre: number): string {
  const count = graph.degree[centre]!;
  const countries = new Set<string>();
  for (let i = graph.start[centre]!; i < graph.start[centre + 1]!; i++) {
    const node = graph.neighbours[i]!;
    if (!places.isOwn(node)) countries.add(places.where(node));
  }
  const words = { name: places.name(centre), count, shown: formatNumber(count, locale) };
  return countries.size === 0 || !places.isOwn(centre)
    ? m.net_ego_sentence(words, { locale })
    : m.net_ego_sentence_countries({ ...words, countryCount: countries.size }, { locale });
}

function notesOf({ locale, here }: Asked, centre: number | null, node: number): string[] {
  const say = { locale };
  if (centre !== null) return [m.net_ego_reading({}, say)];
  return [
    ...(here.view.place !== null && node >= 0 ? [m.net_ego_none({}, say)] : []),
    m.net_kommunen_reading({}, say),
    m.net_kommunen_bridges({}, say),
    m.net_kommunen_pairs({}, say)
  ];
}

function optionsOf(
  { here, net, face, filters, locale }: Asked,
  graph: Graph,
  centre: number | null
): OptionGroup[] {
  const say = { locale };
  const groups: OptionGroup[] = [];
  if (face === 'table') {
    const pages = Math.ceil(graph.edges / PER_PAGE);
    const now = Math.min(Math.max(1, here.view.page), Math.max(1, pages));
    if (pages > 1)
      groups.push({
        label: m.net_page({}, say),
        choices: Array.from({ length: pages }, (_, i) => ({
          label: formatNumber(i + 1, locale),
          href: linkTo(here, {}, { page: i + 1, net: { ...net, picked: null } }),
          current: i + 1 === now
        }))
      });
  } else if (centre !== null)
    groups.push({
      label: m.net_steps({}, say),
      choices: [
        ...([1, 2] as const).map((steps) => ({
          label: steps === 1 ? m.net_steps_1({}, say) : m.net_steps_2({}, say),
          href: linkToNet(here, { steps }),
          current: net.steps === steps
        })),
        {
          label: m.net_steps_all({}, say),
          href: linkTo(here, {}, { place: null, net: { ...net, steps: 1, picked: null } }),
          current: false
        }
      ]
    });
  else
    groups.push({
      label: m.net_colour({}, say),
      choices: [null, 'cluster' as const].map((order) => ({
        label: order ? m.net_colour_cluster({}, say) : m.net_colour_part({}, say),
        href: linkToNet(here, { order }),
        current: (net.order === 'cluster') === (order === 'cluster')
      }))
    });
  const query = serialise(filters, { ...DEFAULT_VIEW, snapshot: here.view.snapshot });
  const file = (kind: string) =>
    localise(`/api/v1/network.${kind}${query === '' ? '' : `?${query}`}`, locale);
  groups.push({
    label: m.net_download({}, say),
    choices: [
      { label: 'GEXF', href: file('gexf'), current: false },
      { label: 'GraphML', href: file('graphml'), current: false },
      { label: m.net_download_nodes({}, say), href: file('nodes.csv'), current: false },
      { label: m.net_download_edges({}, say), href: file('edges.csv'), current: false }
    ]
  });
  return groups;
}

/** All edges, most partnerships first, in pages. */
function tableOf(asked: Asked, graph: Graph, places: Places): NetTable {
  const { here, locale } = asked;
  const say = { locale };
  const base = pickBase(asked);
  const label = (text: string, numeric = false) => ({ label: text, numeric });
  const ties = (edge: number) => graph.tieStart[edge + 1]! - graph.tieStart[edge]!;
  const pages = Math.max(1, Math.ceil(graph.edges / PER_PAGE));
  const start = (Math.min(Math.max(1, here.view.page), pages) - 1) * PER_PAGE;
  const partners = (edge: number) => graph.degree[graph.source[edge]!]!;
  return {
    caption: m.net_kommunen_title({}, say),
    columns: [
      label(m.net_column_place({}, say)),
      label(m.land({}, say)),
      label(m.net_column_partner({}, say)),
      label(m.net_column_where({}, say)),
      label(m.net_column_ties({}, say), true)
    ],
    rows: Array.from({ length: graph.edges }, (_, edge) => edge)
      .sort((a, b) => ties(b) - ties(a) || partners(b) - partners(a) || a - b)
      .slice(start, start + PER_PAGE)
      .map((edge) => {
        const [a, b] = [graph.source[edge]!, graph.target[edge]!];
        const id = edgeId(places, graph, edge);
        return {
          id,
          cells: [places.name(a), places.where(a), places.name(b), places.where(b), ties(edge)],
          href: `${base}${id}`
        };
      })
  };
}

function pickOf(asked: Asked, graph: Graph, places: Places, id: string): Picked {
  const [a, b] = id.split('-').map((part) => places.node(part));
  const none = () =>
    pickedOf(asked, id, m.net_picked_unknown({}, { locale: asked.locale }), [], null);
  if (a === undefined || b === undefined || a < 0 || b < 0) return none();
  for (let i = graph.start[a]!; i < graph.start[a + 1]!; i++)
    if (graph.neighbours[i] === b) {
      const edge = graph.via[i]!;
      const rows = [...graph.ties.subarray(graph.tieStart[edge], graph.tieStart[edge + 1])];
      const label = `${places.name(a)} – ${places.name(b)}`;
      return pickedOf(asked, id, label, rows, null);
    }
  return none();
}
