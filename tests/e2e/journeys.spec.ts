/** What people come for: find my town, narrow down, share, read the table, go back. */
import { expect, test, type Page } from '@playwright/test';
import { alive, asked, mapIdle } from './states.ts';

const sentence = (page: Page) => page.getByTestId('sentence');

/** The first number of a text like "5.560 Partnerschaften …". */
async function count(page: Page): Promise<number> {
  const text = (await sentence(page).textContent()) ?? '';
  return Number(/[\d.]+/.exec(text)?.[0].replaceAll('.', ''));
}

test('the page says what it shows, with real numbers and a denominator @map', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kommunale Partnerschaften');
  await expect(sentence(page)).toContainText('von 10.752 Gemeinden');
  expect(await count(page)).toBeGreaterThan(4500);
  await mapIdle(page);
});

test('find my town: search, choose, see its partners with sources and licences @map', async ({
  page
}) => {
  await page.goto('/');
  await alive(page);
  await page.getByRole('combobox', { name: /^Ort, Partner/ }).fill('köln');
  await page.getByRole('option', { name: /^Köln/ }).first().click();
  await expect(page).toHaveURL(/ort=a\d+/);
  const panel = page.getByRole('complementary', { name: 'Gewählter Ort' });
  await expect(panel.getByRole('heading', { name: 'Köln' })).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Corinto', exact: true })).toBeVisible();
  await expect(panel.getByRole('list', { name: 'Quellen' }).first()).toContainText('CC');
  await mapIdle(page);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await page.goBack();
  await expect(panel).toBeVisible();
});

test('a town without a record gets an honest page', async ({ page, request }) => {
  const places = await (await request.get('/api/v1/places?q=Aasbüttel')).json();
  const id = places.places[0].id as string;
  await page.goto(`/?ort=${id}`);
  await expect(page.getByText('Noch nicht erfasst')).toBeVisible();
  await expect(page.getByText('Das heißt nicht, dass es keine gibt')).toBeVisible();
});

test('SDG 6, ODA country, Mittelstadt: without a request, shareable, same in table and API @map', async ({
  page,
  request,
  browser
}) => {
  await page.goto('/');
  await alive(page);
  await mapIdle(page);
  const all = await count(page);
  const requests = await asked(page);
  await page.getByRole('checkbox', { name: /Sauberes Wasser/ }).check({ force: true });
  await expect(page).toHaveURL(/sdg=6/);
  await page.getByRole('checkbox', { name: /ODA-Empfängerländer/ }).check();
  await page.getByRole('checkbox', { name: /Mittelstadt/ }).check();
  await expect(page).toHaveURL(/\?sdg=6&sued=1&groesse=mittelstadt$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mittelstädten zu SDG 6');
  const some = await count(page);
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  expect(requests).toEqual([]);

  const words = await sentence(page).textContent();
  const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await other.goto(page.url());
  await expect(sentence(other)).toHaveText(words!);
  await other.context().close();

  const query = new URL(page.url()).search;
  const api = await (await request.get(`/api/v1/partnerships${query}`)).json();
  expect(api.total).toBe(some);

  await page.getByRole('link', { name: /^Tabelle/ }).click();
  await expect(page.locator('tbody tr')).toHaveCount(Math.min(some, 50));
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/\?sdg=6&sued=1$/);
  await expect(page.getByRole('checkbox', { name: /Mittelstadt/ })).not.toBeChecked();
});

test('the table sorts, pages and marks unknown years', async ({ page }) => {
  await page.goto('/?ansicht=tabelle&staat=FR');
  await alive(page);
  await expect(page.locator('tbody tr')).toHaveCount(50);
  await page.getByRole('link', { name: 'seit', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: /seit/ })).toHaveAttribute(
    'aria-sort',
    'ascending'
  );
  await page.getByRole('link', { name: /nächste Seite/ }).click();
  await expect(page).toHaveURL(/seite=2/);
  await expect(page.getByRole('navigation', { name: 'Seiten' })).toContainText('51–100 von');
});

test('an empty selection says why and offers a way on', async ({ page }) => {
  await page.goto('/?land=04&staat=NI&groesse=landgemeinde');
  await expect(sentence(page)).toHaveText('Keine erfasste Partnerschaft passt zu dieser Auswahl.');
  await page.getByRole('link', { name: /^ohne „Landgemeinde/ }).click();
  await expect(page).not.toHaveURL(/groesse/);
});

test('English is complete and keeps the filters', async ({ page }) => {
  await page.goto('/?land=14');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/?\?land=14/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Municipal partnerships in Sachsen'
  );
  await expect(sentence(page)).toContainText('municipalities');
});

test('on the phone: the map first, filters as a sheet @phone', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  await expect(page.locator('#q')).toBeHidden();
  await page.getByText('Filter', { exact: true }).click();
  await page.getByRole('checkbox', { name: /Großstadt ab/ }).check();
  await expect(page).toHaveURL(/groesse=grossstadt-500/);
  await page.getByText('Filter (1 gesetzt)').click();
  await expect(page.locator('#q')).toBeHidden();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(375);
});
