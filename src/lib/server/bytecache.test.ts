import { expect, it } from 'vitest';
import { ByteCache } from './bytecache.ts';

it('forgets what was not used for longest when bytes run out', () => {
  const cache = new ByteCache<string>(100);
  for (const key of ['a', 'b', 'c', 'd']) cache.put(key, key.toUpperCase(), 25);
  expect(cache.get('a')).toBe('A');
  cache.put('e', 'E', 25);
  expect(['a', 'b', 'c', 'd', 'e'].filter((key) => cache.get(key))).toEqual(['a', 'c', 'd', 'e']);
  expect(cache.bytes).toBe(100);
});

it('counts a value once when it is replaced, and never keeps one that is too large', () => {
  const cache = new ByteCache<string>(100);
  cache.put('a', '1', 20);
  cache.put('a', '2', 24);
  expect([cache.get('a'), cache.bytes]).toEqual(['2', 24]);
  cache.put('a', '3', 26);
  expect([cache.get('a'), cache.bytes]).toEqual([undefined, 0]);
});
