/**
 * Pages of other people: a server of its own, and therefore an origin of its own, for what embeds us.
 *
 * Contract: answers the given paths with the given bodies and headers, everything else with 404. Two of
 * them are two foreign origins: one plays the newspaper, the other an embed or somebody who forges one.
 * Close it at the end.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Served {
  body: string;
  /** `content-type` is HTML unless said otherwise; e.g. a strict `content-security-policy`. */
  headers?: Record<string, string>;
}

export interface Host {
  /** e.g. `http://127.0.0.1:40123` */
  origin: string;
  /** Adds or replaces a page. @returns its address */
  page(path: string, served: Served | string): string;
  close(): Promise<void>;
}

export async function hostPages(pages: Record<string, Served | string> = {}): Promise<Host> {
  const all = new Map(Object.entries(pages));
  const server = createServer((request, answer) => {
    const found = all.get(new URL(request.url ?? '/', 'http://x').pathname);
    if (found === undefined) return void answer.writeHead(404).end();
    const { body, headers = {} } = typeof found === 'string' ? { body: found } : found;
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    page: (path, served) => {
      all.set(path, served);
      return origin + path;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  };
}

/** A whole document around a body. */
export const html = (body: string): string =>
  `<!doctype html><html lang="de"><head><meta charset="utf-8" /><title>Host</title></head><body>${body}</body></html>`;
