/**
 * The page that builds an embed: the way of somebody who never saw it, and what it gives on other
 * people's pages.
 */
import { expect, test, type Page } from '@playwright/test';
import { hostPages, html } from './hostpage.ts';
import { alive } from './states.ts';

const FRAME = '[data-testid=preview]';
const code = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const IFRAME = 'Rahmen (iframe)';
const SCRIPT = 'Rahmen mit Skript';
const ADDRESS = 'Adresse für WordPress und andere CMS';
const preview = (page: Page) => page.frameLocator(FRAME);
const height = (page: Page, frame: string) =>
  page.locator(frame).evaluate((one) => Math.round(one.getBoundingClientRect().height));
/** The page answers to choices. */
const open = async (page: Page, path: string) => {
  await page.goto(path);
  await alive(page);
};

test('a newcomer gets from a filtered map to copied code, and a newspaper shows the same', async ({
  page,
  context
}) => {
  test.setTimeout(120_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/?land=14');
  const sentence = await page.getByTestId('sentence').textContent();
  await page.getByRole('link', { name: 'Einbetten', exact: true }).click();
  await expect(page).toHaveURL(/\/einbetten\/karte\?land=14$/);
  await alive(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sachsen');
  await expect(page.getByTestId('shown')).toContainText('Karte. Filter: Sachsen.');
  await expect(preview(page).getByTestId('sentence')).toHaveText(sentence!);
  await page.getByRole('radio', { name: /^fest: Nr\. / }).check();
  await expect(preview(page).getByTestId('stand')).toContainText('Fester Stand');
  await page.getByRole('button', { name: `Code kopieren: ${SCRIPT}` }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Kopiert' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await code(page, SCRIPT).inputValue());
  expect(copied).toContain('stand=');

  const paper = await hostPages();
  const column = (body: string) => html(`<div style="width: 640px">${body}</div>`);
  await page.goto(paper.page('/artikel', column(copied)));
  const embed = page.frameLocator('iframe');
  await expect(embed.getByTestId('sentence')).toHaveText(sentence!);
  const needed = () =>
    embed.locator('main').evaluate((main) => Math.ceil(main.getBoundingClientRect().bottom));
  await expect.poll(async () => (await height(page, 'iframe')) >= (await needed())).toBe(true);
  await paper.close();
});

test('the frame alone does under a strict policy, as high as the preview measured', async ({
  page,
  baseURL
}) => {
  await page.goto('/einbetten/luecken?zeile=sdg&spalte=groesse');
  await expect(code(page, IFRAME)).not.toHaveValue(/height="640"/);
  const copied = await code(page, IFRAME).inputValue();
  const sentence = await preview(page).getByTestId('sentence').textContent();
  const paper = await hostPages();
  const policy = `default-src 'none'; style-src 'unsafe-inline'; frame-src ${baseURL}`;
  await page.goto(
    paper.page('/', {
      body: html(`<div style="width: 640px">${copied}</div>`),
      headers: { 'content-security-policy': policy }
    })
  );
  const embed = page.frameLocator('iframe');
  await expect(embed.getByTestId('sentence')).toHaveText(sentence!);
  const [all, seen] = await embed
    .locator('html')
    .evaluate((root) => [root.scrollHeight, root.clientHeight]);
  expect(all).toBeLessThanOrEqual(seen!);
  await paper.close();
});

for (const path of [
  '/einbetten/karte?land=14&stand=2',
  '/einbetten/netz?linse=ziele&sprache=en',
  '/einbetten/profil?ort=a2170',
  '/einbetten/satz?land=14&farben=dunkel'
])
  test(`the address that ${path} gives is its frame by oEmbed`, async ({ page, request }) => {
    await page.goto(path);
    const address = await code(page, ADDRESS).inputValue();
    // As WordPress: the page says where to ask.
    const source = await (await request.get(address)).text();
    const link = /<link[^>]+json\+oembed"[^>]* href="([^"]+)"/.exec(source);
    expect(link, address).not.toBeNull();
    const answer = await request.get(link![1]!.replaceAll('&amp;', '&'));
    const { html: given } = (await answer.json()) as { html: string };
    const src = (text: string) => / src="([^"]+)"/.exec(text)![1];
    expect(src(given)).toBe(src(await code(page, IFRAME).inputValue()));
    await expect(page.locator(FRAME)).toHaveAttribute('src', src(given)!.replaceAll('&amp;', '&'));
  });

test('preview and code follow every choice, and Back leaves the page at once', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, '/?ansicht=tabelle&land=14');
  await page.getByRole('link', { name: 'Einbetten', exact: true }).click();
  await expect(page.locator(FRAME)).toHaveAttribute('src', /\/embed\/tabelle\?land=14$/);
  await alive(page);
  const root = preview(page).locator('html');
  await page.getByRole('radio', { name: 'dunkel' }).check();
  await expect(root).toHaveAttribute('data-farben', 'dunkel');
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(root).toHaveAttribute('lang', 'en');
  await page.getByRole('checkbox', { name: 'mit Rand' }).check();
  await expect(preview(page).locator('main.border')).toBeVisible();
  await page.getByRole('checkbox', { name: 'mit Filtern' }).check();
  await expect(preview(page).getByText('World region')).toBeVisible();
  await expect(page).toHaveURL(/land=14&farben=dunkel&bedienung=1&rahmen=1&sprache=en$/);
  const src = '/en/embed/tabelle?land=14&amp;farben=dunkel&amp;bedienung=1&amp;rahmen=1"';
  await expect(code(page, IFRAME)).toHaveValue(new RegExp(src.replaceAll('?', '\\?')));
  await page.getByRole('radio', { name: 'Handy' }).check();
  await expect(page.locator(FRAME)).toHaveCSS('width', '375px');
  await page.getByRole('radio', { name: 'Textspalte' }).check();
  await expect(page.locator(FRAME)).toHaveCSS('width', '640px');
  await page.getByRole('spinbutton', { name: 'Höhe in Pixeln' }).fill('400');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'fest, in Pixeln' })).toBeChecked();
  await expect.poll(() => height(page, FRAME)).toBe(400);
  await expect(code(page, IFRAME)).toHaveValue(/height="400"/);
  await page.goBack();
  await expect(page).toHaveURL(/\/\?land=14&ansicht=tabelle$|\/\?ansicht=tabelle&land=14$/);
});

