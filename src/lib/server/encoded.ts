/**
 * Bytes that are served often, compressed once.
 *
 * Contract: brotli is made in the background, at the highest level unless told otherwise; until it is
 * there gzip serves.
 * Memory: about 1.5 times the bytes.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

export class Encoded {
  readonly raw: Uint8Array;
  readonly #gzip: Promise<Uint8Array>;
  #brotli: Uint8Array | null = null;

  constructor(raw: Uint8Array, quality = 11) {
    this.raw = raw;
    this.#gzip = promisify(gzip)(raw, { level: 6 });
    this.#gzip.catch(() => undefined); // answered in `best`
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length
    };
    brotliCompress(raw, { params }, (error, packed) => {
      if (!error) this.#brotli = packed;
    });
  }

  /** The best that the reader accepts and that is there. */
  async best(acceptEncoding: string | null): Promise<{ encoding: Encoding; bytes: Uint8Array }> {
    const accepts = (name: string) =>
      (acceptEncoding ?? '').split(',').some((entry) => {
        const [coding, ...params] = entry
          .trim()
          .toLowerCase()
          .split(/\s*;\s*/);
        return coding === name && !params.some((param) => /^q=0(\.0*)?$/.test(param));
      });
    if (this.#brotli && accepts('br')) return { encoding: 'br', bytes: this.#brotli };
    const identity = { encoding: 'identity' as const, bytes: this.raw };
    if (!accepts('gzip')) return identity;
    const bytes = await this.#gzip.catch(() => null);
    return bytes ? { encoding: 'gzip', bytes } : identity;
  }
}
