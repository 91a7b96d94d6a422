/**
 * No embed is heavier than promised: 30 KB without script, 80 KB with, map library apart. Counted by the
 * browser, as `npm run bench -- --only embed-transfer` does. Bytes only: no time is asserted.
 */
import { expect, test } from '@playwright/test';
import { ALIVE, embedsOf, isMapLibrary, LIMITS } from '../bench/transfer/embeds.ts';
import { weigh } from '../bench/transfer/weigh.ts';
import { hostPages, type Host } from './hostpage.ts';

let paper: Host;
test.beforeAll(async () => {
  paper = await hostPages();
});
test.afterAll(() => paper.close());

/** Köln; ids are minted once. */
const EMBEDS = embedsOf('a2170');

for (const { name, path } of EMBEDS)
  test(`${name}: no more bytes than promised`, async ({ browser, baseURL }) => {
    for (const scripts of [false, true]) {
      const { requests } = await weigh(browser, paper, `${baseURL}/embed/${path}`, {
        scripts,
        ready: ALIVE
      });
      const bytes = requests
        .filter((one) => !isMapLibrary(one.path))
        .reduce((sum, one) => sum + one.bytes, 0);
      expect(bytes, JSON.stringify(requests)).toBeLessThanOrEqual(
        scripts ? LIMITS.with : LIMITS.without
      );
      // With scripts more comes: otherwise nothing of them was counted.
      expect(requests.some((one) => one.path.endsWith('.js'))).toBe(scripts);
      expect(requests[0]!.path).toBe(`/embed/${path.split('?', 1)[0]}`);
    }
  });
