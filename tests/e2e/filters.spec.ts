/** Filters beyond a click: ready-made ones, years by text, the phone's sheet and its Back. */
import { expect, test } from '@playwright/test';
import { alive, mapIdle } from './states.ts';

test('a ready-made filter is one click, and one click takes it back', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  const presets = page.getByRole('navigation', { name: 'Schnellauswahl' });
  await presets.getByRole('link', { name: /Globaler Süden/ }).click();
  await expect(page).toHaveURL(/sued=1/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ODA');
  await presets.getByRole('link', { name: /Globaler Süden/ }).click();
  await expect(page).not.toHaveURL(/sued=1/);
});

test('two clicks at once are both heard, and heading and panel end on the same answer', async ({
  page
}) => {
  await page.goto('/');
  await alive(page);
  // In one task: the second is read before the panel has followed the first.
  await page.evaluate(() => {
    for (const goal of ['13', '6'])
      document.querySelector<HTMLInputElement>(`input[name="sdg"][value="${goal}"]`)!.click();
  });
  await expect(page).toHaveURL(/sdg=6(,|%2C)13/);
  await expect(page.locator('[data-settled="true"]')).toBeVisible();
  const said = /[\d.]+(?= Partnerschaft)/.exec(await page.getByTestId('sentence').innerText())![0];
  await expect(page.locator('.done button')).toHaveText(new RegExp(`(^|\\s)${said}\\s`));
  for (const goal of ['13', '6'])
    await expect(page.locator(`input[name="sdg"][value="${goal}"]`)).toBeChecked();
});

test('years: from and to by text, or those that are not known', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  const years = page.locator('.years');
  await page.locator('details:has(.years) > summary').click();
  await years.getByRole('textbox').first().fill('2015');
  await years.getByRole('textbox').first().press('Tab');
  await expect(page).toHaveURL(/seit=2015-/);
  await years.getByRole('textbox').last().fill('2020');
  await years.getByRole('textbox').last().press('Tab');
  await expect(page).toHaveURL(/seit=2015-2020/);
  await years.getByRole('checkbox').check();
  await expect(page).toHaveURL(/seit=unbekannt/);
  await expect(years.getByRole('textbox').first()).toHaveValue('');
});

test('on the phone Back closes the sheet and leaves the page where it was @phone', async ({
  page
}) => {
  await page.goto('/?sued=1');
  await alive(page);
  const handle = page.locator('.filters button[aria-expanded]');
  await handle.click();
  await expect(handle).toHaveAttribute('aria-expanded', 'true');
  await page.goBack();
  await expect(handle).toHaveAttribute('aria-expanded', 'false');
  await expect(page).toHaveURL(/\?sued=1$/);
});

test('single ties: the lines of the map are the partnerships of table and API @map', async ({
  page,
  request
}) => {
  const query = '?sued=1&land=01';
  await page.goto(`/${query}`);
  await mapIdle(page);
  await expect(page.locator('[data-map-level="orte"]')).toBeVisible();
  const lines = page.getByRole('list', { name: 'Linien der Karte, die stärksten zuerst' });
  const drawn = await lines.getByRole('listitem').allTextContents();
  const legend = await page.getByTestId('legend').textContent();
  const lost = Number(/(\d+) ohne bekannten Ort/.exec(legend!)?.[1] ?? 0);
  const api = (await (await request.get(`/api/v1/partnerships${query}`)).json()) as {
    total: number;
    partnerships: { id: string; partners: { name_de: string }[] }[];
  };
  // This selection has one partner per partnership: what has no line is counted by the legend.
  expect(drawn.length + lost).toBe(api.total);
  const partners = api.partnerships.map(({ partners: [partner] }) => partner!.name_de);
  for (const line of drawn) expect(partners).toContain(line.split(' – ')[1]);
  await page.getByRole('link', { name: /^Tabelle/ }).click();
  await expect(page.locator('tbody tr')).toHaveCount(api.total);
  const ids = await page
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id));
  expect(ids.sort()).toEqual(api.partnerships.map(({ id }) => id).sort());
});

for (const width of [320, 768, 1920])
  test(`nothing scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ['/', '/?flaechen=kreise', '/?ansicht=zeit', '/?ansicht=tabelle&sued=1']) {
      await page.goto(path);
      await alive(page);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      );
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });

test('with reduced motion the map does not fly @map', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  await mapIdle(page);
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});
