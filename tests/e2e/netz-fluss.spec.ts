/** The flow by goals: leads with what is recorded, hides nothing, by mouse, keyboard and without scripts. */
import { expect, test, type Page } from '@playwright/test';
import { alive } from './states.ts';

const bands = (page: Page) => page.locator('svg[data-marks]:visible').locator('.band, .part');
const numbers = (text: string) =>
  [...text.matchAll(/[\d.]+/g)].map(([n]) => Number(n.replaceAll('.', '')));

test('coverage leads, and what has no goal is drawn on its own scale', async ({ page }) => {
  await page.goto('/netz?linse=fluss');
  await alive(page);
  const sentence = (await page.getByTestId('sentence').textContent()) ?? '';
  const [known, all] = numbers(sentence);
  expect(known).toBeGreaterThan(100);
  await expect(page.locator('svg .strong')).toHaveText(
    `Keine SDG-Angabe: ${new Intl.NumberFormat('de').format(all! - known!)} Partnerschaften`
  );
  await expect(page.getByText(/anderer Maßstab: im Maßstab darüber \d+-mal/)).toBeVisible();
  await expect(page.getByText(/zählt in jedem ihrer Bänder/)).toBeVisible();
});

test('a band lists its partnerships with sources, a node filters', async ({ page }) => {
  await page.goto('/netz?linse=fluss');
  await alive(page);
  const band = page.locator('a[data-id="von-05-6"]');
  const count = numbers(((await band.getAttribute('aria-label')) ?? '').split(': ')[1]!)[0]!;
  await band.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/wahl=von-05-6$/);
  const picked = page.locator('section[aria-labelledby="wahl-titel"]');
  await expect(picked.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(picked).toContainText(`${count} erfasste Partnerschaft`);
  await expect(picked.getByRole('list', { name: 'Quellen' }).first()).toBeVisible();
  await page.locator('a[data-id="1-6"]').click();
  await expect(page).toHaveURL(/\/netz\?sdg=6&linse=fluss$/);
  await expect(page.locator('a[data-id="1-6"]')).toHaveAttribute('aria-current', 'true');
  await expect(
    page.getByText(/weitere Partnerschaften passen zu den übrigen Filtern/)
  ).toBeVisible();
  await page.locator('a[data-id="1-6"]').click();
  await expect(page).toHaveURL(/\/netz\?linse=fluss$/);
});

test('keyboard: one stop for the bands, arrows walk bands and goals', async ({ page }) => {
  await page.goto('/netz?linse=fluss&links=groesse');
  await alive(page);
  const svg = page.locator('svg[data-marks]:visible');
  const stops = svg.locator('.band[tabindex="0"], .part[tabindex="0"]');
  await expect(stops).toHaveCount(1);
  await stops.focus();
  const at = () => svg.locator('a:focus').getAttribute('data-id');
  const first = (await at()) ?? '';
  await page.keyboard.press('End');
  const goal = first.split('-').at(-1)!;
  expect(await at()).toMatch(new RegExp(`^nach-.*-${goal}$`));
  await page.keyboard.press('ArrowDown');
  expect((await at())!.split('-').at(-1)).not.toBe(goal);
  const said = page.getByRole('status').filter({ hasText: /^SDG \d+ .* – / });
  await expect(said).toContainText(/\d+ Partnerschaft/);
});

test('picture and table hold the same bands', async ({ page }) => {
  for (const query of ['', '&basis=programme', '&links=groesse&rechts=staat&sued=1']) {
    await page.goto(`/netz?linse=fluss${query}`);
    await alive(page);
    const ids = (all: Element[]) => all.map((one) => one.getAttribute('data-id')).sort();
    const drawn = await bands(page).evaluateAll(ids);
    expect(drawn.length).toBeGreaterThan(20);
    await page.getByRole('link', { name: 'Tabelle', exact: true }).click();
    await expect(page.getByRole('table')).toBeVisible();
    expect(await page.locator('tbody tr').evaluateAll(ids)).toEqual(drawn);
  }
});

test('on a phone a list per goal, without sideways scrolling @phone', async ({ page }) => {
  await page.goto('/netz?linse=fluss');
  await alive(page);
  await expect(page.locator('svg[data-marks]:visible')).toHaveCount(0);
  await page
    .locator('.goals')
    .getByRole('link', { name: /Nordrhein-Westfalen/ })
    .first()
    .click();
  await expect(page).toHaveURL(/wahl=von-05-\d+$/);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the flow is there, and its bands are links', async ({ page }) => {
    await page.goto('/en/netz?linse=fluss');
    expect(await bands(page).count()).toBeGreaterThan(100);
    await page.goto((await page.locator('a[data-id="nach-202-6"]').getAttribute('href')) ?? '');
    await expect(
      page.getByRole('heading', { name: /SDG.6 .* – Sub-Saharan Africa/ })
    ).toBeVisible();
  });
});
