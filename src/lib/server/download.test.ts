import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeSnapshot } from '../snapshot/decode.ts';
import type { Manifest, PartName } from '../snapshot/manifest.ts';
import { ApiError } from './api.ts';
import { fileOf, wanted } from './download.ts';
import type { Loaded } from './load.ts';

const texts = new Map(
  (['core', 'detail', 'search'] as const).map((part): [PartName, string] => [
    part,
    readFileSync(
      new URL(`../../../tests/fixtures/snapshot/format1.${part}.json`, import.meta.url),
      'utf8'
    )
  ])
);
const stamp = { version: 3, publishedAt: '2026-11-22T16:00:00.000Z' };
const manifest = { version: 3, published_at: stamp.publishedAt, format: 1, hash: 'x', parts: {} };
const loaded: Loaded = {
  manifest: { ...manifest, licences: [], counts: {} } as unknown as Manifest,
  ...decodeSnapshot(1, texts, stamp),
  registerById: new Map()
};
const ask = (query: string) => wanted(new URLSearchParams(query));

describe('download', () => {
  it('has defaults, and refuses in words what it does not know', () => {
    expect(ask('')).toEqual({ scope: 'alle', format: 'json', snapshot: null });
    expect(ask('lizenz=ohne-wikipedia&format=csv&stand=3').snapshot).toBe(3);
    for (const wrong of ['format=xml', 'lizenz=x', 'stand=0', 'stand=x', 'sdg=6'])
      expect(() => ask(wrong)).toThrow(ApiError);
  });

  it.each(['alle', 'ohne-wikipedia'])('%s: JSON and CSV hold the same partnerships', (scope) => {
    const json = fileOf(loaded, ask(`lizenz=${scope}`), 'de');
    const csv = fileOf(loaded, ask(`lizenz=${scope}&format=csv`), 'en');
    const body = JSON.parse(Buffer.from(json.encoded.raw).toString()) as {
      total: number;
      terms: { licence: string };
      partnerships: { id: string }[];
    };
    const table = Buffer.from(csv.encoded.raw).toString();
    expect(body.total).toBe(body.partnerships.length);
    const ids = table
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',', 1)[0]);
    expect(new Set(ids)).toEqual(new Set(body.partnerships.map(({ id }) => id)));
    expect(body.terms.licence).toBe(scope === 'alle' ? 'CC BY-SA 4.0' : 'CC BY 4.0');
    expect(json.name).toBe(`partnerschaftsatlas-stand-3-2026-11-22-${scope}.json`);
    if (scope === 'alle') expect(body.total).toBe(loaded.dataset.partnerships.length);
    else expect(JSON.stringify(body) + table).not.toMatch(/wikipedia\.|wikipedia-2026|BY-SA/i);
  });

  it('is made once per snapshot', () => {
    expect(fileOf(loaded, ask(''), 'de')).toBe(fileOf(loaded, ask('format=json'), 'en'));
  });
});
