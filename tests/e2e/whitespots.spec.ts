/** White spots and the outreach list: reasons in words, a list that is taken along, nothing lost. */
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { asked, complete } from './states.ts';

const WHITE = '/luecken/weisse-flecken?land=14&groesse=kleinstadt';
const places = (page: Page) => page.locator('[data-place]');
const number = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));

test('reasons narrow the list, and a click asks nobody', async ({ page }) => {
  await page.goto(WHITE);
  await expect(page.getByTestId('sentence')).toContainText(/\d+ von \d+ Gemeinden/);
  const requests = await asked(page);
  const reason = page.getByRole('link', { name: /^Organisation vor Ort oder nahe/ });
  const count = number(await reason.locator('.numbers').textContent());
  await reason.click();
  await expect(page).toHaveURL(/grund=akteur/);
  await expect(page.locator('[data-spot]')).toHaveCount(Math.min(count, 50));
  for (const why of await page.locator('[data-spot] .why').allTextContents())
    expect(why).toMatch(/Organisation (vor Ort|in der Nähe)/);
  expect(requests).toEqual([]);
});

test('picked, ordered by keyboard, annotated, saved, opened again', async ({ page }) => {
  await page.goto(WHITE);
  await complete(page);
  const pick = page.getByRole('link', { name: /für die Ansprache merken$/ });
  for (const count of [1, 2, 3]) {
    await pick.first().click();
    await expect(page.getByTestId('picked')).toContainText(`${count} Ort`);
  }
  await page.getByRole('link', { name: /^Zur Ansprache/ }).click();
  await expect(page).toHaveURL(/luecken\/ansprache\?.*merkliste=a\d+,a\d+,a\d+/);
  await complete(page);
  await expect(places(page)).toHaveCount(3);
  const names = await page.locator('[data-place] h2 a').allTextContents();
  for (const text of await page
    .locator('[data-place] section:first-child li span')
    .allTextContents())
    expect(text).toMatch(/entfernt, (ebenfalls|größer:|kleiner:) .+; Partnerschaft/);

  await page.getByRole('link', { name: `${names[2]} nach oben` }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-place] h2 a')).toHaveText([names[0]!, names[2]!, names[1]!]);
  await expect(page.getByRole('link', { name: `${names[2]} nach oben` })).toBeFocused();

  await page.getByLabel(`Notiz zu ${names[2]}`).fill('=Anruf bis März; "ja"');
  await expect(page.getByText('Notizen nicht gespeichert')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Als Datei speichern' }).click()
  ]);
  await expect(page.getByText('Notizen nicht gespeichert')).toBeHidden();
  const file = await readFile(await download.path());
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Als CSV' }).click()
  ]);
  expect(await readFile(await csv.path(), 'utf8')).toContain(`"'=Anruf bis März; ""ja"""`);

  await page.goto('/luecken/ansprache');
  await complete(page);
  const upload = (name: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer });
  await upload('kaputt.json', file.subarray(0, 40));
  await expect(page.getByTestId('file-said')).toContainText('Ihre Liste ist unverändert');
  await upload('ansprache.json', file);
  await expect(page.locator('[data-place] h2 a')).toHaveText([names[0]!, names[2]!, names[1]!]);
  await expect(page.getByLabel(`Notiz zu ${names[2]}`)).toHaveValue('=Anruf bis März; "ja"');
  await expect(page).toHaveURL(/land=14/);
});

test('notes that are not saved are not left without a question', async ({ page }) => {
  await page.goto('/luecken/ansprache?merkliste=a300');
  await complete(page);
  await page.locator('textarea').fill('wichtig');
  const asked = new Promise<string>((say) =>
    page.once('dialog', (dialog) => {
      void dialog.dismiss().then(() => say(dialog.type()));
    })
  );
  await page.getByRole('link', { name: 'Karte', exact: true }).click({ noWaitAfter: true });
  expect(await asked).toBe('beforeunload');
  await expect(page).toHaveURL(/ansprache/);
  await expect(page.locator('textarea')).toHaveValue('wichtig');
});

test('wrong parameters are named, the rest stays; the list works without scripts', async ({
  browser
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'de-DE' });
  const page = await context.newPage();
  await page.goto('/luecken/weisse-flecken?land=14&umkreis=7&grund=partei,nachbarn');
  await expect(page.getByText('umkreis=7')).toBeVisible();
  await expect(page.getByText('grund=partei')).toBeVisible();
  await expect(page.locator('[data-spot]')).toHaveCount(50);
  await page
    .getByRole('link', { name: /für die Ansprache merken$/ })
    .first()
    .click();
  await page.getByRole('link', { name: /^Zur Ansprache/ }).click();
  await expect(places(page)).toHaveCount(1);
  await places(page)
    .getByRole('link', { name: /entfernen$/ })
    .click();
  await expect(places(page)).toHaveCount(0);
  await page.goto('/luecken/ansprache?merkliste=a300,a999999999');
  await expect(page.getByText(/keine Gemeinde dieses Datenstands.*a999999999/)).toBeVisible();
  await context.close();
});

test('the API answers the same', async ({ page, request }) => {
  await page.goto(WHITE);
  const json = (await (
    await request.get('/api/v1/white-spots?land=14&groesse=kleinstadt')
  ).json()) as { total: number; n: number; places: { id: string; reasons_de: string[] }[] };
  await expect(page.getByTestId('sentence')).toContainText(`${json.total} von ${json.n}`);
  const [first] = json.places;
  await expect(page.locator(`[data-spot="${first!.id}"] li`)).toHaveText(first!.reasons_de);
  const csv = await (
    await request.get('/api/v1/white-spots.csv?land=14&groesse=kleinstadt')
  ).text();
  expect(csv.trim().split('\r\n')).toHaveLength(json.total + 1);
  const mentors = (await (await request.get(`/api/v1/mentors?ort=${first!.id}&sued=1`)).json()) as {
    mentors: unknown[];
  };
  expect(mentors.mentors).toHaveLength(3);
  expect((await request.get('/api/v1/mentors')).status()).toBe(400);
  expect((await request.get('/api/v1/white-spots?umkreis=7')).status()).toBe(400);
});
