/** Filters and faces beyond a click: ready-made filters, the phone's sheet and its Back. */
import { expect, test, type Page } from '@playwright/test';

const alive = (page: Page) => expect(page.locator('[data-alive="true"]')).toBeVisible();

test('a ready-made filter is one click, and one click takes it back', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  const presets = page.getByRole('navigation', { name: 'Schnellauswahl' });
  await presets.getByRole('link', { name: /Globaler Süden/ }).click();
  await expect(page).toHaveURL(/sued=1/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ODA');
  await presets.getByRole('link', { name: /Globaler Süden/ }).click();
  await expect(page).not.toHaveURL(/sued=1/);
});

test('on the phone Back closes the sheet and leaves the page where it was @phone', async ({
  page
}) => {
  await page.goto('/?sued=1');
  await alive(page);
  const handle = page.locator('.filters button[aria-expanded]');
  await handle.click();
  await expect(handle).toHaveAttribute('aria-expanded', 'true');
  await page.goBack();
  await expect(handle).toHaveAttribute('aria-expanded', 'false');
  await expect(page).toHaveURL(/\?sued=1$/);
});

for (const width of [320, 768, 1920])
  test(`nothing scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ['/', '/?flaechen=kreise', '/?ansicht=zeit', '/?ansicht=tabelle&sued=1']) {
      await page.goto(path);
      await alive(page);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      );
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });

test('with reduced motion the map does not fly', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  await expect(page.locator('[data-map-state="idle"]')).toBeVisible({ timeout: 30_000 });
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});
