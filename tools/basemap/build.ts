/**
 * `npm run basemap`: makes the committed map files from the vendored originals.
 * `npm run basemap -- --check` compares instead of writing; exit code 1 if a file differs.
 *
 * Contract: the same inputs give the same bytes on every machine (no clock, no random order).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { anchors, anchorsCsv, type Anchor } from './anchors.ts';
import { archive } from './archive.ts';
import { areasSvg } from './areas.ts';
import { countries, germany } from './sources.ts';
import { worldSvg } from './world.ts';

const ROOT = new URL('../../', import.meta.url);

interface Product {
  path: string;
  make: () => Uint8Array;
}

const text = (value: string) => new TextEncoder().encode(value);

let computed: Anchor[] | undefined;
const labelPoints = () => (computed ??= anchors());

const PRODUCTS: Product[] = [
  { path: 'supabase/seed/countries/anchors.csv', make: () => text(anchorsCsv(labelPoints())) },
  { path: 'static/basemap.pmtiles', make: () => archive(labelPoints()) },
  { path: 'static/welt.svg', make: () => text(worldSvg(countries('50m'))) },
  { path: 'static/welt-klein.svg', make: () => text(worldSvg(countries('50m'), 'small')) },
  { path: 'static/laender.svg', make: () => text(areasSvg(germany(), 'laender')) },
  { path: 'static/laender-klein.svg', make: () => text(areasSvg(germany(), 'laender', 'small')) },
  { path: 'static/kreise.svg', make: () => text(areasSvg(germany(), 'kreise')) },
  { path: 'static/kreise-klein.svg', make: () => text(areasSvg(germany(), 'kreise', 'small')) }
];

function same(path: URL, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false; // not there yet
  }
}

const check = process.argv.includes('--check');
let differing = 0;
for (const product of PRODUCTS) {
  const url = new URL(product.path, ROOT);
  const bytes = product.make();
  const unchanged = same(url, bytes);
  if (!unchanged && check) differing++;
  if (!unchanged && !check) writeFileSync(fileURLToPath(url), bytes);
  const state = unchanged ? 'unchanged' : check ? 'DIFFERS' : 'written';
  const size = (n: number) => `${(n / 1024).toFixed(0)} KB`;
  console.log(
    `${product.path}: ${state}, ${size(bytes.length)}, gzip ${size(gzipSync(bytes).length)}`
  );
}
if (differing) process.exit(1);
