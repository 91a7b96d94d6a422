/** The database goes away and comes back: the public pages stay, and say what they show. */
import { expect, test } from '@playwright/test';
import { ownSite, type OwnSite } from './control.ts';

let site: OwnSite;
test.beforeAll(async () => {
  site = await ownSite();
});
test.afterAll(() => (site as OwnSite | undefined)?.close());

test('pages answer from the last snapshot and recover without a restart', async ({
  page,
  request
}) => {
  const health = async (): Promise<string> => {
    const answer = await request.get(`${site.url}/healthz`);
    expect(answer.status()).toBe(200);
    return ((await answer.json()) as { database: string }).database;
  };
  const before = await page.goto(`${site.url}/?land=14`);
  expect(before?.status()).toBe(200);
  const sentence = (await page.getByTestId('sentence').textContent()) ?? '';
  expect(sentence).not.toBe('');
  await expect.poll(health).toBe('up');

  await site.stopDatabase();
  await expect.poll(health).toBe('down');
  const during = await page.goto(`${site.url}/?land=14`);
  expect(during?.status()).toBe(200);
  await expect(page.getByTestId('sentence')).toHaveText(sentence);
  await expect(page.getByText(/Stand: /).first()).toBeVisible();
  const paths = [
    '/api/v1/snapshot',
    '/en?sdg=6',
    '/?ansicht=tabelle',
    '/api/v1/download?lizenz=ohne-wikipedia&format=csv'
  ];
  for (const path of paths) {
    const began = Date.now();
    expect((await request.get(`${site.url}${path}`)).status(), path).toBe(200);
    // Far below any limit of the database: nothing has waited for it.
    expect(Date.now() - began, path).toBeLessThan(3000);
  }

  await site.startDatabase();
  await expect.poll(health, { timeout: 20_000 }).toBe('up');
  expect((await page.goto(`${site.url}/?land=14`))?.status()).toBe(200);
});
