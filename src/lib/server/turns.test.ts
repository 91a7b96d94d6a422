import { expect, it } from 'vitest';
import { TooBusy, Turns } from './turns.ts';

it('runs few at a time, keeps the order, and turns away what is too much', async () => {
  const turns = new Turns(2, 2);
  const begun: number[] = [];
  const gates = [0, 1, 2, 3].map(() => Promise.withResolvers<number>());
  const works = gates.map(({ promise }, i) =>
    turns.take(() => {
      begun.push(i);
      return promise;
    })
  );
  expect(begun).toEqual([0, 1]);
  await expect(turns.take(() => Promise.resolve(9))).rejects.toBeInstanceOf(TooBusy);
  gates[1]!.resolve(1);
  expect(await works[1]).toBe(1);
  expect(begun).toEqual([0, 1, 2]);
  gates.forEach(({ resolve }, i) => resolve(i));
  expect(await Promise.all(works)).toEqual([0, 1, 2, 3]);
});

it('goes on after a failure', async () => {
  const turns = new Turns(1, 1);
  await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await turns.take(() => Promise.resolve('yes'))).toBe('yes');
});
