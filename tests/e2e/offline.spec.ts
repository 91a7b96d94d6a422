/** Once loaded, the page needs no network: filters, table, places, search. */
import { expect, test } from '@playwright/test';
import { complete, mapIdle } from './states.ts';

test('everything but new map tiles works offline after the page has loaded @map', async ({
  page,
  context
}) => {
  await page.goto('/');
  await complete(page);
  await mapIdle(page);
  await context.setOffline(true);
  await page.getByRole('checkbox', { name: /ODA-Empfängerländer/ }).check();
  await expect(page).toHaveURL(/sued=1/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ODA');
  await page.getByRole('link', { name: /^Tabelle/ }).click();
  await page.locator('tbody th a').first().click();
  const panel = page.getByRole('complementary', { name: 'Gewählter Ort' });
  await expect(panel.getByRole('list', { name: 'Quellen' }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Zeit', exact: true }).click();
  await expect(page.getByRole('img', { name: /ein Balken je Jahr/ }).first()).toBeVisible();
  await page.goBack();
  await expect(page.locator('tbody th a').first()).toBeVisible();
});
