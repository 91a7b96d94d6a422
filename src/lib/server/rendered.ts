/**
 * Pages as they were rendered, so that an address many people open is rendered once per snapshot.
 *
 * Contract: only whole, good HTML answers to requests that carry nothing personal (no cookie, no
 * authorisation) are kept, under everything a page depends on: address, snapshot, staleness, and
 * whether it is behind TLS. Bounded in bytes; the least recently used goes first. A page that is kept
 * is byte for byte what rendering gave.
 */
export interface Page {
  status: number;
  headers: [string, string][];
  body: Uint8Array;
}

const MAX_BYTES = 24 * 1024 * 1024;
/** One page must not drive out all others. */
const MAX_PAGE = 2 * 1024 * 1024;

export class Rendered {
  readonly #pages = new Map<string, Page>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limit = MAX_BYTES) {
    this.#limit = limit;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): Response | null {
    const page = this.#pages.get(key);
    if (!page) return null;
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return answerOf(page);
  }

  /** Keeps the answer if it may be kept. @returns an answer with the same content */
  async keep(key: string, response: Response): Promise<Response> {
    const html = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    if (response.status !== 200 || !html || response.headers.has('set-cookie')) return response;
    const body = new Uint8Array(await response.arrayBuffer());
    const page: Page = { status: response.status, headers: [...response.headers], body };
    if (body.length <= MAX_PAGE) this.#put(key, page);
    return answerOf(page);
  }

  #put(key: string, page: Page): void {
    this.#bytes += page.body.length - (this.#pages.get(key)?.body.length ?? 0);
    this.#pages.delete(key);
    this.#pages.set(key, page);
    for (const [oldest, { body }] of this.#pages) {
      if (this.#bytes <= this.#limit) break;
      this.#pages.delete(oldest);
      this.#bytes -= body.length;
    }
  }
}

const answerOf = ({ status, headers, body }: Page): Response =>
  new Response(new Uint8Array(body), { status, headers });

/** Whether a request may be answered from what others were answered. */
export const isImpersonal = ({ method, headers }: Request): boolean =>
  method === 'GET' && !headers.has('cookie') && !headers.has('authorization');
