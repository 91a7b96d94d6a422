import { expect, it } from 'vitest';
import { movedAddress } from './moved.ts';

const moved = new Map([['p5', 'p2']]);
const to = (path: string) => movedAddress(new URL(`https://x${path}`), { moved });

it('keeps path, language and every other parameter', () => {
  expect(to('/?ort=p5')).toBe('/?ort=p2');
  expect(to('/en?sdg=6,13&ort=p5&ansicht=tabelle&utm_source=x')).toBe(
    '/en?sdg=6%2C13&ort=p2&ansicht=tabelle&utm_source=x'
  );
  expect(to('/?ort=%20p5')).toBe('/?ort=p2');
});

it('is needed for ids of before only', () => {
  for (const path of ['/', '/?ort=', '/?ort=p2', '/?ort=__proto__', '/?sdg=p5'])
    expect(to(path), path).toBeNull();
});
