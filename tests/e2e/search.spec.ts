/** The search field and where the keyboard is: typing stays calm, results are reachable, Esc leads back. */
import { expect, test, type Page } from '@playwright/test';

const alive = (page: Page) => expect(page.locator('[data-alive="true"]')).toBeVisible();
const steps = (page: Page) => page.evaluate(() => history.length);
const panel = (page: Page) => page.getByRole('complementary', { name: 'Gewählter Ort' });

test('what is typed stays as it is, and is one step for the back button', async ({ page }) => {
  await page.goto('/?land=14');
  await alive(page);
  const before = await steps(page);
  const box = page.getByRole('searchbox');
  await box.pressSequentially(' Bad  Muskau', { delay: 30 });
  await expect(page).toHaveURL(/q=Bad\+Muskau$/);
  await expect(box).toHaveValue(' Bad  Muskau');
  await expect(box).toBeFocused();
  await box.fill('Dresden');
  await expect(page).toHaveURL(/q=Dresden$/);
  await box.press('Enter');
  await expect(page.getByRole('link', { name: 'Dresden', exact: true }).first()).toBeFocused();
  expect(await steps(page)).toBe(before + 1);
  await page.goBack();
  await expect(page).toHaveURL(/\?land=14$/);
  await expect(box).toHaveValue('');
});

test('by keyboard alone: search, open, read from the heading, Esc back', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('giessen');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Gießen', exact: true }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'Gießen' })).toBeFocused();
  await expect(page).toHaveTitle(/^Gießen – /);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('from the table into the panel and back to the same row', async ({ page }) => {
  await page.goto('/?ansicht=tabelle&staat=NI');
  await alive(page);
  const link = page.locator('tbody tr').nth(20).locator('td a').first();
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#place-name')).toBeFocused();
  await expect(page.locator('#place-name')).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();
});

test('a removed filter hands the focus to the heading', async ({ page }) => {
  await page.goto('/?land=14&sued=1');
  await alive(page);
  await page.getByRole('link', { name: 'Filter „Sachsen“ entfernen' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?sued=1$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('countries, partners, places without a record and postcodes are found', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  const box = page.getByRole('searchbox');
  const found = page.getByRole('list', { name: 'Gefundene Orte und Staaten' });
  await box.fill('nicaragua');
  await expect(found.getByRole('link', { name: 'Nicaragua', exact: true })).toBeVisible();
  await box.fill('Kigali');
  await expect(found.getByRole('listitem').first()).toContainText('Ruanda');
  await box.fill('aasbuettel');
  await expect(found.getByRole('listitem').first()).toContainText('noch nicht erfasst');
  await box.fill('67433');
  await expect(found.getByRole('link', { name: 'Neustadt an der Weinstraße' })).toBeVisible();
  await box.fill('50823');
  await expect(page.getByText('nur die Postleitzahl der Verwaltung')).toBeVisible();
  await box.fill('nicaragua');
  await found.getByRole('link', { name: 'Nicaragua', exact: true }).click();
  await expect(page).toHaveURL(/\?staat=NI$/);
  await expect(box).toHaveValue('');
});

test('what is not seen can not be reached; the countries are a list too', async ({ page }) => {
  await page.goto('/?sued=1');
  await expect(page.locator('[data-map-state="idle"]')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.static svg').first()).toBeHidden();
  await page.getByText('Partnerländer dieser Auswahl als Liste').click();
  await page.getByRole('link', { name: 'Namibia', exact: true }).click();
  await expect(page).toHaveURL(/staat=NA&sued=1$/);
});

test('sources that do not arrive are said to be missing, and can be asked for again', async ({
  page
}) => {
  await page.route('**/daten/**/detail.json', (route) => route.abort());
  await page.goto('/');
  await alive(page);
  await page.getByRole('searchbox').fill('Köln');
  await page.getByRole('link', { name: 'Köln', exact: true }).first().click();
  await expect(panel(page)).toContainText('Die Quellen konnten nicht geladen werden');
  await page.unroute('**/daten/**/detail.json');
  await panel(page).getByRole('button', { name: 'Noch einmal versuchen' }).click();
  await expect(panel(page).getByRole('list', { name: 'Quellen' }).first()).toBeVisible();
  await expect(panel(page)).not.toContainText('Die Quellen konnten nicht');
});

test('what was set while the page was waking up is not lost', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/daten/**/core.json', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/');
  await page.getByRole('checkbox', { name: /ODA-Empfängerländer/ }).check();
  await page.getByRole('searchbox').fill('Bonn');
  release();
  await expect(page).toHaveURL(/\?sued=1&q=Bonn$/);
  await expect(page.getByRole('searchbox')).toHaveValue('Bonn');
});

test('on the phone: results in the sheet, the panel in sight @phone', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('searchbox').fill('köln');
  const hit = page.locator('#filter').getByRole('link', { name: 'Köln', exact: true });
  await expect(hit).toBeInViewport();
  await hit.click();
  await expect(page.locator('#place-name')).toBeInViewport();
  await expect(page.getByRole('searchbox')).toBeHidden();
});

test('the selection as CSV: same partnerships, words in the language of the page', async ({
  page,
  request
}) => {
  await page.goto('/en?sued=1&land=14');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download (CSV)' }).click()
  ]);
  expect(file.suggestedFilename()).toMatch(/^partnerschaften-stand-\d+-\d{4}-\d\d-\d\d\.csv$/);
  const api = await (await request.get('/api/v1/partnerships?sued=1&land=14')).json();
  const english = await request.get('/en/api/v1/partnerships.csv?sued=1&land=14');
  const german = await request.get(
    '/api/v1/partnerships.csv?sued=1&land=14&trennzeichen=semikolon'
  );
  const rows = (text: string, separator: string) =>
    new Set(
      text
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(separator)[0])
        .filter(Boolean)
    );
  expect(rows(await english.text(), ',').size).toBe(api.total);
  expect(rows(await german.text(), ';').size).toBe(api.total);
  expect(await english.text()).toContain(',Municipality,');
  expect(await german.text()).toContain(';Gemeinde;');
  expect(english.headers()['content-disposition']).toContain('attachment');
  for (const bad of ['foo=1', 'sdg=99', 'trennzeichen=tab'])
    expect((await request.get(`/api/v1/partnerships.csv?${bad}`)).status(), bad).toBe(400);
});

test('a page that is not there says so, in both languages', async ({ page }) => {
  for (const [path, lang, title] of [
    ['/gibt-es-nicht', 'de', 'Seite nicht gefunden'],
    ['/en/no-such-page', 'en', 'Page not found']
  ] as const) {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page).toHaveTitle(new RegExp(`^${title} – `));
  }
});
