import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { decodeCore } from '../snapshot/core.ts';
import { decodeDetail } from '../snapshot/detail.ts';
import type { Manifest } from '../snapshot/manifest.ts';
import { answer, ApiError, json, otherMethods } from './api.ts';
import { asked, partnershipPage } from './pages.ts';
import { SnapshotUnavailable, type Loaded } from './store.ts';

const get = (headers: Record<string, string> = {}, method = 'GET') =>
  new Request('http://x/api', { headers, method });

describe('answers', () => {
  it('are known again by their tag', async () => {
    const first = json(get(), { a: 1 });
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
      expect(json(get({ 'if-none-match': tag }), { a: 1 }).status, tag).toBe(304);
    expect(json(get({ 'if-none-match': etag }), { a: 2 }).status).toBe(200);
  });

  it.each([
    [new ApiError(400, 'bad', 'de', 'en', [1]), 400, 'bad'],
    [new SnapshotUnavailable(), 503, 'no_snapshot'],
    [new Error('secret'), 500, 'internal']
  ])('%s becomes JSON', async (error, status, code) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const response = await answer(() => Promise.reject(error));
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(text).not.toContain('secret');
    expect(JSON.parse(text)).toMatchObject({ error: { code, message_de: expect.any(String) } });
    vi.restoreAllMocks();
  });

  it('refuse to write, and answer a preflight', () => {
    expect(otherMethods({ request: get({}, 'DELETE') }).status).toBe(405);
    const preflight = otherMethods({ request: get({}, 'OPTIONS') });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
  });
});

describe('partnerships', () => {
  const read = (part: string) =>
    readFileSync(
      new URL(`../../../tests/fixtures/snapshot/format1.${part}.json`, import.meta.url),
      'utf8'
    );
  const dataset = decodeCore(read('core'), { version: 3, publishedAt: '2026-11-22T16:00:00.000Z' });
  const loaded = {
    dataset,
    details: decodeDetail(read('detail')),
    manifest: { version: 3, parts: {}, licences: [] } as unknown as Manifest
  } as Loaded;
  const page = (query: string) =>
    partnershipPage(loaded, asked(new URLSearchParams(query), dataset), '/api');

  it('carry sources with licences', () => {
    const found = page('sdg=6&sued=1');
    expect(found.total).toBeGreaterThan(0);
    for (const one of found.partnerships) {
      expect(one.sdg_tags.some((tag) => tag.goal === 6)).toBe(true);
      for (const source of one.sources) expect(source.licence).not.toBe('');
    }
  });

  it('come in pages; beyond the last there is nothing', () => {
    expect(page('')).toMatchObject({ total: 47, page: 1, pages: 1, next: null });
    expect(page('seite=9').partnerships).toEqual([]);
  });

  it('refuse what they do not understand, all at once', () => {
    const wrong = () => asked(new URLSearchParams('sdg=99&foo=1&ort=a1&sortierung=seit'), dataset);
    try {
      wrong();
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ApiError);
      expect((error as ApiError).details).toHaveLength(4);
    }
  });
});
