import { expect, it } from 'vitest';
import type { NetworkLayout } from '../domain/layout.ts';
import { graphOf } from '../network/graph.ts';
import { hitTest } from './nethit.ts';
import { fit, sceneOf } from './netscene.ts';
import { around, typed, walk, type Key, type Step } from './netwalk.ts';

/** 0 in the middle; 1 above, 2 right, 3 below, 4 left; 5 hangs on 2; 6 stands alone. */
const graph = graphOf(7, [
  [0, 1],
  [0, 2],
  [0, 3],
  [0, 4],
  [2, 5]
]);
const layout: NetworkLayout = {
  x: Int16Array.from([0, 0, 50, 0, -50, 100, 300]),
  y: Int16Array.from([0, -50, 0, 50, 0, 0, 0]),
  community: new Uint16Array(7),
  bridges: Uint32Array.from([0, 2, 6])
};
const scene = sceneOf(graph, layout, 3, () => 0);
const go = (keys: Key[], start: Step | null = null) =>
  keys.reduce<Step | null>((now, key) => walk(scene, now, key), start);

it('draws only what has an edge, most neighbours first, in the published places', () => {
  expect([...scene.nodes]).toEqual([0, 2, 1, 3, 4, 5]);
  expect(scene.x[5]).toBe(2);
  expect(scene.bridges).toEqual([0, 2]);
  const camera = fit(scene.box, 600, 400);
  for (const node of scene.nodes) {
    expect(scene.x[node]! * camera.k + camera.x).toBeGreaterThan(0);
    expect(scene.x[node]! * camera.k + camera.x).toBeLessThan(600);
  }
});

it('goes round a place by the clock and reaches every neighbour', () => {
  expect(around(scene, 0)).toEqual([1, 2, 3, 4]);
  expect(go(['home', 'down'])).toEqual({ at: 1, from: 0 });
  expect(go(['home', 'down', 'right', 'right'])).toEqual({ at: 3, from: 0 });
  expect(go(['home', 'down', 'left'])).toEqual({ at: 4, from: 0 });
  expect(go(['home', 'down', 'right', 'down'])).toEqual({ at: 5, from: 2 });
  expect(go(['up'], { at: 5, from: 2 })).toEqual({ at: 2, from: null });
});

it('stays where there is nowhere to go', () => {
  expect(go(['down'], { at: 5, from: 2 })).toEqual({ at: 5, from: 2 });
  expect(go(['up'], { at: 5, from: null })).toEqual({ at: 5, from: null });
  expect(go(['end'])).toEqual({ at: 5, from: null });
});

it('finds names as they are typed', () => {
  const names = ['ulm', 'koeln', 'kiel', 'lyon', 'lille', 'kielce', 'x'];
  const find = (text: string, now: number | null = null) =>
    typed(scene, (node) => names[node]!, text, now);
  expect(find('k')).toBe(2);
  expect(find('k', 2)).toBe(1);
  expect(find('kielc')).toBe(5);
  expect(find('x')).toBeNull();
});

it('tells which node is under the pointer', () => {
  const hit = hitTest(scene);
  const camera = { k: 100, x: 300, y: 200 };
  expect(hit(camera, 303, 198)).toBe(0);
  expect(hit(camera, 395, 205)).toBe(2);
  expect(hit(camera, 350, 150)).toBeNull();
});
