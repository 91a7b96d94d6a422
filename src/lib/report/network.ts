/**
 * The network of a selection as rows: nodes and edges with everything the files say about them.
 *
 * Contract: pure; nodes ascend as in the dataset (authorities, then partners), edges by their ends.
 * An edge is a pair of places with ALL its partnerships (see `network/graph.ts` for which pairs).
 */
import type { Dataset } from '../domain/dataset.ts';
import { UNIT, type NetworkLayout } from '../domain/layout.ts';
import type { Selection } from '../domain/selection.ts';
import { buildGraph, type Graph } from '../network/graph.ts';
import { termsOf, type Terms } from './terms.ts';

export interface NetworkNode {
  id: string;
  label: string;
  side: 'germany' | 'abroad';
  /** Kind of the German body; '' abroad. */
  kind: string;
  land_code: string;
  country_code: string;
  country: string;
  /** null = not known, or abroad. */
  population: number | null;
  partners: number;
  /** Place on the map, degrees; null = not located. */
  lon: number | null;
  lat: number | null;
  /** Place in the published picture of the network, y upwards; null = no picture was published. */
  x: number | null;
  y: number | null;
  /** Community of the whole snapshot's network; 0 = in a small group; null = not published. */
  community: number | null;
  /** Red, green, blue as in the picture; null = the caller knows none. */
  colour: readonly [number, number, number] | null;
}

export interface NetworkEdge {
  id: string;
  source: string;
  target: string;
  partnerships: number;
  partnership_ids: string;
  /** Earliest recorded start; null = none recorded. */
  since: number | null;
  /** All recorded goals of its partnerships, e.g. `6;13`. */
  sdgs: string;
}

export interface Network {
  nodes: NetworkNode[];
  edges: NetworkEdge[];
  terms: Terms;
  snapshot: number;
  /** ISO date. */
  date: string;
}

/** @param colour of a node of the graph, as the picture paints it on paper */
export function networkOf(
  dataset: Dataset,
  selection: Selection,
  layout: NetworkLayout | null,
  locale: 'de' | 'en',
  colour: (node: number) => NetworkNode['colour'] = () => null
): Network {
  const graph = buildGraph(dataset, selection);
  const own = dataset.authorities.length;
  const id = (node: number) =>
    node < own ? dataset.authorities.id[node]! : dataset.partners.id[node - own]!;
  const nodes: NetworkNode[] = [];
  for (let node = 0; node < graph.nodes; node++) {
    if (graph.degree[node] === 0) continue;
    nodes.push({
      ...(node < own ? german(dataset, node) : abroad(dataset, node - own, locale)),
      partners: graph.degree[node]!,
      x: layout ? layout.x[node]! / UNIT : null,
      y: layout ? -layout.y[node]! / UNIT : null,
      community: layout ? layout.community[node]! : null,
      colour: colour(node)
    });
  }
  return {
    nodes,
    edges: Array.from(graph.source, (a, e) => ({
      id: `${id(a)}-${id(graph.target[e]!)}`,
      source: id(a),
      target: id(graph.target[e]!),
      ...behind(dataset, graph, e)
    })),
    terms: termsOf(dataset.sources),
    snapshot: dataset.version,
    date: dataset.publishedAt.slice(0, 10)
  };
}

type Described = Omit<NetworkNode, 'partners' | 'x' | 'y' | 'community' | 'colour'>;

function german({ authorities, laender }: Dataset, row: number): Described {
  const population = authorities.population[row]!;
  return {
    id: authorities.id[row]!,
    label: authorities.name[row]!,
    side: 'germany',
    kind: authorities.kind[row]!,
    land_code: laender[authorities.land[row]!]!.code,
    country_code: 'DE',
    country: '',
    population: population < 0 ? null : population,
    lon: degrees(authorities.lon[row]!),
    lat: degrees(authorities.lat[row]!)
  };
}

function abroad({ partners, countries }: Dataset, row: number, locale: 'de' | 'en'): Described {
  const country = countries[partners.country[row]!]!;
  return {
    id: partners.id[row]!,
    label: (locale === 'de' ? partners.nameDe : partners.nameEn)[row]!,
    side: 'abroad',
    kind: '',
    land_code: '',
    country_code: country.iso2,
    country: locale === 'de' ? country.nameDe : country.nameEn,
    population: null,
    lon: degrees(partners.lon[row]!),
    lat: degrees(partners.lat[row]!)
  };
}

/** Four decimals, about 10 m: all that is published. */
const degrees = (value: number): number | null =>
  Number.isNaN(value) ? null : Math.round(value * 1e4) / 1e4;

function behind({ partnerships }: Dataset, graph: Graph, edge: number) {
  const rows = [...graph.ties.subarray(graph.tieStart[edge], graph.tieStart[edge + 1])];
  const years = rows.map((row) => partnerships.since[row]!).filter((year) => year > 0);
  const mask = rows.reduce(
    (all, row) => partnerships.goals.reduce((bits, column) => bits | column[row]!, all),
    0
  );
  const goals = Array.from({ length: 17 }, (_, i) => i + 1).filter((goal) => mask & (1 << goal));
  return {
    partnerships: rows.length,
    partnership_ids: rows.map((row) => partnerships.id[row]!).join(';'),
    since: years.length > 0 ? Math.min(...years) : null,
    sdgs: goals.join(';')
  };
}
