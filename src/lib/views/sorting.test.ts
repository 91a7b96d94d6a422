import { expect, test } from 'vitest';
import { arrow, orderOf, sortedBy } from './sorting.ts';

test('a column sorts up, then down, then up', () => {
  expect(sortedBy('kommune', 'seit', 'kommune')).toBe('seit');
  expect(sortedBy('seit', 'seit', 'kommune')).toBe('-seit');
  expect(sortedBy('-seit', 'seit', 'kommune')).toBe('seit');
});

test('the usual order needs no word in the address', () => {
  expect(sortedBy('seit', 'kommune', 'kommune')).toBeNull();
  expect(sortedBy('-kommune', 'kommune', 'kommune')).toBeNull();
  expect(sortedBy('kommune', 'kommune', 'kommune')).toBe('-kommune');
  expect(sortedBy('anteil', 'anteil', '-anteil')).toBeNull();
});

test('only the sorted column says so', () => {
  expect([orderOf('seit', 'seit'), orderOf('-seit', 'seit'), orderOf('seit', 'staat')]).toEqual([
    'ascending',
    'descending',
    undefined
  ]);
  expect([arrow('ascending'), arrow('descending'), arrow(undefined)]).toEqual(['↑', '↓', '']);
});
