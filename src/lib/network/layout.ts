/**
 * The network of a snapshot, laid out and measured: what the part `layout` holds.
 *
 * Contract: pure; all partnerships count (German-German, initiated and utilities' ones too), so that
 * whatever is filtered later has its place.
 */
import type { Dataset } from '../domain/dataset.ts';
import { UNIT, type NetworkLayout } from '../domain/layout.ts';
import { buildGraph } from './graph.ts';
import { bridgesOf, communities } from './metrics.ts';
import { place } from './place.ts';
import { components } from './walk.ts';

/** Bridging places that are ranked. */
const BRIDGES = 500;

export function layoutOf(dataset: Dataset): NetworkLayout {
  const graph = buildGraph(dataset);
  const found = components(graph);
  const { authorities, partners } = dataset;
  const number = (id: string) => Number(id.slice(1));
  const { x, y } = place(
    graph,
    (node) =>
      node < authorities.length
        ? 2 * number(authorities.id[node]!)
        : 2 * number(partners.id[node - authorities.length]!) + 1,
    found
  );
  const steps = (value: number) => Math.max(-32_767, Math.min(32_767, Math.round(value * UNIT)));
  return {
    x: Int16Array.from(x, steps),
    y: Int16Array.from(y, steps),
    community: communities(graph, found),
    bridges: bridgesOf(graph, found, BRIDGES)
  };
}
