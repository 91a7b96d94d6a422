/**
 * A file whose first request fails.
 *
 * Contract: later requests wait for `release`, so that a page that tries again on its own can not be
 * quicker than the reader's click.
 */
import type { Page } from '@playwright/test';

export async function firstFails(page: Page, pattern: string): Promise<{ release: () => void }> {
  let release = (): void => undefined;
  const released = new Promise<void>((go) => (release = go));
  let tries = 0;
  await page.route(pattern, async (route) => {
    if (tries++ === 0) return route.abort();
    await released;
    return route.continue();
  });
  return { release };
}
