import { expect, it } from 'vitest';
import { keyOf, Letters } from './netkeys.ts';

it('letters in a row are one word, after a pause a new one', () => {
  const letters = new Letters();
  const typed = (key: string, timeStamp: number) => letters.add({ key, timeStamp });
  expect([typed('K', 5000), typed('ö', 5500), typed('l', 6399), typed('B', 7299)]).toEqual([
    'k',
    'kö',
    'köl',
    'b'
  ]);
});

it('only keys that walk are keys', () => {
  expect([keyOf('ArrowLeft'), keyOf('End'), keyOf('a')]).toEqual(['left', 'end', undefined]);
});