test('where there is no clipboard, the code is selected', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })
  );
  await open(page, '/einbetten/satz');
  await page.getByRole('button', { name: `Adresse kopieren: ${ADDRESS}` }).click();
  await expect(page.getByRole('status').filter({ hasText: 'bitte selbst kopieren' })).toBeVisible();
  await expect(code(page, ADDRESS)).toBeFocused();
  expect(await page.evaluate(() => getSelection()!.toString())).toBe(
    await code(page, ADDRESS).inputValue()
  );
});

test('every view leads to the builder of exactly itself', async ({ page }) => {
  for (const [path, leads] of [
    ['/?ansicht=tabelle&sdg=6', '/einbetten/tabelle?sdg=6'],
    ['/?flaechen=laender', '/einbetten/karte?flaechen=laender'],
    ['/netz?linse=fluss&land=14', '/einbetten/netz?land=14&linse=fluss'],
    ['/luecken?zeile=sdg&stand=2', '/einbetten/luecken?stand=2&zeile=sdg'],
    ['/en/?land=14', '/en/einbetten/karte?land=14']
  ] as const) {
    await open(page, path);
    const link = page.getByRole('link', { name: /^(Einbetten|Embed)$/ });
    await expect(link).toHaveAttribute('href', leads);
  }
  await open(page, '/?ort=a2170&sdg=6');
  const panel = page.getByRole('complementary', { name: 'Gewählter Ort' });
  await expect(panel.getByRole('link', { name: 'Ort einbetten' })).toHaveAttribute(
    'href',
    '/einbetten/profil?sdg=6&ort=a2170'
  );
  await open(page, '/?ansicht=zeit');
  await expect(page.getByRole('link', { name: 'Einbetten' })).toHaveCount(0);
});

test('what there is not is said, with the right status', async ({ page }) => {
  for (const [path, status, words] of [
    ['/einbetten/erfunden', 404, 'lässt sich nicht (mehr) einbetten'],
    ['/einbetten/profil', 404, 'Diesen Ort kennen wir nicht'],
    ['/en/einbetten/profil?ort=a99999999', 404, 'not know'],
    ['/einbetten/karte?stand=99', 404, 'Einen Datenstand mit der Nummer „99“ gibt es nicht']
  ] as const) {
    const answer = await page.goto(path);
    expect(answer!.status(), path).toBe(status);
    await expect(page.locator('main')).toContainText(words);
  }
  await page.goto('/einbetten/karte?land=99&px=5&hoehe=fest&farben=bunt');
  for (const wrong of ['land=99', 'px=5', 'farben=bunt'])
    await expect(page.getByRole('status').filter({ hasText: wrong })).toBeVisible();
  await expect(code(page, IFRAME)).toHaveValue(/\/embed\/karte" /);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it is a form with a button', async ({ page }) => {
    await page.goto('/einbetten/karte?land=14');
    await page.getByRole('radio', { name: 'hell' }).check();
    await page.getByRole('radio', { name: /^fest: Nr\. / }).check();
    await page.getByRole('radio', { name: 'fest, in Pixeln' }).check();
    await page.getByRole('spinbutton').fill('700');
    await page.getByRole('radio', { name: 'Handy' }).check();
    await page.getByRole('button', { name: 'Anwenden' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Sachsen');
    const src = /\/embed\/karte\?land=14&stand=\d+&farben=hell$/;
    await expect(page.locator(FRAME)).toHaveAttribute('src', src);
    await expect(page.locator(FRAME)).toHaveCSS('width', '375px');
    await expect(page.locator(FRAME)).toHaveCSS('height', '700px');
    await expect(preview(page).getByTestId('stand')).toContainText('Fester Stand');
    await expect(code(page, IFRAME)).toHaveValue(/land=14&amp;stand=\d+.* height="700"/);
    await expect(page.getByRole('button', { name: /kopieren/ })).toHaveCount(0);
  });
});
