/**
 * `embed.js` on pages of other people: frames get the height they ask for, and nobody else is heard.
 * The frames here only play embeds, with the script of the house that tells their height.
 */
import { expect, test, type Frame, type Page } from '@playwright/test';
import { readFileSync, statSync } from 'node:fs';
import { hostPages, html, type Host } from './hostpage.ts';

const TYPE = 'partnerschaftsatlas:hoehe';
/** Plays an embed: as high as its address says. */
const EMBED = html(`<style>body { margin: 0 }</style><main id="all"></main><script>
  all.style.height = new URLSearchParams(location.search).get('px') + 'px';
</script><script src="/alive.js"></script>`);
const ALIVE = readFileSync(new URL('../../src/lib/views/embed/alive.js', import.meta.url), 'utf8');
const SILENT = html('<p>Says what the test tells it.</p>');
/** Notes every height a frame is ever given. */
const NOTES = `<script>
  window.given = [];
  new MutationObserver((all) => all.forEach(({ target }) => given.push(target.id + ' ' + target.style.height)))
    .observe(document, { subtree: true, attributes: true, attributeFilter: ['style', 'height'] });
</script>`;

let paper: Host;
let atlas: Host;
let script: string;
test.beforeAll(async ({ baseURL }) => {
  script = `<script src="${baseURL}/embed.js" async></script>`;
  paper = await hostPages();
  atlas = await hostPages({
    '/embed': EMBED,
    '/silent': SILENT,
    '/alive.js': { body: ALIVE, headers: { 'content-type': 'text/javascript' } }
  });
});
test.afterAll(() => Promise.all([paper.close(), atlas.close()]));

let serial = 0;
/** A page of the newspaper. */
async function open(page: Page, body: string, csp?: string): Promise<void> {
  const headers: Record<string, string> = csp ? { 'content-security-policy': csp } : {};
  await page.goto(paper.page(`/${++serial}`, { body: html(body), headers }));
}
const frame = (id: string, path: string, more = '') =>
  `<iframe id="${id}" data-partnerschaftsatlas src="${atlas.origin}${path}" ${more} height="300"></iframe>`;
const height = (page: Page, id: string) =>
  page.locator(`#${id}`).evaluate((one: HTMLIFrameElement) => one.getBoundingClientRect().height);
const inner = async (page: Page, id: string): Promise<Frame> => {
  const found = await (await page.waitForSelector(`#${id}`)).contentFrame();
  await found!.waitForLoadState();
  return found!;
};
const say = (who: Frame, message: unknown) =>
  who.evaluate((data) => window.parent.postMessage(data, '*'), message);
const given = (page: Page) => page.evaluate(() => (window as unknown as { given: string[] }).given);

test('it is small, open to all, and no older than an hour', async ({ request }) => {
  expect(statSync(new URL('../../static/embed.js', import.meta.url)).size).toBeLessThan(2048);
  const answer = await request.get('/embed.js');
  expect(answer.headers()).toMatchObject({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=3600',
    'content-type': expect.stringMatching(/javascript/)
  });
});

test('every frame gets its own height and follows its changes', async ({ page }) => {
  await open(page, frame('a', '/embed?px=431') + script + frame('b', '/embed?px=777'));
  await expect.poll(() => height(page, 'a')).toBeGreaterThanOrEqual(431);
  await expect.poll(() => height(page, 'b')).toBeGreaterThanOrEqual(777);
  const a = await inner(page, 'a');
  await a.evaluate(() => (document.getElementById('all')!.style.height = '99.2px'));
  await expect(page.locator('#a')).toHaveCSS('height', '100px');
  await expect(page.locator('#b')).toHaveCSS('height', '777px');
});

test('it may come late, often, and before its frames', async ({ page }) => {
  await open(page, NOTES + frame('a', '/embed?px=410'));
  await inner(page, 'a');
  await expect(page.locator('#a')).toHaveCSS('height', '300px');
  for (let i = 0; i < 3; i++) await page.addScriptTag({ url: /src="([^"]+)/.exec(script)![1]! });
  await expect(page.locator('#a')).toHaveCSS('height', '410px');
  await page.evaluate(
    (late) => document.body.insertAdjacentHTML('beforeend', late),
    [frame('b', '/embed?px=520'), frame('c', '/embed?px=630', 'loading="lazy"')].join('')
  );
  await expect(page.locator('#b')).toHaveCSS('height', '520px');
  await page.locator('#c').scrollIntoViewIfNeeded();
  await expect(page.locator('#c')).toHaveCSS('height', '630px');
  // Listening once: the frame that came late spoke once and was obeyed once.
  expect((await given(page)).filter((one) => one === 'b 520px')).toHaveLength(1);
});

