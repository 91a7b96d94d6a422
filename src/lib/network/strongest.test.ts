import { describe, expect, it } from 'vitest';
import { graphOf } from './graph.ts';
import { strongestEdges } from './strongest.ts';

/** 0 and 1 have three neighbours each, one of them shared and one each other; 5-6 stand alone. */
const graph = graphOf(7, [
  [0, 1],
  [0, 2],
  [1, 2],
  [0, 3],
  [1, 4],
  [5, 6]
]);
const pairs = (limit: number) =>
  strongestEdges(graph, limit).map((edge) => [graph.source[edge], graph.target[edge]]);

describe('the strongest edges', () => {
  it('are those of the best connected, the ones among them first', () => {
    expect(pairs(1)).toEqual([[0, 1]]);
    expect(pairs(3)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2]
    ]);
    expect(pairs(5)).not.toContainEqual([5, 6]);
  });

  it('are all where there is room, each once, in the order of the graph', () => {
    expect(strongestEdges(graph, 100)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
