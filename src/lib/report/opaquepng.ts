/**
 * A PNG without transparency, on white: for writers that would have to take it apart themselves (and
 * would start a worker for it, which the pages' security policy forbids).
 *
 * Contract: pure but for the platform's streams. Reads what our pictures are, eight bits of red, green,
 * blue and alpha, not interlaced; passes on what has no alpha; anything else is null.
 */
import { pngSize } from './png.ts';

const SIGNATURE_BYTES = 8;
const RGB = 2;
const RGBA = 6;

/** @returns null where the file is broken or of another kind */
export async function opaquePng(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  const size = pngSize(bytes);
  const chunks = chunksOf(bytes);
  if (!size || !chunks) return null;
  const head = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (head?.[8] !== 8 || head[12] !== 0) return null;
  if (head[9] === RGB && !chunks.some(({ type }) => type === 'tRNS')) return bytes.slice();
  if (head[9] !== RGBA) return null;
  const { width, height } = size;
  try {
    const packed = joined(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
    const rows = await through(packed, new DecompressionStream('deflate'));
    if (rows.length !== (width * 4 + 1) * height) return null;
    const plain = onWhite(unfiltered(rows, width * 4, height), width, height);
    const body = await through(plain, new CompressionStream('deflate'));
    const first = head.slice();
    first[9] = RGB;
    return joined([
      bytes.subarray(0, SIGNATURE_BYTES),
      chunk('IHDR', first),
      chunk('IDAT', body),
      chunk('IEND', new Uint8Array())
    ]);
  } catch {
    return null;
  }
}

function chunksOf(bytes: Uint8Array): { type: string; data: Uint8Array }[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: { type: string; data: Uint8Array }[] = [];
  for (let at = SIGNATURE_BYTES; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    found.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return found;
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: DecompressionStream | CompressionStream
): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

/** Undoes the row filters of PNG, four bytes a pixel. @param stride bytes of a row */
function unfiltered(rows: Uint8Array, stride: number, height: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1);
    const filter = rows[from]!;
    const to = y * stride;
    for (let x = 0; x < stride; x++) {
      const left = x < 4 ? 0 : out[to + x - 4]!;
      const above = y === 0 ? 0 : out[to + x - stride]!;
      const corner = x < 4 || y === 0 ? 0 : out[to + x - stride - 4]!;
      out[to + x] = rows[from + 1 + x]! + predicted(filter, left, above, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** Rows of red, green and blue, each behind the sign of "no filter". */
function onWhite(pixels: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array((width * 3 + 1) * height);
  let to = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (at % (width * 4) === 0) to++;
    const alpha = pixels[at + 3]!;
    for (let k = 0; k < 3; k++)
      out[to++] = Math.round((pixels[at + k]! * alpha + 255 * (255 - alpha)) / 255);
  }
  return out;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(data.length + 12);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  out.set(
    Array.from(type, (letter) => letter.charCodeAt(0)),
    4
  );
  out.set(data, 8);
  let sum = 0xffffffff;
  for (let at = 4; at < data.length + 8; at++) sum = TABLE[(sum ^ out[at]!) & 255]! ^ (sum >>> 8);
  view.setUint32(data.length + 8, ~sum >>> 0);
  return out;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
