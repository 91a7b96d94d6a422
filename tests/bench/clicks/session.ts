/**
 * A reader's session on one page: filters set, widened, narrowed, taken back.
 *
 * Contract: every step goes through the mouse, the keyboard's way of a select, or the back button; what
 * has to be found or scrolled to is found before the step's mark, so that it is not measured. A step
 * whose control is not there (a chip on a page without) is an error, not skipped.
 */
import type { Page } from '@playwright/test';

export const MARK = 'step: ';

export interface Step {
  name: string;
  /** Clicked with the mouse. */
  click?: string;
  /** Value of a select. */
  pick?: [select: string, value: string];
  back?: true;
}

const box = (name: string, value: string) => `input[name="${name}"][value="${value}"]`;

export const STEPS: readonly Step[] = [
  { name: 'SDG 13', click: box('sdg', '13') },
  { name: 'and SDG 6', click: box('sdg', '6') },
  { name: 'Land 05', pick: ['land', '05'] },
  { name: 'size', click: box('groesse', 'mittelstadt') },
  { name: 'no SDG 6', click: box('sdg', '6') },
  { name: 'no SDG 13', click: box('sdg', '13') },
  { name: 'no size', click: box('groesse', 'mittelstadt') },
  { name: 'back', back: true },
  { name: 'region', pick: ['region', '202'] },
  { name: 'a chip', click: '.chips li:first-child a' },
  { name: 'programme', click: box('programm', 'klimapartnerschaft') },
  { name: 'reset', click: '.chips .reset' },
  { name: 'Global South', click: '.filters nav li:first-child a' },
  { name: 'back', back: true },
  { name: 'back', back: true }
];

/** Opens what holds filters, and waits until the page answers by itself and nothing more arrives. */
export async function prepare(page: Page): Promise<void> {
  await page.locator('[data-complete="true"]').waitFor({ timeout: 60_000 });
  const kind = page.locator(`details:has(${box('programm', 'klimapartnerschaft')}) > summary`);
  await kind.evaluate((summary: HTMLElement) => summary.click());
  await settle(page);
}

/** On a phone filters are in a sheet, and all else is below it; elsewhere there is nothing to do. */
async function turnSheet(page: Page, open: boolean): Promise<void> {
  const handle = page.locator('.filters button[aria-expanded]');
  if (!(await handle.isVisible())) return;
  if ((await handle.getAttribute('aria-expanded')) === String(open)) return;
  await handle.click();
  await page.locator(`.filters button[aria-expanded="${open}"]`).waitFor();
  await settle(page);
}

export async function take(page: Page, { name, click, pick, back }: Step): Promise<void> {
  await turnSheet(page, pick !== undefined || /^(input|\.filters)/.test(click ?? ''));
  const target = click ? page.locator(click).first() : null;
  await target?.scrollIntoViewIfNeeded();
  const at = await target?.boundingBox();
  if (click && !at) throw new Error(`Step "${name}": ${click} is not to be seen.`);
  const before = page.url();
  await page.evaluate((mark) => void performance.mark(mark), MARK + name);
  if (at) await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
  else if (pick)
    await page.evaluate(([field, value]) => {
      // In a task of its own, as a choice by hand is.
      setTimeout(() => {
        const select = document.querySelector<HTMLSelectElement>(`select[name="${field}"]`)!;
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
    }, pick);
  else if (back) await page.evaluate(() => void setTimeout(() => history.back()));
  await page.waitForURL((url) => url.href !== before, { timeout: 15_000, waitUntil: 'commit' });
  await settle(page);
}

/** Until the map, where there is one, has drawn, and the main thread has had nothing to do twice. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(250);
  await page.waitForFunction(() => !document.querySelector('[data-map-state="loading"]'), null, {
    polling: 100
  });
  await page.evaluate(
    () =>
      new Promise<void>((done) =>
        requestIdleCallback(() => requestIdleCallback(() => done(), { timeout: 2000 }), {
          timeout: 2000
        })
      )
  );
}
