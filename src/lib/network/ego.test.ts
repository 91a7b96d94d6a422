import { expect, it } from 'vitest';
import { egoOf } from './ego.ts';
import { graphOf } from './graph.ts';

/** 0 tied to 1, 2, 3; 1 to 4 and 5; 2 and 3 to each other; 6 and 7 far away. */
const graph = graphOf(8, [
  [0, 1],
  [0, 2],
  [0, 3],
  [1, 4],
  [1, 5],
  [2, 3],
  [5, 6],
  [6, 7]
]);
const byNumber = (a: number, b: number) => a - b;
const ends = (edges: number[]) => edges.map((e) => `${graph.source[e]}-${graph.target[e]}`);

it('shows a place with its neighbours, and the edges among them', () => {
  const { nodes, edges, left } = egoOf(graph, 0, 1, byNumber);
  expect(nodes.map(({ node, step }) => [node, step])).toEqual([
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 1]
  ]);
  expect(ends(edges)).toEqual(['0-1', '0-2', '0-3', '2-3']);
  expect(left).toBe(0);
});

it('puts neighbours of neighbours beside them, each with the same share', () => {
  const { nodes, edges } = egoOf(graph, 0, 2, byNumber);
  const angle = new Map(nodes.map((one) => [one.node, one.angle / (2 * Math.PI)]));
  expect(angle.get(4)).toBeCloseTo(1 / 8);
  expect(angle.get(1)).toBeCloseTo(2 / 8);
  expect(angle.get(5)).toBeCloseTo(3 / 8);
  expect(angle.get(2)).toBeCloseTo(5 / 8);
  expect(ends(edges)).toEqual(['0-1', '0-2', '0-3', '1-4', '1-5', '2-3']);
  expect(nodes.map(({ node }) => node)).not.toContain(6);
});

it('counts what it leaves out', () => {
  const { nodes, left } = egoOf(graph, 0, 2, byNumber, 1);
  expect(nodes).toHaveLength(5);
  expect(left).toBe(1);
});
