/** The view over time: honest about unknown years, one sum with the filters, works without scripts. */
import { expect, test, type Page } from '@playwright/test';
import { alive } from './states.ts';

const lead = (page: Page) => page.getByText(/ist erfasst, wann sie begannen/);
const numbers = (text: string) =>
  [...text.matchAll(/[\d.]+/g)].map(([n]) => Number(n.replaceAll('.', '')));

test('decades add up to what is known, and a decade is a filter', async ({ page, request }) => {
  const { counts } = await (await request.get('/api/v1/snapshot')).json();
  await page.goto('/?ansicht=zeit');
  await alive(page);
  const [known, all] = numbers((await lead(page).textContent()) ?? '');
  expect([known, all]).toEqual([counts.with_year, counts.partnerships]);
  const items = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  const each = await items.locator('p:first-of-type').allTextContents();
  expect(each.reduce((sum, text) => sum + numbers(text)[0]!, 0)).toBe(known);
  await page.getByRole('link', { name: '1990er Jahre' }).click();
  await expect(page).toHaveURL(/seit=1990-1999/);
  await expect(page.getByTestId('sentence')).toContainText(/^\d+ Partnerschaften/);
  await expect(items).toHaveCount(1);
  await page.goBack();
  await page.getByRole('link', { name: /ohne Jahr ansehen/ }).click();
  await expect(page).toHaveURL(/seit=unbekannt/);
  await expect(page.getByText('Bei keiner Partnerschaft dieser Auswahl')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the pictures are there', async ({ page }) => {
    await page.goto('/en?ansicht=zeit&sued=1');
    await expect(page.getByRole('img', { name: /one bar per year/ }).first()).toBeVisible();
    await expect(page.getByRole('img', { name: /World map, 2010s/ })).toBeVisible();
  });
});