test('in a sandbox without an origin it works all the same', async ({ page }) => {
  const sandbox = 'sandbox="allow-scripts"';
  await open(
    page,
    script + frame('a', '/embed?px=410', sandbox) + frame('b', '/embed?px=520', sandbox)
  );
  await expect(page.locator('#a')).toHaveCSS('height', '410px');
  await expect(page.locator('#b')).toHaveCSS('height', '520px');
});

test('where no inline style and no other script is allowed it works, too', async ({
  page,
  baseURL
}) => {
  const csp = `default-src 'none'; script-src ${baseURL}; frame-src ${atlas.origin}`;
  await open(page, frame('a', '/embed?px=410') + script, csp);
  await expect(page.locator('#a')).toHaveCSS('height', '410px');
  // Where no script is allowed at all the frame keeps the height it was written with.
  await open(
    page,
    frame('a', '/embed?px=410') + script,
    `default-src 'none'; frame-src ${atlas.origin}`
  );
  await expect(page.frameLocator('#a').locator('#all')).toHaveCSS('height', '410px');
  await expect(page.locator('#a')).toHaveCSS('height', '300px');
});

const BAD: [string, unknown][] = [
  ['text', { type: TYPE, hoehe: '500' }],
  ['a fraction', { type: TYPE, hoehe: 500.5 }],
  ['not a number', { type: TYPE, hoehe: NaN }],
  ['infinite', { type: TYPE, hoehe: Infinity }],
  ['too low', { type: TYPE, hoehe: 59 }],
  ['negative', { type: TYPE, hoehe: -500 }],
  ['too high', { type: TYPE, hoehe: 20001 }],
  ['huge', { type: TYPE, hoehe: 1e300 }],
  ['a list', { type: TYPE, hoehe: [500] }],
  ['nothing', { type: TYPE }],
  ['another type', { type: 'resize', hoehe: 500 }],
  ['the question', { type: `${TYPE}?`, hoehe: 500 }],
  ['no object', TYPE],
  ['null', null],
  ['a longer type', { type: [TYPE], hoehe: 500 }]
];

test('what is no height changes nothing', async ({ page }) => {
  await open(page, NOTES + frame('a', '/silent') + script);
  await page.waitForFunction((type) => Symbol.for(type) in window, TYPE);
  const a = await inner(page, 'a');
  for (const [, message] of BAD) await say(a, message);
  await say(a, { type: TYPE, hoehe: 60 });
  await say(a, { type: TYPE, hoehe: 20_000 });
  await expect(page.locator('#a')).toHaveCSS('height', '20000px');
  expect(await given(page)).toEqual(['a 60px', 'a 20000px']);
});

test('nobody but the frame itself, at its own address, is heard', async ({ page }) => {
  const forger = await hostPages({ '/': SILENT });
  const unmarked = `<iframe id="plain" src="${atlas.origin}/silent"></iframe>`;
  const near = atlas.origin.replace('127.0.0.1', 'localhost');
  await open(
    page,
    NOTES +
      frame('a', '/silent') +
      frame('moved', '/silent') +
      frame('opaque', '/silent') +
      unmarked +
      `<iframe id="empty" data-partnerschaftsatlas srcdoc="<p>x</p>"></iframe>` +
      `<iframe id="user" data-partnerschaftsatlas src="${near}/silent"></iframe>` +
      script
  );
  await page.waitForFunction((type) => Symbol.for(type) in window, TYPE);
  const frames = { a: await inner(page, 'a'), plain: await inner(page, 'plain') };
  // A marked frame that went elsewhere: it is the right window, and no longer the right origin.
  const moved = await inner(page, 'moved');
  await moved.goto(forger.origin);
  const opaque = await inner(page, 'opaque');
  await opaque.goto('data:text/html,<p>no origin</p>');
  const message = { type: TYPE, hoehe: 500 };
  for (const one of [moved, opaque, frames.plain, await inner(page, 'empty')])
    await say(one, message);
  // The page itself, a forged event, and a frame that speaks for another one.
  await page.evaluate((data) => window.postMessage(data, '*'), message);
  await page.evaluate((data) => dispatchEvent(new MessageEvent('message', { data })), message);
  const user = await inner(page, 'user');
  await page.locator('#user').evaluate((one: HTMLIFrameElement, to) => {
    // Same place by another name: what was loaded stays, the mark says something else.
    Object.defineProperty(one, 'src', { value: to });
  }, `${atlas.origin}/silent`);
  await say(user, message);
  await say(frames.a, { type: TYPE, hoehe: 501 });
  await expect(page.locator('#a')).toHaveCSS('height', '501px');
  expect(await given(page)).toEqual(['a 501px']);
  await forger.close();
});
