/**
 * The door to graphology and its algorithms.
 *
 * They are CommonJS: what a default import IS (the function or class itself) and what their types
 * say it is differ by how a module is resolved, so the shapes we rely on are stated here once.
 */
import graphology from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import betweennessModule from 'graphology-metrics/centrality/betweenness.js';
import type { AbstractGraph } from 'graphology-types';

export type Library = AbstractGraph;
type ByNode = Record<string, number>;

export const Undirected = graphology as unknown as new (options: {
  type: 'undirected';
  multi: boolean;
}) => AbstractGraph;

/** Community of every node. */
export const louvain = louvainModule as unknown as (
  graph: AbstractGraph,
  options: { rng: () => number }
) => ByNode;

/** On how many shortest ways between others every node lies. */
export const betweenness = betweennessModule as unknown as (
  graph: AbstractGraph,
  options: { getEdgeWeight: null; normalized: boolean }
) => ByNode;
