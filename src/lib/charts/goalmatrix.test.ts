import { expect, test } from 'vitest';
import { goalLayout, twoLines } from './goalmatrix.ts';

test('the narrow picture fits a phone of 375 px with its margins', () => {
  expect(goalLayout(17, false).width).toBeLessThanOrEqual(343);
  expect(goalLayout(17, true).width).toBeLessThanOrEqual(864);
});

test('names break in the middle', () => {
  expect(twoLines('Keine Armut', 34)).toEqual(['Keine Armut']);
  expect(twoLines('Menschenwürdige Arbeit und Wirtschaftswachstum', 34)).toEqual([
    'Menschenwürdige Arbeit',
    'und Wirtschaftswachstum'
  ]);
  expect(twoLines('Verantwortungsvolle', 10)).toEqual(['Verantwortungsvolle']);
});
