/** Länder beside their municipalities, and organisations: both faces, keyboard, without scripts. */
import { expect, test } from '@playwright/test';
import { firstFails } from './firsttry.ts';
import { alive } from './states.ts';

const PATH = '/netz?linse=ebenen';
const CIVIL = `${PATH}&bild=akteure`;
const ids = (all: Element[]) => all.map((one) => one.getAttribute('data-id')).sort();

test('a cell lists the partnership of the Land first, with sources; Escape closes it', async ({
  page
}) => {
  await page.goto(PATH);
  await alive(page);
  await expect(page.getByTestId('sentence')).toContainText(/Partnerschaften von Ländern/);
  const cell = page.locator('svg[data-marks]:visible a[data-id="07.RW"]');
  await expect(cell).toHaveAttribute('aria-label', /Land und Kommunen; 1 des Landes, \d+ von/);
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/wahl=07\.RW$/);
  const picked = page.locator('section[aria-labelledby="wahl-titel"]');
  await expect(picked.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(picked.getByRole('article').first()).toContainText('Rheinland-Pfalz');
  await expect(picked.getByRole('list', { name: 'Quellen' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(picked).toHaveCount(0);
});

test('an organisation is reached by keyboard and shows its partnership and its source', async ({
  page
}) => {
  await page.goto(CIVIL);
  await alive(page);
  await expect(page.getByTestId('sentence')).toContainText(/kaum erfasst: bei \d+ von/);
  const marks = page.locator('svg[data-marks]:visible');
  const stop = marks.locator('a[tabindex="0"]');
  await expect(stop).toHaveCount(1);
  await stop.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(marks.locator('a:focus')).toHaveAttribute('tabindex', '0');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/wahl=o\d+$/);
  const picked = page.locator('section[aria-labelledby="wahl-titel"]');
  await expect(picked.getByRole('link', { name: 'Quelle zur Organisation' })).toBeVisible();
  await expect(picked.getByRole('article')).toHaveCount(1);
});

test('organisations that did not arrive are said to be missing, and come when asked for again', async ({
  page
}) => {
  const details = await firstFails(page, '**/detail.json');
  await page.goto(CIVIL);
  await alive(page);
  // The server knew them.
  const marks = page.locator('svg[data-marks]:visible a');
  await expect(marks).not.toHaveCount(0);
  await page.getByLabel('nur ODA-Empfängerländer').check();
  const retry = page.getByRole('button', { name: 'Noch einmal versuchen' });
  await expect(retry).toBeVisible();
  await expect(page.getByTestId('sentence')).toContainText(/konnten nicht geladen werden/);
  await expect(marks).toHaveCount(0);
  await retry.click();
  details.release();
  await expect(marks).not.toHaveCount(0);
  await expect(page.getByTestId('sentence')).toContainText(
    /Organisationen sind bisher kaum erfasst/
  );
  await expect(retry).toHaveCount(0);
});

test('picture and table hold the same under filters', async ({ page }) => {
  for (const path of [PATH, `${PATH}&sued=1&umfang=alle`, `${CIVIL}&land=09`]) {
    await page.goto(path);
    await alive(page);
    const drawn = await page.locator('svg[data-marks]:visible a').evaluateAll(ids);
    expect(drawn.length).toBeGreaterThan(5);
    await page.getByRole('link', { name: 'Tabelle', exact: true }).click();
    await expect(page.getByRole('table')).toBeVisible();
    expect(await page.locator('tbody tr').evaluateAll(ids)).toEqual(drawn);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('both views are there, and lead to their partnerships', async ({ page }) => {
    await page.goto('/en/netz?linse=ebenen');
    await page.locator('svg[data-marks] a[data-id="05.GH"]').click();
    await expect(page.getByRole('article').first()).toContainText('Nordrhein-Westfalen');
    await page.getByRole('link', { name: 'Civil society', exact: true }).click();
    await page.locator('svg[data-marks] a[data-id="o12"]').click();
    await expect(page.getByRole('article').first()).toContainText('Hiroshima');
  });
});
