/**
 * Every kind of picture of a fixed set of data, compared with what it looked like before.
 *
 * The renderer and its fonts are the same on every machine; a few pixels of smoothing may differ. Where a
 * picture changes on purpose: `UPDATE_GOLDEN=1 npm run test:unit -- golden`, and look at what changed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { DEFAULT_NET, type NetState, type ViewState } from '../url/codec.ts';
import { picture, type Order } from './pictures.ts';
import { png } from './raster.ts';
import { sampleOrder, samplePlaces } from './testing/sample.ts';

const FOLDER = join(import.meta.dirname, 'goldens');
const SCALE = 0.17;
/** Share of pixels that may differ. */
const TOLERANCE = 0.0003;
/** Letters this small are nothing but smoothing: it counts. */
const OPTIONS = { threshold: 0.1, includeAA: true };

const { most, none } = samplePlaces();
const net = (state: Partial<NetState>): Partial<ViewState> => ({
  net: { ...DEFAULT_NET, ...state }
});
const dark: Partial<Order> = { theme: 'dunkel', locale: 'en' };
const preview: Partial<Order> = { width: null };

const CASES: [string, string, Partial<ViewState>, Partial<Order>][] = [
  ['karte', 'karte', {}, {}],
  ['karte-laender', 'karte', { areas: 'laender' }, dark],
  ['karte-vorschau', 'karte', {}, preview],
  ['netz', 'netz', {}, {}],
  ['netz-chord', 'netz', net({ figure: 'chord' }), dark],
  ['netz-ziele', 'netz', net({ lens: 'ziele' }), {}],
  ['netz-fluss', 'netz', net({ lens: 'fluss' }), {}],
  ['netz-ort', 'netz', { place: most, ...net({ lens: 'kommunen' }) }, {}],
  ['luecken', 'luecken', {}, {}],
  ['luecken-vorschau', 'luecken', {}, preview],
  ['tabelle', 'tabelle', {}, {}],
  ['tabelle-laender', 'tabelle', { areas: 'laender' }, dark],
  ['profil', 'profil', { place: most }, {}],
  ['profil-ohne', 'profil', { place: none }, dark],
  ['profil-vorschau', 'profil', { place: most }, preview]
];

const drawn = async (order: Order) =>
  PNG.sync.read(Buffer.from(await png(picture(order).svg, SCALE)));

/** Share of pixels that differ, 1 where the sizes do. */
function difference(a: PNG, b: PNG): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  const pixels = a.width * a.height;
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, OPTIONS) / pixels;
}

it.each(CASES)('%s looks as before', async (name, view, state, more) => {
  const now = await drawn(sampleOrder(view, state, more));
  const file = join(FOLDER, `${name}.png`);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, PNG.sync.write(now, { colorType: 2, deflateLevel: 9 }));
  }
  expect(existsSync(file), `${file} is not there; see the head of this test`).toBe(true);
  const share = difference(now, PNG.sync.read(readFileSync(file)));
  const seen = join(tmpdir(), `atlas-golden-${name}.png`);
  if (share > TOLERANCE) writeFileSync(seen, PNG.sync.write(now));
  expect(share, `see ${seen}`).toBeLessThanOrEqual(TOLERANCE);
});

it('would notice one word, one colour and one cell that changed', async () => {
  const order = sampleOrder('netz');
  const before = await drawn(order);
  expect(difference(before, await drawn(order))).toBe(0);
  const { svg } = picture(order);
  const changes = [
    svg.replace(/(<text [^>]*font-weight[^>]*>)Partnerschaftsatlas/, '$1Partnerschaftsverzeichnis'),
    svg.replaceAll('#0b5a66', '#b3441a'),
    svg.replace(/<rect [^>]*>(?![^]*<rect )/, '')
  ];
  for (const changed of changes) {
    expect(changed).not.toBe(svg);
    const after = PNG.sync.read(Buffer.from(await png(changed, SCALE)));
    expect(difference(before, after)).toBeGreaterThan(TOLERANCE);
  }
});
