import { expect, it } from 'vitest';
import { inColumns, type Group } from './columns.ts';
import { shared } from './grid.ts';
import { el } from './markup.ts';
import type { Plate } from './plate.ts';

const plate = (name: string, height = 20): Plate => ({
  width: 100,
  height,
  body: [el('text', {}, name)]
});
const group = (name: string, items: number): Group => ({
  head: plate(name),
  items: Array.from({ length: items }, (_, i) => plate(`${name}${i}`))
});
/** Names in each column. */
const names = (groups: Group[], count: number) =>
  inColumns(groups, count, 10).body.map(({ text }) =>
    [...text.matchAll(/<text>([^<]*)</g)].map(([, name]) => name)
  );

it('keeps small groups together, and their order down and across', () => {
  expect(names([group('A', 2), group('B', 2), group('C', 3)], 2)).toEqual([
    ['A', 'A0', 'A1', 'B', 'B0', 'B1'],
    ['C', 'C0', 'C1', 'C2']
  ]);
});

it('says the name again where a large group goes on', () => {
  const [first, second] = names([group('A', 10)], 2);
  expect([first![0], second![0]]).toEqual(['A', 'A']);
  expect([...first!.slice(1), ...second!.slice(1)]).toEqual(
    Array.from({ length: 10 }, (_, i) => `A${i}`)
  );
});

it('has no more columns than it may, and is as high as its longest', () => {
  const { height, width, body } = inColumns([group('A', 1), group('B', 9), group('C', 4)], 3, 10);
  expect(body.length).toBeLessThanOrEqual(3);
  expect(width).toBe(320);
  expect(height).toBeLessThan(20 * 14);
  expect(inColumns([], 3, 10).height).toBe(0);
});

it.each([
  ['all that is wished for', 400, [200, 200]],
  ['words first, then lines', 150, [75, 75]],
  ['less than the words', 50, [25, 25]]
])('shares a room out: %s', (_, room, widths) => {
  const need = { least: 40, best: 100 };
  expect(shared([need, need], room)).toEqual(widths);
});

it('gives room to the column whose lines would break', () => {
  const [short, long] = shared(
    [
      { least: 30, best: 30 },
      { least: 40, best: 300 }
    ],
    200
  );
  expect(short).toBe(30);
  expect(long).toBe(170);
});
