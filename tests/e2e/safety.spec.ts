/** Law and security that a browser can see: no other host, no cookie, no storage, headers, input. */
import { expect, test } from '@playwright/test';
import { mapIdle } from './states.ts';

test('no request to another host, no cookie, no storage @map', async ({
  page,
  context,
  baseURL
}) => {
  const foreign: string[] = [];
  const violations: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(baseURL!).origin)
      foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  await page.goto('/');
  await mapIdle(page);
  await page.getByRole('checkbox', { name: /ODA-Empfängerländer/ }).check();
  await expect(page).toHaveURL(/sued=1/);
  const texts = ['/quellen', '/impressum', '/datenschutz', '/barrierefreiheit', '/leichte-sprache'];
  for (const path of texts) await page.goto(path);
  expect(foreign).toEqual([]);
  expect(violations).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: Object.keys(sessionStorage).filter((key) => !key.startsWith('sveltekit:')),
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length
  }));
  expect(kept).toEqual({ local: 0, session: [], databases: 0, caches: 0 });
});

test('headers of pages and files', async ({ request }) => {
  const page = await request.get('/');
  const headers = page.headers();
  const csp = headers['content-security-policy'] ?? '';
  expect(csp).toContain("frame-ancestors 'none'");
  expect(csp).toContain("object-src 'none'");
  expect(csp).toContain("base-uri 'none'");
  expect(csp).not.toMatch(/script-src[^;]*unsafe/);
  expect(csp).not.toContain('unsafe-inline');
  expect(csp).toMatch(/script-src[^;]*sha256-/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBeTruthy();
  expect(headers['permissions-policy']).toBeTruthy();
  expect(headers['cache-control']).toContain('no-cache');
  expect(headers['etag']).toBeTruthy();
  const again = await request.get('/', { headers: { 'if-none-match': headers['etag']! } });
  expect(again.status()).toBe(304);

  const tiles = await request.get('/basemap.pmtiles', { headers: { range: 'bytes=0-126' } });
  expect(tiles.status()).toBe(206);
  expect((await tiles.body()).length).toBe(127);
  expect(tiles.headers()['x-content-type-options']).toBe('nosniff');
});

const BAD = [
  '/?sdg=99',
  '/?sdg=abc,6',
  '/?land=99',
  '/?staat=XX',
  '/?seit=2005-1990',
  '/?seite=-3',
  '/?seite=1e9',
  '/?ort=a999999999',
  "/?ort='%3Bdrop",
  '/?q=%00',
  '/?q=' + 'x'.repeat(5000),
  '/?__proto__=1',
  '/?sdg=__proto__',
  '/?constructor=1',
  '/?q=%E2%80%AE',
  '/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
  '/?stand=999',
  '/?ansicht=torte',
  '/?sortierung=-',
  '/?sdg=' + Array.from({ length: 500 }, (_, i) => i).join(','),
  '/en?land=xx'
];
test('bad parameters: the valid part is kept, never a 5xx', async ({ request }) => {
  for (const path of BAD) {
    const answer = await request.get(path);
    expect(answer.status(), path.slice(0, 60)).toBeLessThan(500);
    const api = await request.get(path.replace(/^\/(en)?/, '/api/v1/partnerships'));
    expect(api.status(), `API ${path.slice(0, 60)}`).toBeLessThan(500);
  }
  expect((await request.get('/?sdg=99')).status()).toBe(200);
  expect((await request.get('/api/v1/partnerships?sdg=99')).status()).toBe(400);
});

test('what was not understood is said; the rest holds', async ({ page }) => {
  await page.goto('/?sdg=99,6&land=14&foo=1');
  await expect(page.getByText('nicht verstanden')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Kommunale Partnerschaften in Sachsen zu SDG 6'
  );
  await page.goto('/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E');
  await expect(page.locator('h1 img')).toHaveCount(0);
});
