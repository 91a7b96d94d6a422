import { describe, expect, it } from 'vitest';
import { DEFAULT_LOOK, readLook, SCHEMES, writeLook, type EmbedLook } from './embed.ts';

const read = (query: string) => readLook(new URLSearchParams(query));

describe('the look of an embed', () => {
  it('comes back from its address, whatever it is', () => {
    for (const scheme of SCHEMES)
      for (const controls of [false, true])
        for (const border of [false, true]) {
          const look: EmbedLook = { scheme, controls, border };
          expect(read(writeLook(look))).toEqual({ look, issues: [] });
        }
  });

  it('is short where nothing is said', () => {
    expect(writeLook(DEFAULT_LOOK)).toBe('');
    expect(read('').look).toEqual(DEFAULT_LOOK);
  });

  it.each([
    ['farben=bunt', 'farben', 'unknown_value'],
    ['bedienung=ja', 'bedienung', 'unknown_value'],
    ['rahmen=0&rahmen=1', 'rahmen', 'repeated']
  ])('reports %s and goes on', (query, parameter, reason) => {
    const { look, issues } = read(`${query}&sdg=99`);
    expect(look).toEqual(DEFAULT_LOOK);
    expect(issues).toMatchObject([{ parameter, reason }]);
  });
});
