import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { outlinesFor } from './outlines.ts';

const codesOf = (file: string) =>
  [
    ...readFileSync(new URL(`../../../static/${file}`, import.meta.url), 'utf8').matchAll(
      /<path id="a(\d+)"/g
    )
  ].map(([, code]) => ({ code: code! }));

it.each([
  ['laender', 'laender.svg', 16],
  ['kreise', 'kreise.svg', 400]
] as const)('every one of %s is drawn', (level, file, count) => {
  const outlines = outlinesFor(level, codesOf(file));
  expect(outlines.size).toBe(count);
  for (const [code, d] of outlines) expect(d, code).toMatch(/^M\d+ \d+[lhv].+z$/);
});

it('draws a small town over the Kreis around it', () => {
  // Flensburg and Schleswig-Flensburg
  expect([...outlinesFor('kreise', [{ code: '01001' }, { code: '01059' }]).keys()]).toEqual([
    '01059',
    '01001'
  ]);
});

it('gives nothing but what was asked for', () => {
  expect([...outlinesFor('laender', [{ code: '05' }]).keys()]).toEqual(['05']);
});
