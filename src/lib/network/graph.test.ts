import { expect, it } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import { select } from '../domain/selection.ts';
import { randomDataset, randomFilters } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import { buildGraph, graphOf } from './graph.ts';
import { components, steps } from './walk.ts';

/** Three Germans (0, 1, 2) and two partners abroad (3, 4 as nodes). */
function small(ties: number[][]) {
  const dataset = randomDataset(random(1), 5);
  const starts = [0];
  for (const members of ties) starts.push(starts.at(-1)! + members.length);
  return {
    ...dataset,
    authorities: { ...dataset.authorities, length: 3 },
    partners: { ...dataset.partners, length: 2 },
    partnerships: {
      ...dataset.partnerships,
      length: ties.length,
      memberStart: Uint32Array.from(starts),
      members: Int32Array.from(ties.flat())
    }
  };
}
const edges = (graph: ReturnType<typeof buildGraph>) =>
  Array.from(graph.source, (a, e) => `${a}-${graph.target[e]}`);

it('ties every German member to every partner abroad, Germans only where nobody is abroad', () => {
  const graph = buildGraph(
    small([
      [0, 1, ~0, ~1],
      [1, 2],
      [0, 1, 2]
    ])
  );
  expect(edges(graph)).toEqual(['0-1', '0-2', '0-3', '0-4', '1-2', '1-3', '1-4']);
  expect([...graph.degree]).toEqual([4, 4, 2, 2, 2]);
});

it('merges parallel partnerships and keeps all of them', () => {
  const graph = buildGraph(
    small([
      [0, ~0],
      [1, ~0],
      [0, ~0]
    ])
  );
  expect(edges(graph)).toEqual(['0-3', '1-3']);
  expect([...graph.tieStart]).toEqual([0, 2, 3]);
  expect([...graph.ties]).toEqual([0, 2, 1]);
  expect([...graph.neighbours.slice(graph.start[3], graph.start[4])]).toEqual([0, 1]);
  expect([...graph.via.slice(graph.start[3], graph.start[4])]).toEqual([0, 1]);
});

it('of a selection holds its partnerships, each with a member that fits', () => {
  const r = random(7);
  for (let run = 0; run < 40; run++) {
    const dataset = randomDataset(r, 60);
    const filters = run === 0 ? NO_FILTERS : randomFilters(r, dataset);
    const found = select(dataset, filters);
    const graph = buildGraph(dataset, found);
    expect([...new Set(graph.ties)].sort((a, b) => a - b)).toEqual([...found.rows]);
    const own = dataset.authorities.length;
    // Every member that fits is drawn.
    for (const row of found.authorities) expect(graph.degree[row]).toBeGreaterThan(0);
    for (const row of found.partners) expect(graph.degree[own + row]).toBeGreaterThan(0);
    const whole = new Set(edges(buildGraph(dataset)));
    for (const edge of edges(graph)) expect(whole).toContain(edge);
  }
});

it('walks: groups by size, steps from a node', () => {
  const graph = graphOf(7, [
    [1, 2],
    [2, 3],
    [3, 4],
    [5, 6]
  ]);
  const { of, members } = components(graph);
  expect(members).toEqual([
    [1, 2, 3, 4],
    [5, 6]
  ]);
  expect([...of]).toEqual([-1, 0, 0, 0, 0, 1, 1]);
  const away = new Int16Array(7).fill(-1);
  expect(steps(graph, 1, away, 2)).toEqual([1, 2, 3]);
  expect([...away]).toEqual([-1, 0, 1, 2, -1, -1, -1]);
});
