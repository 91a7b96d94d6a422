import { readFileSync, statSync } from 'node:fs';
import { PMTiles, type Source } from 'pmtiles';
import { describe, expect, it } from 'vitest';

/** The committed file, as the map reads it. That it is what the sources give: `npm run basemap -- --check`. */
const path = new URL('../../static/basemap.pmtiles', import.meta.url);
const bytes = new Uint8Array(readFileSync(path));
const source: Source = {
  getKey: () => 'committed',
  getBytes: (offset, length) =>
    Promise.resolve({ data: bytes.slice(offset, offset + length).buffer as ArrayBuffer })
};
const archive = new PMTiles(source);

describe('static/basemap.pmtiles', () => {
  it('is small and says what it covers', async () => {
    expect(statSync(path).size).toBeLessThanOrEqual(8 * 1024 * 1024);
    const header = await archive.getHeader();
    expect([header.minZoom, header.maxZoom, header.minLon, header.maxLon]).toEqual([
      0, 9, -180, 180
    ]);
  });

  it('carries its attribution', async () => {
    const { attribution } = (await archive.getMetadata()) as { attribution: string };
    expect(attribution).toContain('GeoBasis-DE / BKG (2021)');
    expect(attribution).toContain('dl-de/by-2-0');
    expect(attribution).toContain('Natural Earth');
  });

  it('has Gemeinde lines in Berlin’s finest tile and nothing over the Atlantic', async () => {
    const berlin = await archive.getZxy(9, 275, 167);
    expect(new TextDecoder('latin1').decode(berlin?.data)).toContain('german_lines');
    expect(await archive.getZxy(9, 200, 167)).toBeUndefined();
  });
});

describe('static/welt.svg', () => {
  it('is small and self-contained', () => {
    const svg = readFileSync(new URL('../../static/welt.svg', import.meta.url), 'utf8');
    expect(svg).toContain('prefers-color-scheme:dark');
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
    expect(svg.length).toBeLessThan(120_000);
  });
});
