/** Embeds keep nothing of a reader and ask nobody else; they may be framed anywhere, all else nowhere. */
import { expect, test, type Page } from '@playwright/test';
import { KINDS } from './embedkinds.ts';
import { hostPages, html } from './hostpage.ts';
import { mapIdle } from './states.ts';

/** On a page of the same origin that has no script: what was left behind there. */
async function kept(page: Page) {
  await page.goto('/robots.txt');
  return page.evaluate(async () => ({
    cookie: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length
  }));
}
const NOTHING = { cookie: '', local: [], session: [], databases: 0, caches: 0, workers: 0 };

function watched(page: Page, baseURL: string) {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin, pathname } = new URL(request.url());
    if (protocol.startsWith('http') && (origin !== baseURL || pathname.startsWith('/daten/')))
      foreign.push(request.url());
  });
  return foreign;
}

test('after loading, using and leaving each, nothing is kept and nobody else was asked', async ({
  page,
  context,
  baseURL
}) => {
  const foreign = watched(page, baseURL!);
  for (const { embed } of KINDS) {
    await page.goto(`${embed}${embed.includes('?') ? '&' : '?'}bedienung=1`);
    await expect(page.locator('html')).toHaveAttribute('data-alive', 'true');
    const control = page.locator('.controls nav a').last();
    if ((await control.count()) > 0) await control.click();
    await page.keyboard.press('Tab');
  }
  expect(await kept(page)).toEqual(NOTHING);
  expect(await context.cookies()).toEqual([]);
  expect(foreign).toEqual([]);
});

/** Everything that could keep something refuses. */
function refuseStorage() {
  const refuse = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
    Object.defineProperty(window, name, { get: refuse });
  Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
}

test('the map is a picture first; moving it loads the library, keeps nothing, and leads back @map', async ({
  page,
  context,
  baseURL
}) => {
  const foreign = watched(page, baseURL!);
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script' || /pmtiles/.test(request.url()))
      scripts.push(request.url());
  });
  await page.goto('/embed/karte?sued=1&farben=hell');
  await expect(page.locator('html')).toHaveAttribute('data-alive', 'true');
  expect(scripts).toHaveLength(1);
  await page.getByRole('link', { name: 'Karte bewegen und vergrößern' }).click();
  await mapIdle(page);
  expect(scripts.some((url) => /pmtiles/.test(url))).toBe(true);
  await page.getByRole('button', { name: 'Deutschland zeigen' }).click();
  await page.getByRole('link', { name: 'Zurück zum Bild' }).click();
  await expect(page).toHaveURL('/embed/karte?sued=1&farben=hell');
  await page.goBack();
  await page.goForward();
  await expect(page.locator('svg.world')).toBeVisible();
  expect(await kept(page)).toEqual(NOTHING);
  expect(await context.cookies()).toEqual([]);
  expect(foreign).toEqual([]);
});

test('with storage blocked, picture and map work @map', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(refuseStorage);
  await page.goto('/embed/netz?linse=kommunen');
  await expect(page.locator('html')).toHaveAttribute('data-alive', 'true');
  await page.goto('/embed/karte/beweglich?sued=1');
  await mapIdle(page);
  await page.goto('/embed/karte?sued=1');
  await expect(page.locator('html')).toHaveAttribute('data-alive', 'true');
  expect(errors).toEqual([]);
});

test('without WebGL the picture stays @map', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto('/embed/karte/beweglich?sued=1');
  await expect(page.locator('[data-map-state="failed"]')).toBeAttached();
  await expect(page.locator('svg.world a[href]').first()).toBeVisible();
});

test('the map that can be moved has the legend of areas once, and in a narrow frame all its buttons @map', async ({
  page
}) => {
  await page.goto('/embed/karte/beweglich?flaechen=laender');
  await mapIdle(page);
  const legend = page.getByText(/^Anteil der Gemeinden mit erfasster/);
  await expect(legend).toHaveCount(1);
  await expect(legend).toBeVisible();

  await page.setViewportSize({ width: 280, height: 700 });
  await page.goto('/embed/karte/beweglich');
  await mapIdle(page);
  const map = page.locator('[data-map-state]');
  const box = (await map.boundingBox())!;
  const buttons = map.getByRole('group', { name: 'Kartenausschnitt' }).getByRole('button');
  await expect(buttons).toHaveCount(6);
  for (const button of await buttons.all()) {
    const { x, y, width, height } = (await button.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(box.x);
    expect(x + width).toBeLessThanOrEqual(box.x + box.width);
    expect(y).toBeGreaterThanOrEqual(box.y);
    expect(y + height).toBeLessThanOrEqual(box.y + box.height);
    expect(height).toBeGreaterThanOrEqual(24);
  }
});

test('embeds may be framed anywhere, errors too; everything else nowhere', async ({
  request,
  page,
  baseURL
}) => {
  for (const path of [
    ...KINDS.map(({ embed }) => embed),
    '/embed/karte/beweglich',
    '/embed/karte?stand=999',
    '/embed/torte',
    '/embed/profil',
    '/en/embed/karte?sued=1',
    '/en/embed/torte'
  ]) {
    const headers = (await request.get(path)).headers();
    expect(headers['x-frame-options'], path).toBeUndefined();
    expect(headers['content-security-policy'] ?? '', path).not.toContain('frame-ancestors');
    expect(headers['set-cookie'], path).toBeUndefined();
    expect(headers['cache-control'], path).toBe('no-cache');
  }
  const paper = await hostPages();
  const closed = ['/', '/en', '/netz', '/luecken', '/quellen', '/einbetten', '/welt-klein.svg'];
  const open = ['/embed/satz', '/embed/torte', '/en/embed/karte?stand=999'];
  const frames = [...closed, ...open].map((path) => `<iframe src="${baseURL}${path}"></iframe>`);
  await page.goto(paper.page('/', html(frames.join(''))));
  const seen = await Promise.all(
    (await page.$$('iframe')).map(async (one) => (await one.contentFrame())!.url())
  );
  expect(seen.slice(0, closed.length)).toEqual(closed.map(() => 'chrome-error://chromewebdata/'));
  expect(seen.slice(closed.length)).toEqual(open.map((path) => baseURL + path));
  await paper.close();
});
