import { inflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { random } from '../domain/testing/random.ts';
import { opaquePng } from './opaquepng.ts';
import { TEST_PNG } from './testpaper.ts';

/** Pixels of a PNG whose rows have no filter, three bytes each. */
function pixelsOf(png: Uint8Array, width: number): number[][] {
  const file = Buffer.from(png);
  const at = file.indexOf('IDAT');
  const body = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)));
  const rows: number[][] = [];
  for (let row = 0; row < body.length; row += width * 3 + 1) {
    expect(body[row]).toBe(0);
    rows.push([...body.subarray(row + 1, row + 1 + width * 3)]);
  }
  return rows;
}

test('colours stay, half transparent ones are mixed with white', async () => {
  const made = (await opaquePng(TEST_PNG))!;
  expect(pixelsOf(made, 2)).toEqual([[10, 90, 100, 227, 157, 137]]);
  expect(await opaquePng(made)).toEqual(made);
});

test('every pixel of a drawn picture is the one that was drawn', async () => {
  const r = random(4);
  const shapes = Array.from(
    { length: 60 },
    () =>
      `<circle cx="${r.below(80)}" cy="${r.below(60)}" r="${r.below(20)}" fill="rgb(${r.below(256)},${r.below(256)},9)"/>`
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><rect width="80" height="60" fill="#fff"/>${shapes.join('')}</svg>`;
  const drawn = new Resvg(svg).render();
  const made = (await opaquePng(drawn.asPng()))!;
  const expected = [...drawn.pixels].filter((_, at) => at % 4 !== 3);
  expect(pixelsOf(made, 80).flat()).toEqual(expected);
});

test('what is broken or of another kind is refused', async () => {
  expect(await opaquePng(new Uint8Array([1, 2, 3]))).toBeNull();
  expect(await opaquePng(TEST_PNG.slice(0, 50))).toBeNull();
  const broken = TEST_PNG.slice();
  broken.fill(7, 43, 50);
  expect(await opaquePng(broken)).toBeNull();
  const grey = TEST_PNG.slice();
  grey[25] = 4;
  expect(await opaquePng(grey)).toBeNull();
});
