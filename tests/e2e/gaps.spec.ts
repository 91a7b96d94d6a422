/** The gap matrix: the same cells on page, table, API and file; names behind a cell; bad input. */
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { alive } from './states.ts';

interface Cell {
  row: string;
  column: string;
  n: number;
  states: Record<string, number>;
}
const sentence = (page: Page) => page.getByTestId('sentence');
const cell = (page: Page, id: string) => page.locator(`td a[data-id="${id}"]`);
const opened = (page: Page) => page.locator('section[data-cell]');

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('matrix, table, API and CSV show the same cells', async ({ page, request }) => {
    const query = 'zeile=land&spalte=gruppe';
    const { cells } = (await (await request.get(`/api/v1/gaps?${query}`)).json()) as {
      cells: Cell[];
    };
    await page.goto(`/luecken?${query}`);
    const drawn = await page
      .locator('td a[data-id]')
      .evaluateAll((links) => links.map((a) => [a.dataset.id, a.textContent]));
    expect(drawn).toHaveLength(cells.length);
    const names = new Map(drawn as [string, string][]);
    for (const { row, column, n, states } of cells) {
      const [match, all] = [states.match!, n].map((count) => count.toLocaleString('de-DE'));
      expect(names.get(`${row}~${column}`)).toContain(
        `${match} von ${all} ${n === 1 ? 'Gemeinde' : 'Gemeinden'}`
      );
    }
    await page.getByRole('link', { name: 'Tabelle mit allen Zuständen' }).click();
    await expect(page.locator('tbody tr')).toHaveCount(cells.length);
    const file = await (await request.get(`/api/v1/gaps.csv?${query}`)).text();
    expect(parse(file, { columns: true, bom: true })).toHaveLength(cells.length);
  });

  test('a cell opens with its names, all of them as a file', async ({ page, request }) => {
    await page.goto('/luecken');
    await cell(page, '10~202').click();
    await expect(page).toHaveURL(/zelle=10~202$/);
    await expect(opened(page).getByRole('heading', { level: 2 })).toHaveText(
      /^Saarland und Subsahara-Afrika$/
    );
    const match = await opened(page).locator('ul').first().locator('li').count();
    await expect(opened(page)).toContainText(`Bei ${match} von 52 Gemeinden`);
    const href = await opened(page)
      .getByRole('link', { name: /als CSV/ })
      .getAttribute('href');
    const text = await (await request.get(href!)).text();
    const rows = parse(text, { columns: true, bom: true, delimiter: ';' }) as { state: string }[];
    expect(rows).toHaveLength(52);
    expect(rows.filter(({ state }) => state === 'match')).toHaveLength(match);
  });

  test('the form asks for other rows, columns and figures', async ({ page }) => {
    await page.goto('/luecken?land=14');
    await page.getByRole('combobox', { name: 'Zeilen' }).first().selectOption('sdg');
    await page.getByRole('combobox', { name: 'Spalten' }).first().selectOption('groesse');
    await page.getByRole('button', { name: 'Zeigen' }).first().click();
    await expect(page).toHaveURL(/land=14/);
    await expect(page).toHaveURL(/zeile=sdg/);
    await expect(sentence(page)).toHaveText(/^Bisher kaum erfasst: Das Merkmal „SDG“/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/nach SDG und Größenklasse$/);
  });
});

test('by keyboard: one stop, arrows, Enter opens, Escape leads back', async ({ page }) => {
  await page.goto('/luecken');
  await alive(page);
  await cell(page, '01~015').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(cell(page, '02~021')).toBeFocused();
  await page.keyboard.press('End');
  await expect(cell(page, '02~alle')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(cell(page, '02~015')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Hamburg, Nordafrika' })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('#wahl-titel')).toBeFocused();
  await expect(page).toHaveURL(/zelle=02~015$/);
  await page.keyboard.press('Escape');
  await expect(opened(page)).toHaveCount(0);
  await expect(cell(page, '02~015')).toBeFocused();
  expect(await page.locator('td a[data-id][tabindex="0"]').count()).toBe(1);
});

test('other axes in the browser; a name leads to its place with the filters', async ({ page }) => {
  await page.goto('/luecken?sued=1');
  await alive(page);
  await page.getByRole('combobox', { name: 'Spalten' }).first().selectOption('land');
  await expect(page).toHaveURL(/sued=1&zeile=region/);
  await page.getByRole('combobox', { name: 'Gezeigt wird' }).first().selectOption('einwohner');
  await expect(page.locator('td a[data-id="alle~alle"]')).toHaveText(/%/);
  await cell(page, '202~alle').click();
  const first = opened(page).locator('li a').first();
  const name = await first.textContent();
  await first.click();
  await expect(page.locator('#place-name')).toHaveText(name!);
  await expect(page).toHaveURL(/sued=1&ort=a\d+/);
});

test('what is wrong in the address is said, the rest stays', async ({ page }) => {
  await page.goto('/luecken?zeile=partei&spalte=groesse&zelle=99~kleinstadt&sdg=77');
  await alive(page);
  const notice = page.locator('.heading');
  for (const part of ['zeile=partei', 'zelle=99~kleinstadt', 'sdg=77'])
    await expect(notice).toContainText(part);
  await expect(cell(page, '01~kleinstadt')).toBeVisible();
  await page.goto('/luecken?land=11&groesse=landgemeinde');
  await expect(page.getByText('Keine Gemeinde passt zu Ort und Größe.').first()).toBeVisible();
});

test('on a phone the matrix scrolls in itself, names of rows stay in sight', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await page.goto('/luecken');
  await alive(page);
  await page.locator('td a[data-id="01~419"]').scrollIntoViewIfNeeded();
  await expect(page.getByRole('rowheader', { name: /Schleswig-Holstein/ })).toBeInViewport();
  await expect(page.getByRole('combobox', { name: 'Zeilen' })).toHaveCount(0);
  await page.getByText('Andere Fragen, Zeilen und Spalten').click();
  await expect(page.getByRole('combobox', { name: 'Zeilen' })).toBeVisible();
});

test('workbook and picture for the same address', async ({ request }) => {
  const book = await request.get('/api/v1/gaps.xlsx?zeile=groesse&spalte=gruppe');
  expect(book.headers()['content-disposition']).toMatch(/luecken-groesse-gruppe-stand-.*\.xlsx/);
  expect((await book.body()).subarray(0, 2).toString()).toBe('PK');
  const picture = await (await request.get('/bild/luecken.svg?zeile=groesse&spalte=gruppe')).text();
  expect(picture).toContain('nach Größenklasse und Ländergruppe');
  expect((await request.get('/api/v1/gaps.xlsx?zeile=partei')).status()).toBe(400);
});
