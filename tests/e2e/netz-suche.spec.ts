/** Who could work with whom: says its rule and its coverage, names the group, works without scripts. */
import { expect, test } from '@playwright/test';
import { alive } from './states.ts';

const PATH = '/netz?linse=partner-suche';

test('a cell names its bodies and their partnerships with sources', async ({ page }) => {
  await page.goto(PATH);
  await alive(page);
  await expect(page.getByTestId('sentence')).toContainText(/ist ein Ziel erfasst/);
  await expect(page.getByText(/keine erfasste Partnerschaft miteinander/)).toBeVisible();
  const cell = page.locator('svg[data-marks]:visible a[data-id="NI.6"]');
  const count = Number(/(\d+) deutsche/.exec((await cell.getAttribute('aria-label')) ?? '')![1]);
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/wahl=NI\.6$/);
  const picked = page.locator('section[aria-labelledby="wahl-titel"]');
  await expect(picked.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(picked.getByText(`Deutsche Stellen dort: ${count}`)).toBeVisible();
  await expect(picked.getByRole('list').first().getByRole('link')).toHaveCount(count);
  await expect(picked.getByRole('list', { name: 'Quellen' }).first()).toBeVisible();
});

test('picture and table hold the same groups', async ({ page }) => {
  for (const query of ['', '&rechts=region&sued=1']) {
    await page.goto(PATH + query);
    await alive(page);
    const ids = (all: Element[]) => all.map((one) => one.getAttribute('data-id')).sort();
    const drawn = await page.locator('svg[data-marks]:visible a').evaluateAll(ids);
    expect(drawn.length).toBeGreaterThan(20);
    await page.getByRole('link', { name: 'Tabelle', exact: true }).click();
    await expect(page.getByRole('table')).toBeVisible();
    expect(await page.locator('tbody tr').evaluateAll(ids)).toEqual(drawn);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the groups are there, and lead to their bodies', async ({ page }) => {
    await page.goto('/en/netz?linse=partner-suche');
    await page.locator('svg[data-marks] a[data-id="NI.6"]').click();
    await expect(page.getByText(/German bodies there: \d+/)).toBeVisible();
  });
});
