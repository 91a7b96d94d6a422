/**
 * The network page: a lens is a picture, a table and lists of the same partnerships; by mouse, by
 * keyboard alone and without scripts.
 */
import { expect, test, type Page } from '@playwright/test';
import { alive, asked } from './states.ts';

const LENSES = ['/netz', '/netz?bild=chord', '/netz?linse=ziele'];
const marks = (page: Page) => page.locator('svg[data-marks]:visible');
const picked = (page: Page) => page.locator('section[aria-labelledby="wahl-titel"]');

test('a cell lists its partnerships with sources, Escape leads back to it', async ({ page }) => {
  await page.goto('/netz');
  await alive(page);
  const cell = marks(page).getByRole('link', { name: /^Sachsen – Polen: \d+ Partnerschaften$/ });
  const count = Number(/\d+/.exec((await cell.getAttribute('aria-label')) ?? '')![0]);
  await cell.click();
  await expect(page).toHaveURL(/wahl=14\.PL$/);
  await expect(page.getByRole('heading', { name: 'Sachsen – Polen' })).toBeFocused();
  await expect(picked(page)).toContainText(`${count} erfasste Partnerschaften`);
  await expect(picked(page).getByRole('list', { name: 'Quellen' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/wahl/);
  await expect(cell).toBeFocused();
  await cell.click();
  await picked(page).getByRole('link', { name: 'Als Tabelle ansehen' }).click();
  await expect(page).toHaveURL(/\/\?staat=PL&land=14&ansicht=tabelle/);
  await expect(page.getByTestId('sentence')).toContainText(`${count} Partnerschaften`);
});

test('keyboard alone: one tab stop, arrows walk, Enter lists', async ({ page }) => {
  await page.goto('/netz?ordnung=anzahl');
  await alive(page);
  const stops = marks(page).locator('a[tabindex="0"]');
  await expect(stops).toHaveCount(1);
  await stops.focus();
  const focused = page.locator('svg[data-marks] a:focus');
  const at = async () => (await focused.getAttribute('data-id')) ?? '';
  await expect(focused).toHaveAttribute('data-id', '08.FR');
  await page.keyboard.press('ArrowRight');
  expect(await at()).toMatch(/^\d\d\.FR$/);
  await page.keyboard.press('End');
  const end = await at();
  expect(end).toMatch(/^\d\d\.FR$/);
  await page.keyboard.press('Home');
  expect(await at()).toBe('08.FR');
  await page.keyboard.press('ArrowDown');
  const below = await at();
  expect(below).toMatch(/^08\.(?!FR)/);
  const said = page.getByRole('status').filter({ hasText: 'Baden-Württemberg – ' });
  await expect(said).toContainText(/\d+ von [\d.]+ Gemeinden/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`wahl=${below.replace('.', '\\.')}$`));
  await expect(page.locator('#wahl-titel')).toBeFocused();
});

test('filters, lenses, orders and picks ask the server for nothing', async ({ page }) => {
  await page.goto('/netz');
  await alive(page);
  const requests = await asked(page);
  await page.getByLabel('nur ODA-Empfängerländer').check();
  await expect(page).toHaveURL(/\/netz\?sued=1/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ODA');
  await page.getByRole('link', { name: 'Weltregion', exact: true }).click();
  await expect(page).toHaveURL(/rechts=region/);
  await page.getByRole('link', { name: 'Kreis', exact: true }).click();
  await expect(page).toHaveURL(/bild=chord/);
  await marks(page).getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#wahl-titel')).toBeFocused();
  await page.getByRole('link', { name: 'Ziele miteinander' }).click();
  await expect(page.getByTestId('sentence')).toContainText(/ist ein Ziel erfasst/);
  await expect(page).toHaveURL(/\/netz\?sued=1&linse=ziele$/);
  expect(requests).toEqual([]);
  await page.getByRole('link', { name: 'Auf der Karte' }).click();
  await expect(page).toHaveURL(/\/\?sued=1$/);
  await alive(page);
  await page.getByRole('link', { name: 'Netz' }).last().click();
  await expect(page).toHaveURL(/\/netz\?sued=1$/);
});

test('picture and table hold the same marks', async ({ page }) => {
  for (const path of LENSES) {
    await page.goto(path);
    await alive(page);
    const ids = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-id')).sort());
    const drawn = await ids('svg[data-marks]:first-of-type a');
    await page.getByRole('link', { name: 'Tabelle', exact: true }).click();
    await expect(page.getByRole('table')).toBeVisible();
    expect([...new Set(drawn)].length).toBeGreaterThan(50);
    expect(await ids('tbody tr')).toEqual([...new Set(drawn)].sort());
  }
});

test('an empty selection says so and offers a way on', async ({ page }) => {
  await page.goto('/netz?land=04&staat=NI&groesse=landgemeinde');
  await expect(page.getByTestId('sentence')).toContainText('Keine erfasste Partnerschaft');
  await expect(page.locator('svg[data-marks]')).toHaveCount(0);
  await page.getByRole('link', { name: /^ohne „?Bremen/ }).click();
  await expect(page).toHaveURL(/\/netz\?staat=NI&groesse=landgemeinde/);
});

test('on a phone a list per Land, without sideways scrolling @phone', async ({ page }) => {
  await page.goto('/netz');
  await alive(page);
  await expect(marks(page)).toHaveCount(0);
  await page
    .locator('.lands')
    .getByRole('link', { name: /^Frankreich/ })
    .first()
    .click();
  await expect(page).toHaveURL(/wahl=\d\d\.FR$/);
  await expect(page.locator('#wahl-titel')).toBeFocused();
  await page.goto('/netz?linse=ziele');
  await expect(marks(page)).toHaveCount(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('pictures are there, cells are links, lists have sources', async ({ page }) => {
    for (const path of LENSES) {
      await page.goto(path);
      await expect(marks(page)).toHaveCount(1);
      expect(await marks(page).getByRole('link').count()).toBeGreaterThan(50);
    }
    await page.goto('/en/netz?linse=ziele');
    await marks(page)
      .getByRole('link', { name: /^SDG 6 .* and SDG 13 .*: \d+ partnerships$/ })
      .click();
    await expect(page).toHaveURL(/\/en\/netz\?linse=ziele&wahl=6-13$/);
    await expect(picked(page).getByRole('article').first()).toBeVisible();
    await expect(picked(page).getByRole('list', { name: 'Sources' }).first()).toBeVisible();
  });

  test('the filter form stays on the page and keeps the lens', async ({ page }) => {
    await page.goto('/netz?linse=ziele');
    await page.getByLabel('nur ODA-Empfängerländer').check();
    await page.getByRole('button', { name: 'Anwenden' }).last().click();
    await expect(page).toHaveURL(/\/netz\?.*sued=1/);
    await expect(page).toHaveURL(/linse=ziele/);
    await expect(page.getByTestId('sentence')).toContainText(/ist ein Ziel erfasst/);
  });
});
