import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodersOf, decodeSnapshot, KNOWN_FORMATS } from './decode.ts';
import { SnapshotError } from './error.ts';
import { FORMAT, type PartName } from './manifest.ts';

const file = (format: number, part: string) =>
  new URL(`../../../tests/fixtures/snapshot/format${format}.${part}.json`, import.meta.url);
const texts = (format: number) =>
  new Map(
    (['core', 'detail', 'search', 'layout'] as const).map((part): [PartName, string] => [
      part,
      readFileSync(file(format, part), 'utf8')
    ])
  );
const stamp = { version: 1, publishedAt: '' };

describe('formats', () => {
  it('includes the one written today', () => expect(KNOWN_FORMATS).toContain(FORMAT));

  it.each(KNOWN_FORMATS)('%i has golden files and decodes them', (format) => {
    for (const part of ['core', 'detail', 'search', 'layout'])
      expect(existsSync(file(format, part)), part).toBe(true);
    const { dataset, details, register, layout } = decodeSnapshot(format, texts(format), stamp);
    expect(dataset.partnerships.length).toBeGreaterThan(0);
    expect(details.size).toBe(dataset.partnerships.length);
    expect(register.length).toBeGreaterThan(0);
    expect(layout?.x).toHaveLength(dataset.authorities.length + dataset.partners.length);
  });

  it('says that a future format needs newer software', () => {
    expect(() => decodersOf(99)).toThrow(/format 99 is newer .* update/);
    expect(() => decodersOf(0)).toThrow(SnapshotError);
  });

  it('reads snapshots from before layouts were published', () => {
    const old = texts(1);
    old.delete('layout');
    expect(decodeSnapshot(1, old, stamp).layout).toBeNull();
  });

  it('says which part is missing', () => {
    const some = texts(1);
    some.delete('detail');
    expect(() => decodeSnapshot(1, some, stamp)).toThrow('part detail is missing');
  });
});
