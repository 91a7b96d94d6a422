/** Marks of embeds by keyboard, finger and screen reader. */
import { expect, test, type Page } from '@playwright/test';
import { KINDS, spotOf } from './embedkinds.ts';

const alive = async (page: Page, address: string) => {
  await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('data-alive', 'true');
};
const tip = (page: Page) => page.locator('.tip');

for (const [name, address] of [
  ['flows', '/embed/karte?sued=1'],
  ['matrix', '/embed/netz'],
  ['strongest ties', '/embed/netz?linse=kommunen'],
  ['flow', '/embed/netz?linse=fluss']
] as const) {
  test(`${name}: one tab stop, arrows walk, Enter opens, Escape hides what is told`, async ({
    page,
    context
  }) => {
    await page.setViewportSize({ width: 760, height: 800 });
    await alive(page, address);
    const focused = page.locator('svg a:focus');
    await page.keyboard.press('Tab');
    await expect(focused).toHaveCount(1);
    await expect(tip(page)).toHaveText((await focused.getAttribute('aria-label'))!);
    const first = await focused.getAttribute('aria-label');
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    expect(await focused.getAttribute('aria-label')).toBe(first);
    const seen = new Set([first]);
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) {
      await page.keyboard.press(key);
      seen.add(await focused.getAttribute('aria-label'));
    }
    expect(seen.size).toBeGreaterThan(1);
    await page.keyboard.press('Escape');
    await expect(tip(page)).toBeHidden();
    const target = await focused.getAttribute('href');
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      page.keyboard.press('Enter')
    ]);
    expect(new URL(opened.url()).pathname + new URL(opened.url()).search).toBe(target);
    await opened.close();
    // The next stop lies outside this picture.
    const inside = await focused.evaluateHandle((mark) => (mark as SVGAElement).ownerSVGElement);
    await page.keyboard.press('Tab');
    expect(await inside.evaluate((svg) => svg!.contains(document.activeElement))).toBe(false);
  });
}

test('cells of the gap matrix: one tab stop, arrows walk, its words in the tip', async ({
  page
}) => {
  await alive(page, '/embed/luecken?zeile=land&spalte=groesse');
  const cell = page.locator('td a:focus');
  const at = () => cell.getAttribute('data-id');
  await page.keyboard.press('Tab');
  const first = await at();
  await page.keyboard.press('ArrowRight');
  const right = await at();
  await page.keyboard.press('ArrowDown');
  const below = await at();
  expect(new Set([first, right, below]).size).toBe(3);
  expect(await tip(page).textContent()).toBe(await cell.locator('.visually-hidden').textContent());
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  expect(await at()).toBe(first);
  await page.keyboard.press('Tab');
  await expect(cell).toHaveCount(0);
});

test('the first tap tells, the second one opens @phone', async ({ page, context }) => {
  await alive(page, '/embed/karte?sued=1');
  const { x, y } = await spotOf(page, page.locator('svg.world a[href*="staat=CN"]'));
  await page.touchscreen.tap(x, y);
  await expect(tip(page)).toContainText('China');
  expect(context.pages()).toHaveLength(1);
  const [opened] = await Promise.all([context.waitForEvent('page'), page.touchscreen.tap(x, y)]);
  expect(opened.url()).toContain('staat=CN');
  await page.locator('h1').tap();
  await expect(tip(page)).toBeHidden();
});

test('every mark has a name, every embed one heading and one main part', async ({ page }) => {
  for (const { name, embed } of KINDS) {
    await alive(page, embed);
    await expect(page.getByRole('main'), name).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 1 }), name).toHaveCount(1);
    await expect(page.getByRole('contentinfo').or(page.locator('main footer')), name).toHaveCount(
      1
    );
    const unnamed = (await page.locator('body').ariaSnapshot()).match(/^\s*- link:?\s*$/gm);
    expect(unnamed, name).toBeNull();
  }
});
