/** Länder and Kreise shaded by what is recorded: the same areas on map, picture, table and file. */
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { asked, mapIdle } from './states.ts';

const sentence = (page: Page) => page.getByTestId('sentence');
const switchTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Was die Karte zeigt' }).getByRole('link', { name });

/** Codes of the areas in the server-drawn picture. */
const drawn = async (page: Page) =>
  (
    await page
      .locator('.static use')
      .evaluateAll((uses) => uses.map((use) => use.getAttribute('href')?.split('#a')[1] ?? ''))
  ).toSorted();
const listed = async (page: Page) =>
  (
    await page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.dataset.id ?? ''))
  ).toSorted();
const unique = (codes: string[]) => [...new Set(codes)];

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [level, name, count] of [
    ['laender', 'Länder', 16],
    ['kreise', 'Kreise', 400]
  ] as const)
    test(`${level}: picture, table and file show the same areas`, async ({ page, request }) => {
      await page.goto('/');
      await switchTo(page, name).click();
      await expect(page).toHaveURL(new RegExp(`flaechen=${level}$`));
      await expect(sentence(page)).toContainText('von 10.752 Gemeinden');
      const shapes = unique(await drawn(page));
      expect(shapes).toHaveLength(count);
      // The outlines are really there, once their file is: an unknown id would have no extent.
      const least = () =>
        page
          .locator('.static use')
          .evaluateAll((uses) =>
            Math.min(...uses.map((use) => (use as SVGUseElement).getBBox().width))
          );
      await expect.poll(least).toBeGreaterThan(0);

      await page.getByRole('link', { name: /^Tabelle/ }).click();
      expect(await listed(page)).toEqual(shapes);
      // No rate under five Gemeinden.
      for (const row of await page.locator('tbody tr', { hasText: 'nur Zahlen' }).all())
        expect(Number(await row.locator('td').first().textContent())).toBeLessThan(5);

      await page.getByText('Herunterladen', { exact: true }).click();
      const link = page.getByRole('link', { name: 'Anteile der Flächen (CSV)' });
      const file = await link.getAttribute('href');
      const text = await (await request.get(file!)).text();
      const rows = parse(text, { columns: true, bom: true, delimiter: ';' }) as {
        area_code: string;
        gemeinden: string;
      }[];
      expect(rows.map((row) => row.area_code)).toEqual(shapes);
      expect(rows.reduce((sum, row) => sum + Number(row.gemeinden), 0)).toBe(10_752);
    });

  test('the table sorts by name first, by share when asked, and leads into a Land', async ({
    page
  }) => {
    await page.goto('/?flaechen=laender&ansicht=tabelle');
    const first = page.locator('tbody th').first();
    await expect(first).toHaveText('Baden-Württemberg');
    await page.getByRole('link', { name: 'Anteil' }).click();
    await expect(page).toHaveURL(/sortierung=anteil/);
    await expect(first).not.toHaveText('Baden-Württemberg');
    await page.getByRole('link', { name: 'Bayern' }).click();
    await expect(page).toHaveURL(/land=09&ansicht=tabelle&flaechen=kreise$/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('in Bayern');
    expect(await listed(page)).toHaveLength(96);
  });
});

test('with the map: shaded without a request, the tooltip tells, a click leads into the Land @map', async ({
  page
}) => {
  await page.goto('/');
  await mapIdle(page);
  const requests = await asked(page);
  await switchTo(page, 'Länder').click();
  await expect(page).toHaveURL(/flaechen=laender$/);
  await mapIdle(page);
  expect(requests).toEqual([]);

  const box = (await page.locator('.map canvas').first().boundingBox())!;
  // The middle of Germany is somewhere in Hessen or Thüringen.
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await expect(async () => {
    await page.mouse.move(middle.x, middle.y - 2);
    await page.mouse.move(middle.x, middle.y);
    await expect(page.locator('.tip')).toContainText(/von \d+ Gemeinden \(\d+\s%\)/, {
      timeout: 1000
    });
  }).toPass();
  await expect(page.locator('.tip')).toContainText('Noch nicht erfasst:');
  await page.mouse.click(middle.x, middle.y);
  await expect(page).toHaveURL(/land=(06|16)&flaechen=kreise$/);
  await mapIdle(page);
});

test('by keyboard: the table says for each area what the tooltip says @map', async ({ page }) => {
  await page.goto('/?flaechen=laender&sdg=6');
  await mapIdle(page);
  await expect(sentence(page)).toContainText('die zur Auswahl passt');
  await page.getByRole('link', { name: /^Tabelle/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/ansicht=tabelle/);
  const row = page.locator('tr[data-id="09"]');
  const cells = (await row.locator('td').allTextContents()).map((cell) =>
    Number(cell.replace('.', ''))
  );
  const [all, ...states] = cells.slice(0, 6);
  expect(states.reduce((sum, state) => sum + state, 0)).toBe(all);
  await row.getByRole('link', { name: 'Bayern' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/land=09/);
});

test('@phone the first tap tells, the second one leads there', async ({ page }) => {
  await page.goto('/?flaechen=laender');
  await mapIdle(page);
  const canvas = page.locator('.map canvas').first();
  await canvas.scrollIntoViewIfNeeded();
  const { width, height } = (await canvas.boundingBox())!;
  const position = { x: width / 2, y: height / 2 };
  await canvas.tap({ position });
  await expect(page.locator('.tip')).toContainText('Noch nicht erfasst:');
  await expect(page).toHaveURL(/flaechen=laender$/);
  // Two taps at once are a double tap, which zooms; a third one after a pause leads there.
  await expect(async () => {
    await canvas.tap({ position });
    await expect(page).toHaveURL(/land=\d\d&flaechen=kreise$/, { timeout: 2000 });
  }).toPass();
});
