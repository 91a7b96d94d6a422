/** The feed of snapshots and corrections, as a feed reader meets it. */
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

const contents = readFileSync(new URL('../fixtures/xml/atom.rng', import.meta.url), 'utf8');
const entries = (feed: string) => feed.split('<entry>').slice(1);
const part = (name: string, text: string) =>
  new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(text)?.[1] ?? '';
const hrefs = (text: string) =>
  [...text.matchAll(/ href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));

for (const [path, language] of [
  ['/aktuell.atom', 'de'],
  ['/en/aktuell.atom', 'en']
] as const) {
  test(`${path} is Atom, with an entry for every snapshot`, async ({ request, baseURL, page }) => {
    const answer = await request.get(path);
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/atom+xml; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': expect.stringContaining('max-age=60')
    });
    const feed = await answer.text();
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'feed.atom', contents: feed }],
      ...{ extension: 'relaxng', schema: [{ fileName: 'atom.rng', contents }] }
    });
    expect([valid, errors]).toEqual([true, []]);
    const { snapshots } = (await (await request.get('/api/v1/snapshots')).json()) as {
      snapshots: { version: number; published_at: string }[];
    };
    expect(new Set(entries(feed).map((entry) => part('id', entry)))).toEqual(
      new Set(snapshots.map(({ version }) => `tag:127.0.0.1,2026:${language}/stand/${version}`))
    );
    expect(hrefs(feed)[0]).toBe(baseURL + path);
    expect(part('updated', feed)).toBe(snapshots[0]!.published_at);
    expect(part('rights', feed)).toContain('CC BY-SA 4.0');
    // The same words as the page that it links to.
    const newest = entries(feed)[0]!;
    await page.goto(hrefs(newest)[0]!);
    const sentence = (await page.getByTestId('sentence').textContent())!.trim();
    expect(part('summary', newest)).toContain(sentence);
    for (const href of new Set(hrefs(feed).filter((one) => one.startsWith(baseURL!))))
      expect((await request.get(href)).status(), href).toBe(200);
    const again = await request.get(path, {
      headers: { 'if-none-match': answer.headers()['etag']! }
    });
    expect(again.status()).toBe(304);
  });
}

test('pages lead to it in their language', async ({ page, request }) => {
  for (const [path, href] of [
    ['/', '/aktuell.atom'],
    ['/en/luecken', '/en/aktuell.atom'],
    ['/methode', '/aktuell.atom']
  ]) {
    await page.goto(path!);
    await expect(page.locator('link[type="application/atom+xml"]')).toHaveAttribute('href', href!);
  }
  await page.goto('/en/quellen');
  const link = page.getByRole('link', { name: 'feed (Atom)' });
  expect((await request.get((await link.getAttribute('href'))!)).status()).toBe(200);
});
