/**
 * A small PMTiles v3 writer (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md).
 *
 * Contract: pure; the same tiles give the same bytes. Tiles are clustered (stored in order of
 * their id), equal contents are stored once, runs of equal neighbours share a directory entry,
 * directories and metadata are gzipped. Vector tiles only.
 */
import { gzipSync } from 'node:zlib';

export interface TileEntry {
  z: number;
  x: number;
  y: number;
  /** Gzipped MVT. */
  bytes: Uint8Array;
}

export interface ArchiveInfo {
  minZoom: number;
  maxZoom: number;
  /** West, south, east, north in degrees. */
  bounds: [number, number, number, number];
  center: { lon: number; lat: number; zoom: number };
  /** JSON metadata: `vector_layers`, `attribution`, `name` … */
  metadata: object;
}

interface Entry {
  id: number;
  offset: number;
  length: number;
  run: number;
}

const HEADER = 127;
/** The spec wants header and root directory within the first 16 KiB. */
const ROOT_LIMIT = 16384 - HEADER;
/** Entries per leaf directory where one root is not enough. */
const LEAF = 4096;

/** gzip without a time stamp, at the highest level: reproducible. */
export const gzip = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes, { level: 9 }));

/** Position of a tile on the Hilbert curve over all zooms. */
export function tileId(z: number, x: number, y: number): number {
  let id = (4 ** z - 1) / 3;
  let [tx, ty] = [x, y];
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const rx = (tx & side) > 0 ? 1 : 0;
    const ry = (ty & side) > 0 ? 1 : 0;
    id += side * side * ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) {
        tx = side - 1 - (tx & (side - 1));
        ty = side - 1 - (ty & (side - 1));
      }
      [tx, ty] = [ty, tx];
    }
  }
  return id;
}

function varint(value: number, out: number[]): void {
  let rest = value;
  while (rest >= 128) {
    out.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  out.push(rest);
}

function directory(entries: Entry[]): Uint8Array {
  const out: number[] = [];
  varint(entries.length, out);
  entries.forEach((entry, i) => varint(entry.id - (entries[i - 1]?.id ?? 0), out));
  entries.forEach((entry) => varint(entry.run, out));
  entries.forEach((entry) => varint(entry.length, out));
  entries.forEach((entry, i) => {
    const last = entries[i - 1];
    const follows = last !== undefined && entry.offset === last.offset + last.length;
    varint(follows ? 0 : entry.offset + 1, out);
  });
  return gzip(Uint8Array.from(out));
}

function directories(entries: Entry[], limit: number): { root: Uint8Array; leaves: Uint8Array } {
  const root = directory(entries);
  if (root.length <= limit) return { root, leaves: new Uint8Array() };
  const parts: Uint8Array[] = [];
  const pointers: Entry[] = [];
  let offset = 0;
  for (let i = 0; i < entries.length; i += LEAF) {
    const leaf = directory(entries.slice(i, i + LEAF));
    pointers.push({ id: (entries[i] as Entry).id, offset, length: leaf.length, run: 0 });
    parts.push(leaf);
    offset += leaf.length;
  }
  return { root: directory(pointers), leaves: Buffer.concat(parts) };
}

/**
 * The archive's bytes.
 * @param rootLimit largest root directory in bytes; smaller only in tests
 */
export function writeArchive(
  tiles: TileEntry[],
  info: ArchiveInfo,
  rootLimit = ROOT_LIMIT
): Uint8Array {
  const sorted = tiles
    .map((tile) => ({ id: tileId(tile.z, tile.x, tile.y), bytes: tile.bytes }))
    .toSorted((a, b) => a.id - b.id);
  const known = new Map<string, { offset: number; length: number }>();
  const contents: Uint8Array[] = [];
  const entries: Entry[] = [];
  let size = 0;
  for (const { id, bytes } of sorted) {
    const key = Buffer.from(bytes).toString('latin1');
    let place = known.get(key);
    if (!place) {
      place = { offset: size, length: bytes.length };
      known.set(key, place);
      contents.push(bytes);
      size += bytes.length;
    }
    const last = entries.at(-1);
    if (last && last.offset === place.offset && last.id + last.run === id) last.run++;
    else entries.push({ id, ...place, run: 1 });
  }

  const { root, leaves } = directories(entries, rootLimit);
  const metadata = gzip(new TextEncoder().encode(JSON.stringify(info.metadata)));
  const header = Buffer.alloc(HEADER);
  header.write('PMTiles', 0, 'latin1');
  header.writeUInt8(3, 7);
  const sections = [root.length, metadata.length, leaves.length, size];
  let at = HEADER;
  sections.forEach((length, i) => {
    header.writeBigUInt64LE(BigInt(at), 8 + 16 * i);
    header.writeBigUInt64LE(BigInt(length), 16 + 16 * i);
    at += length;
  });
  header.writeBigUInt64LE(BigInt(sorted.length), 72);
  header.writeBigUInt64LE(BigInt(entries.length), 80);
  header.writeBigUInt64LE(BigInt(contents.length), 88);
  header.writeUInt8(1, 96); // clustered
  header.writeUInt8(2, 97); // directories: gzip
  header.writeUInt8(2, 98); // tiles: gzip
  header.writeUInt8(1, 99); // MVT
  header.writeUInt8(info.minZoom, 100);
  header.writeUInt8(info.maxZoom, 101);
  info.bounds.forEach((degrees, i) => header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i));
  header.writeUInt8(info.center.zoom, 118);
  header.writeInt32LE(Math.round(info.center.lon * 1e7), 119);
  header.writeInt32LE(Math.round(info.center.lat * 1e7), 123);
  return new Uint8Array(Buffer.concat([header, root, metadata, leaves, ...contents]));
}
