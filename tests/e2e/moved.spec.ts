/** Links with an id that was merged since: Winchester's district (p4573) is Winchester (p319). */
import { expect, test } from '@playwright/test';
import { alive, asked, mapIdle } from './states.ts';

const panel = { de: 'Gewählter Ort', en: 'Chosen place' };

for (const [language, path] of [
  ['de', '/'],
  ['en', '/en']
] as const)
  test(`an old link leads to the place of today (${language})`, async ({ page, request }) => {
    const answer = await request.get(`${path}?ort=p4573&inland=1&utm_source=x`, {
      maxRedirects: 0
    });
    expect(answer.status()).toBe(301);
    expect(answer.headers()['location']).toBe(`${path}?ort=p319&inland=1&utm_source=x`);
    expect(answer.headers()['cache-control']).toBe('no-cache');
    await page.goto(`${path}?ort=p4573`);
    await expect(page).toHaveURL(/[?]ort=p319$/);
    const place = page.getByRole('complementary', { name: panel[language] });
    await expect(place.getByRole('heading', { name: 'Winchester' })).toBeVisible();
  });

test('an old link on a page that is open needs no request @map', async ({ page }) => {
  await page.goto('/?ort=p319');
  await alive(page);
  await mapIdle(page);
  const requests = await asked(page);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '/?ort=p4573&inland=1';
    link.textContent = 'old';
    document.querySelector('main')!.prepend(link);
  });
  await page.getByRole('link', { name: 'old' }).click();
  await expect(page).toHaveURL(/inland=1/);
  const place = page.getByRole('complementary', { name: panel.de });
  await expect(place.getByRole('heading', { name: 'Winchester' })).toBeVisible();
  expect(requests).toEqual([]);
});
