/** The search field and where the keyboard is: typing stays calm, results are reachable, Esc leads back. */
import { expect, test, type Page } from '@playwright/test';
import { firstFails } from './firsttry.ts';
import { alive, mapIdle } from './states.ts';

const steps = (page: Page) => page.evaluate(() => history.length);
const panel = (page: Page) => page.getByRole('complementary', { name: 'Gewählter Ort' });

const field = (page: Page) => page.getByRole('combobox', { name: /^Ort, Partner/ });
const options = (page: Page) =>
  page.getByRole('listbox', { name: 'Vorschläge' }).getByRole('option');
const found = (page: Page) => page.getByRole('region', { name: 'Gefundene Orte und Staaten' });

test('what is typed asks for nothing until it is sent, and is one step then', async ({ page }) => {
  await page.goto('/?land=14');
  await alive(page);
  const before = await steps(page);
  const box = field(page);
  await box.pressSequentially(' Bad  Muskau');
  await expect(options(page).first()).toContainText('Bad Muskau');
  await expect(page).toHaveURL(/\?land=14$/);
  await page.getByRole('checkbox', { name: /Landgemeinde/ }).check();
  await expect(page).toHaveURL(/\?land=14&groesse=landgemeinde$/);
  await expect(box).toHaveValue(' Bad  Muskau');
  await box.fill('Dresden');
  await box.press('Enter');
  await expect(page).toHaveURL(/q=Dresden$/);
  await expect(found(page).getByRole('link', { name: 'Dresden', exact: true })).toBeFocused();
  expect(await steps(page)).toBe(before + 2);
  await page.goBack();
  await expect(page).toHaveURL(/\?land=14&groesse=landgemeinde$/);
  await expect(box).toHaveValue('');
});

test('by keyboard alone: suggestions, choose, read from the heading, Esc back', async ({
  page
}) => {
  await page.goto('/');
  await alive(page);
  const box = field(page);
  while (!(await box.evaluate((input) => input === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.type('giessen');
  await expect(options(page).first()).toContainText('Gießen');
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByText(/Vorschläge\. Mit den Pfeiltasten wählen/)).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(options(page)).toHaveCount(0);
  await expect(box).toHaveValue('giessen');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const first = options(page).first();
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await expect(box).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id'))!);
  await expect(box).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#place-name')).toBeFocused();
  await expect(page.locator('#place-name')).toHaveText('Gießen');
  await expect(page).toHaveTitle(/^Gießen – /);
  await expect(page).toHaveURL(/\?ort=a\d+$/);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(box).toBeFocused();
});

test('slips are forgiven, with and without JavaScript, and said to be slips', async ({
  page,
  browser
}) => {
  await page.goto('/');
  await alive(page);
  await field(page).fill('Nürnbreg');
  const group = page.getByRole('group', { name: 'Meinten Sie' });
  await expect(group.getByRole('option').first()).toContainText('Nürnberg');
  await field(page).fill('qqqqqq');
  await expect(options(page)).toHaveText(/Kein Ort und kein Staat heißt so/);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto('/');
  await plain.getByRole('searchbox').fill('Nürnbreg');
  await plain.getByRole('searchbox').press('Enter');
  const list = found(plain).getByRole('list', { name: 'Meinten Sie' });
  await list.getByRole('link', { name: 'Nürnberg', exact: true }).click();
  await expect(plain.locator('#place-name')).toHaveText('Nürnberg');
  await context.close();
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
  const box = field(page);
  await box.fill('Kigali');
  await expect(options(page).first()).toContainText('Ruanda');
  await box.fill('aasbuettel');
  await expect(options(page).first()).toContainText('noch nicht erfasst');
  await box.fill('67433');
  await expect(
    page.getByRole('group', { name: 'Postleitzahl des Verwaltungssitzes' })
  ).toContainText('Neustadt an der Weinstraße');
  await box.fill('50823');
  await box.press('Enter');
  await expect(page.getByText('nur die Postleitzahl der Verwaltung')).toBeVisible();
  await box.fill('67433');
  await expect(options(page).first()).toContainText('Neustadt an der Weinstraße');
  await box.press('Enter');
  await expect(panel(page).getByRole('heading', { level: 2 }).first()).toContainText('Neustadt');
  await page.keyboard.press('Escape');
  await box.fill('nicaragua');
  await options(page).first().click();
  await expect(page).toHaveURL(/\?staat=NI$/);
  await expect(box).toHaveValue('');
});

test('what is not seen can not be reached; the countries are a list too @map', async ({ page }) => {
  await page.goto('/?sued=1');
  await mapIdle(page);
  await expect(page.locator('.static svg').first()).toBeHidden();
  await page.getByText('Partnerländer dieser Auswahl als Liste').click();
  await page.getByRole('link', { name: 'Namibia', exact: true }).click();
  await expect(page).toHaveURL(/staat=NA&sued=1$/);
});

test('sources that do not arrive are said to be missing, and can be asked for again', async ({
  page
}) => {
  const details = await firstFails(page, '**/daten/**/detail.json');
  await page.goto('/');
  await alive(page);
  await field(page).fill('Köln');
  await options(page).first().click();
  await expect(panel(page)).toContainText('Die Quellen konnten nicht geladen werden');
  await panel(page).getByRole('button', { name: 'Noch einmal versuchen' }).click();
  details.release();
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
  await page.locator('#q').fill('Bonn');
  release();
  await expect(page).toHaveURL(/\?sued=1&q=Bonn$/);
  await expect(field(page)).toHaveValue('Bonn');
});

test('on the phone: suggestions in the sheet, the panel in sight @phone', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await field(page).fill('köln');
  await expect(options(page).first()).toBeInViewport();
  await options(page).first().click();
  await expect(page.locator('#place-name')).toBeInViewport();
  await expect(page.locator('#q')).toBeHidden();
});

test('the selection as CSV: same partnerships, words in the language of the page', async ({
  page,
  request
}) => {
  await page.goto('/en?sued=1&land=14');
  await page.getByText('Download', { exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV', exact: true }).click()
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
