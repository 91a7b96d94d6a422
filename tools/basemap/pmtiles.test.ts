import { PMTiles, tileIdToZxy, zxyToTileId, type Source } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { gzip, tileId, writeArchive, type TileEntry } from './pmtiles.ts';

/** The reader of the map library's own plugin judges what the writer wrote. */
function open(bytes: Uint8Array): PMTiles {
  const source: Source = {
    getKey: () => 'memory',
    getBytes: (offset, length) =>
      Promise.resolve({ data: bytes.slice(offset, offset + length).buffer as ArrayBuffer })
  };
  return new PMTiles(source);
}

const info = {
  minZoom: 0,
  maxZoom: 7,
  bounds: [-180, -85, 180, 85] as [number, number, number, number],
  center: { lon: 10.4, lat: 51.1, zoom: 4 },
  metadata: { attribution: '© Prüfer' }
};
const content = (text: string) => gzip(new TextEncoder().encode(text));

function pyramid(maxZoom: number, text: (id: number) => string): TileEntry[] {
  const tiles: TileEntry[] = [];
  for (let z = 0; z <= maxZoom; z++)
    for (let x = 0; x < 2 ** z; x++)
      for (let y = 0; y < 2 ** z; y++)
        tiles.push({ z, x, y, bytes: content(text(tileId(z, x, y))) });
  return tiles;
}

describe('tileId', () => {
  it('is the reader’s', () => {
    for (const [z, x, y] of [
      [0, 0, 0],
      [1, 1, 0],
      [3, 5, 2],
      [9, 271, 168]
    ] as const) {
      expect(tileId(z, x, y)).toBe(zxyToTileId(z, x, y));
      expect(tileIdToZxy(tileId(z, x, y))).toEqual([z, x, y]);
    }
  });
});

describe('writeArchive', () => {
  it('is read back, header, metadata and tiles', async () => {
    const archive = open(writeArchive(pyramid(3, String), info));
    const header = await archive.getHeader();
    expect([header.minZoom, header.maxZoom, header.minLon, header.centerLat]).toEqual([
      0, 7, -180, 51.1
    ]);
    expect(await archive.getMetadata()).toEqual(info.metadata);
    const tile = await archive.getZxy(3, 5, 2);
    expect(new TextDecoder().decode(tile?.data)).toBe(String(tileId(3, 5, 2)));
    expect(await archive.getZxy(5, 0, 0)).toBeUndefined();
  });

  it('stores equal tiles once', async () => {
    const bytes = writeArchive(
      pyramid(4, () => 'sea'),
      info
    );
    const archive = open(bytes);
    const header = await archive.getHeader();
    expect([header.numAddressedTiles, header.numTileEntries, header.numTileContents]).toEqual([
      341, 1, 1
    ]);
    expect(new TextDecoder().decode((await archive.getZxy(4, 9, 9))?.data)).toBe('sea');
  });

  it('splits into leaf directories when the root would be too large', async () => {
    const tiles = pyramid(7, String);
    const archive = open(writeArchive(tiles, info, 100));
    expect((await archive.getHeader()).leafDirectoryLength).toBeGreaterThan(0);
    for (const { z, x, y } of tiles.slice(-50)) expect(await archive.getZxy(z, x, y)).toBeDefined();
  });

  it('gives the same bytes whatever the order of its input', () => {
    const tiles = pyramid(3, String);
    expect(writeArchive(tiles.toReversed(), info)).toEqual(writeArchive(tiles, info));
  });
});
