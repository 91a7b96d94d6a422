/** A focus is a link: goals, title and filters travel; funding says what is known of its validity. */
import { expect, test } from '@playwright/test';
import { alive, asked } from './states.ts';

const PATH = '/luecken/schwerpunkt';

test('a year of the UN becomes a focus that travels to the map', async ({ page }) => {
  await page.goto(PATH);
  await alive(page);
  await expect(page.getByTestId('sentence')).toContainText('Noch ist kein Ziel gewählt');
  const open = page.locator('[data-year="2027"]');
  await expect(open).toContainText('Ziele noch nicht belegt');
  await expect(open.getByRole('link', { name: /Schwerpunkt/ })).toHaveCount(0);
  await expect(page.locator('[data-year="2026"]')).toContainText('Nicht bestätigt');
  await page.getByRole('link', { name: /Schwerpunkt ansehen.*UN-Ziele 2025/ }).click();
  await expect(page).toHaveURL(/sdg=3,5,8,14,17&titel=UN-Ziele\+2025$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^UN-\u2060?Ziele 2025$/);
  await expect(page.getByTestId('sentence')).toContainText(/ist bisher ein Ziel erfasst/);
  await expect(
    page.getByRole('list', { name: 'Gewählte Ziele' }).getByRole('listitem')
  ).toHaveCount(5);
  await page.getByRole('link', { name: 'Auf der Karte' }).click();
  await expect(page).toHaveURL(/\/\?sdg=3,5,8,14,17&titel=UN-Ziele\+2025$/);
  await expect(page.getByTestId('kicker')).toContainText('UN-Ziele 2025');
});

test('a filter changes every table without asking the server', async ({ page }) => {
  await page.goto(`${PATH}?sdg=6,13`);
  const requests = await asked(page);
  const laender = page.getByRole('table', { name: 'Land' });
  const all = await laender.locator('tbody tr').count();
  expect(all).toBe(16);
  await page.getByRole('checkbox', { name: /Mittelstadt/ }).check();
  await expect(page).toHaveURL(/groesse=mittelstadt/);
  await expect(page.getByRole('table', { name: 'Größenklasse' }).locator('tbody tr')).toHaveCount(
    1
  );
  expect(requests).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('title, notices and the valid rest', async ({ page }) => {
    await page.goto(`${PATH}?sdg=6,99&groesse=dorf`);
    await expect(page.getByText('sdg=99')).toBeVisible();
    await expect(page.getByText('groesse=dorf')).toBeVisible();
    await page.getByLabel('Titel für den Link').fill('Wasser & <b>Klima</b>');
    await page.getByRole('button', { name: 'Titel setzen' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wasser & <b>Klima</b>');
    await expect(page.getByRole('heading', { name: 'Gute Beispiele' })).toBeVisible();
    await page.goto(`${PATH}?sdg=6&titel=${'x'.repeat(81)}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Schwerpunkt: SDG 6');
    await expect(page.getByText(/titel=xxx/)).toBeVisible();
  });

  test('funding that is over is no offer, and a template waits', async ({ page }) => {
    await page.goto('/luecken/foerderung?sdg=13&staat=TG');
    await expect(page.getByTestId('sentence')).toContainText(/laut Quelle/);
    const past = page.locator('details.past [data-id="nakopa_2021"]');
    await expect(past).toBeHidden();
    await expect(past).toContainText('abgelaufen (bis 31.08.2021)');
    await expect(page.locator('[data-id="komm_direkt"]')).toHaveCount(0);
    const link = page.getByRole('link', { name: 'Vorlage Förderinstrumente (CSV)' });
    const answer = await page.request.get((await link.getAttribute('href'))!);
    expect(await answer.text()).toMatch(/^id,name_de,/);
  });
});
