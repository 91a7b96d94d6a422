import { describe, expect, it } from 'vitest';
import { beginsWord, fold, words } from './text.ts';

describe('fold', () => {
  it.each([
    ['München', 'munchen'],
    ['Muenchen', 'munchen'],
    ['MUNCHEN', 'munchen'],
    ['Mu\u0308nchen', 'munchen'],
    ['Gießen', 'giessen'],
    ['Giessen', 'giessen'],
    ['Łódź', 'lodz'],
    ['Århus', 'arhus'],
    ["Val-d'Oise", 'val doise'],
    ['St. Wendel', 'st wendel'],
    ['İzmir', 'izmir'],
    ['Soest', 'sost'],
    ['  ', ''],
    ['Київ', 'киів']
  ])('%s -> %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(fold(text))).toBe(fold(folded));
  });

  it('is idempotent where a transcription ends in e', () => {
    for (const name of ['Aeoe', 'Baeeck', 'Neue Aue', 'Queen'])
      expect(fold(fold(name))).toBe(fold(name));
  });
});

describe('words', () => {
  it('are distinct and limited', () => {
    expect(words('Köln koeln Tel Aviv')).toEqual(['koln', 'tel', 'aviv']);
    expect(words(Array.from({ length: 40 }, (_, i) => `w${i}`).join(' '))).toHaveLength(16);
    expect(words(' - ')).toEqual([]);
  });
  it('match the beginning of a word only', () => {
    expect(beginsWord('kulmbach', 'ulm')).toBe(false);
    expect(beginsWord('neu ulm', 'ulm')).toBe(true);
    expect(beginsWord('ulm', 'ul')).toBe(true);
  });
});
