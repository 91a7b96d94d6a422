/** The network lens: drawn whole, walked by keyboard alone, turned to a place, without scripts. */
import { expect, test, type Page } from '@playwright/test';
import { axeFinds } from './axe.ts';
import { alive, asked } from './states.ts';

const ALL = '/netz?linse=kommunen';
const picture = (page: Page) => page.locator('[data-network-state]');
const settled = (page: Page) =>
  expect(picture(page)).toHaveAttribute('data-network-state', 'settled');
const numbers = (text: string) =>
  [...text.matchAll(/\d[\d.]*/g)].map(([n]) => Number(n.replaceAll('.', '')));

test('the picture holds what the sentence says, and follows a filter without a request', async ({
  page
}) => {
  await page.goto(ALL);
  await settled(page);
  const sentence = page.getByTestId('sentence');
  const [own, abroad] = numbers((await sentence.textContent()) ?? '');
  await expect(picture(page)).toHaveAttribute('data-nodes', String(own! + abroad!));
  const requests = await asked(page);
  await page.getByLabel('nur ODA-Empfängerländer').check();
  await expect(page).toHaveURL(/sued=1/);
  await expect(picture(page)).not.toHaveAttribute('data-nodes', String(own! + abroad!));
  await settled(page);
  expect(requests).toEqual([]);
});

test('by keyboard alone: along edges, into a place, and back', async ({ page }) => {
  await page.goto(ALL);
  await settled(page);
  const root = page.getByRole('application');
  await root.focus();
  await root.press('Home');
  const hub = (await page.locator('ol.hubs a').first().textContent())!;
  await expect(root).toHaveAttribute('data-at', hub);
  await expect(page.getByRole('status').filter({ hasText: `${hub},` })).toContainText(
    /\d+ Partner/
  );
  await root.press('ArrowDown');
  const first = await root.getAttribute('data-at');
  await root.press('ArrowRight');
  await expect(root).not.toHaveAttribute('data-at', first!);
  await root.press('ArrowUp');
  await expect(root).toHaveAttribute('data-at', hub);
  await root.press('m');
  await expect(root).toHaveAttribute('data-at', /^[Mm]/);
  await root.press('Home');
  await root.press('Enter');
  await expect(page).toHaveURL(/ort=a\d+/);
  const centre = page.locator('svg.wide a').first();
  await expect(centre).toBeFocused();
  await expect(centre).toHaveAttribute('aria-label', new RegExp(`^${hub}`));
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('svg.wide a').nth(1)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/ort=/);
  await expect(page.getByRole('application')).toBeFocused();
});

test('letters in a row find a name, Escape takes the mark back, and nothing moves for who asks for stillness', async ({
  page
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(ALL);
  await settled(page);
  const root = page.getByRole('application');
  await root.focus();
  // All at once: letters far apart begin a new word.
  await root.evaluate((picture) => {
    for (const key of 'köl')
      picture.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  });
  await expect(root).toHaveAttribute('data-at', 'Köln');
  await root.press('+');
  await root.press('+');
  await settled(page);
  await expect(page.getByRole('button', { name: 'Alles zeigen' })).toBeVisible();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .map(({ effect }) => Number(effect?.getComputedTiming().duration))
      .filter((duration) => duration > 1)
  );
  expect(moving).toEqual([]);
  await expect(root).toHaveAttribute('data-at', 'Köln');
  await root.press('Escape');
  await expect(root).toHaveAttribute('data-at', '');
  await expect(root).toBeFocused();
  await expect(page).toHaveURL(/linse=kommunen$/);
});

test('axe finds nothing in the picture, in a place, in the table', async ({ page }) => {
  test.setTimeout(180_000);
  for (const query of [
    '',
    '&ordnung=cluster',
    '&ort=a2170',
    '&ort=a2170&schritte=2',
    '&ansicht=tabelle'
  ]) {
    await page.goto(ALL + query);
    await alive(page);
    expect(await axeFinds(page), query).toEqual([]);
  }
});

test('the files hold the same edges as each other', async ({ request }) => {
  const ids = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, id]) => id);
  const get = async (kind: string) => {
    const answer = await request.get(`/api/v1/network.${kind}?region=202`);
    expect(answer.headers()['content-disposition']).toContain('attachment');
    return answer.text();
  };
  const csv = ids(await get('edges.csv'), /^(a\d+-[ap]\d+),/gm);
  expect(csv.length).toBeGreaterThan(50);
  expect(ids(await get('gexf'), /<edge id="([^"]+)"/g)).toEqual(csv);
  expect(ids(await get('graphml'), /<edge id="([^"]+)"/g)).toEqual(csv);
  expect((await request.get('/api/v1/network.exe')).status()).toBe(404);
  expect((await request.get('/api/v1/network.gexf?sdg=99')).status()).toBe(400);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the surroundings of a place are drawn, and every mark leads on', async ({ page }) => {
    await page.goto(ALL);
    await page.locator('ol.hubs a').first().click();
    await expect(page).toHaveURL(/ort=a\d+/);
    const marks = page.locator('svg.wide a');
    expect(await marks.count()).toBeGreaterThan(10);
    const name = await marks.nth(3).getAttribute('aria-label');
    await page.goto((await marks.nth(3).getAttribute('href'))!);
    await expect(page.getByTestId('sentence')).toContainText(name!.split(',')[0]!);
  });

  test('the table has pages', async ({ page }) => {
    await page.goto(`${ALL}&ansicht=tabelle`);
    await expect(page.locator('#tabelle tbody tr')).toHaveCount(200);
    await page
      .getByRole('navigation', { name: 'Seite' })
      .getByRole('link', { name: '2', exact: true })
      .click();
    await expect(page).toHaveURL(/seite=2/);
    await expect(page.locator('#tabelle tbody tr')).toHaveCount(200);
  });
});
