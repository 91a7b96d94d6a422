/**
 * Embeds on pages of other people, in a real browser: whole, at their own height, under a strict policy,
 * in sandboxes, without scripts; and what they show is what the page they lead to shows.
 */
import { expect, test, type Browser, type Frame, type Page } from '@playwright/test';
import { credit, KINDS, spotOf } from './embedkinds.ts';
import { hostPages, html, type Host } from './hostpage.ts';

let paper: Host;
test.beforeAll(async () => {
  paper = await hostPages({ '/favicon.ico': '' });
});
test.afterAll(() => paper.close());

/** All kinds on one page of a newspaper. */
const frames = (origin: string, more: string) =>
  KINDS.map(
    ({ embed }, at) =>
      `<iframe id="f${at}" data-partnerschaftsatlas title="${at}" src="${origin}${embed.replaceAll('&', '&amp;')}"
        width="720" height="200" style="border:0" ${more}></iframe>`
  ).join('');

interface Opened {
  page: Page;
  /** In the order of `KINDS`. */
  embeds: Frame[];
  /** What the console complained of. */
  complaints: string[];
  close: () => Promise<void>;
}

async function open(
  browser: Browser,
  body: string,
  { script = true, csp }: { script?: boolean; csp?: string } = {}
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 800, height: 800 },
    javaScriptEnabled: script
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const headers: Record<string, string> = csp ? { 'content-security-policy': csp } : {};
  await page.goto(paper.page(`/${Math.random()}`, { body: html(body), headers }));
  const embeds = await Promise.all(
    KINDS.map(async (_, at) => (await (await page.$(`#f${at}`))!.contentFrame())!)
  );
  return { page, embeds, complaints, close: () => context.close() };
}

/** What each has to say, whatever runs. */
async function whole(embeds: Frame[]): Promise<void> {
  for (const [at, embed] of embeds.entries()) {
    const { name, shows } = KINDS[at]!;
    await expect(embed.locator('h1'), name).toHaveCount(1);
    await expect(embed.locator('h1'), name).not.toHaveText('');
    await expect(embed.locator(shows).first(), name).toBeAttached();
    await expect(embed.locator('footer'), name).toContainText('CC BY-SA 4.0');
    await expect(embed.getByTestId('stand'), name).toHaveText(
      /^Stand: \d\d\.\d\d\.\d{4} \(Nr\. \d+\)/
    );
    await expect(credit(embed), name).toHaveText('Diese Ansicht im Partnerschaftsatlas öffnen');
  }
}

test('on a foreign page with embed.js each is whole, alive and exactly as high as it needs', async ({
  browser,
  baseURL
}) => {
  const script = `<script src="${baseURL}/embed.js" async></script>`;
  const { page, embeds, complaints, close } = await open(browser, frames(baseURL!, '') + script);
  await whole(embeds);
  for (const [at, embed] of embeds.entries()) {
    await expect(embed.locator('html'), KINDS[at]!.name).toHaveAttribute('data-alive', 'true');
    await expect
      .poll(
        async () => {
          const given = await page
            .locator(`#f${at}`)
            .evaluate((one) => one.getBoundingClientRect().height);
          const [needed, inner] = await embed.evaluate(() => [
            Math.ceil(document.querySelector('main')!.getBoundingClientRect().bottom + scrollY),
            document.documentElement.scrollHeight > document.documentElement.clientHeight
          ]);
          return given === needed && !inner;
        },
        { message: KINDS[at]!.name }
      )
      .toBe(true);
  }
  const base = await Promise.all(embeds.map((one) => one.locator('base').getAttribute('target')));
  expect(new Set(base)).toEqual(new Set(['_blank']));
  expect(complaints).toEqual([]);
  await close();
});

test('in a sandbox with nothing but scripts all is as outside: letters, tips, heights, shades', async ({
  browser,
  baseURL
}) => {
  const script = `<script src="${baseURL}/embed.js" async></script>`;
  const body = frames(baseURL!, 'sandbox="allow-scripts"') + script;
  const { page, embeds, complaints, close } = await open(browser, body);
  await whole(embeds);
  for (const [at, embed] of embeds.entries()) {
    const { name } = KINDS[at]!;
    await expect(embed.locator('html'), name).toHaveAttribute('data-alive', 'true');
    await expect(page.locator(`#f${at}`), name).not.toHaveCSS('height', '200px');
    expect(await embed.evaluate(() => self.origin), name).toBe('null');
    // Links open no window here: their address can be read.
    await expect(embed.locator('.address'), name).toHaveText(/^http/);
    await expect(embed.locator('.address'), name).toBeVisible();
    await expect
      .poll(
        () =>
          embed.evaluate(() =>
            [...document.fonts].some(
              ({ family, status }) => /Source Sans 3/.test(family) && status === 'loaded'
            )
          ),
        { message: name }
      )
      .toBe(true);
  }
  const [flows, , kreise] = embeds as [Frame, Frame, Frame];
  const { x, y } = await spotOf(page, flows.locator('svg.world a[href]').first());
  await page.mouse.move(x, y);
  await expect(flows.locator('.tip')).toContainText(/Partnerschaft/);
  const drawn = await kreise.locator('path.shade').evaluateAll(
    (paths) =>
      paths.filter((path) => {
        const { width, height } = (path as SVGPathElement).getBBox();
        return width > 0 && height > 0 && getComputedStyle(path).fill !== 'none';
      }).length
  );
  expect(drawn).toBe(400);
  expect(complaints).toEqual([]);
  await close();
});

test.describe('without any script', () => {
  for (const [where, sandbox, script, csp] of [
    ['a closed sandbox', 'sandbox=""', true, ''],
    ['a browser without JavaScript', '', false, ''],
    ['a page that allows frames of this site and nothing else', '', true, 'strict']
  ] as const) {
    test(`in ${where} each shows its picture or table and the link`, async ({
      browser,
      baseURL
    }) => {
      const opened = await open(browser, frames(baseURL!, sandbox), {
        script,
        ...(csp && { csp: `default-src 'none'; frame-src ${baseURL}` })
      });
      await whole(opened.embeds);
      for (const [at, embed] of opened.embeds.entries())
        await expect(embed.locator(KINDS[at]!.shows).first(), KINDS[at]!.name).toBeVisible();
      if (csp === '' || sandbox !== '')
        for (const embed of opened.embeds)
          await expect(embed.locator('html')).not.toHaveAttribute('data-alive', 'true');
      await opened.close();
    });
  }
});

/** Words and ids, wherever they stand. */
const told = (page: Page) =>
  page.evaluate(() => {
    const clean = (text: string | null | undefined) =>
      (text ?? '')
        .replace(/[\u2060\u00ad]/g, '')
        .replace(/\s+/g, ' ')
        .trim();
    const all = (selector: string, of: (element: Element) => string | null) =>
      [...new Set([...document.querySelectorAll(selector)].map((one) => of(one) ?? ''))].sort();
    return {
      sentence: clean(document.querySelector('[data-testid="sentence"]')?.textContent),
      rows: all('tr[data-id]', (one) => one.getAttribute('data-id')),
      marks: all('svg a[data-id], td a[data-id]', (one) => one.getAttribute('data-id')),
      flows: all('svg a[href*="staat="][aria-label]', (one) => one.getAttribute('aria-label')),
      areas: all('svg a > title', (one) =>
        /^.+: .*Gemeind/.test(one.textContent) ? one.textContent : ''
      ).filter(Boolean),
      sum: clean(document.querySelector('p.sum')?.textContent),
      // Those that the filters leave out lie folded on the page.
      ties: all(
        ':is(article[id^="t"], li[id^="t"], dd[data-id^="t"]):not(details *)',
        (one) => one.id || one.getAttribute('data-id')
      )
    };
  });

test.describe('the page behind the link', () => {
  // What the server answers: nothing comes in later.
  test.use({ javaScriptEnabled: false });

  test('shows the same figures, words and ids', async ({ page, baseURL }) => {
    for (const { name, embed } of KINDS) {
      await page.goto(embed);
      const here = await told(page);
      const address = (await credit(page).getAttribute('href'))!;
      expect(new URL(address, baseURL).origin, name).toBe(baseURL);
      const claim = embed.startsWith('/embed/satz')
        ? await page.locator('.claim .sentence').textContent()
        : null;
      await page.goto(address);
      const there = await told(page);
      // One figure: the page speaks of the same authorities in its own words.
      if (claim !== null) {
        const match = /^\s*([\d.]+) von ([\d.]+)/.exec(claim)!;
        expect(there.sentence, name).toMatch(new RegExp(`\\b${match[1]} von ${match[2]}\\b`));
        continue;
      }
      if (!embed.startsWith('/embed/profil')) expect(here.sentence, name).toBe(there.sentence);
      // Beside a place the page also shows the map.
      if (embed.startsWith('/embed/karte')) {
        expect(here.flows, name).toEqual(there.flows);
        expect(here.areas, name).toEqual(there.areas);
      }
      // Beside a network the page also tells of its place.
      if (embed.startsWith('/embed/profil'))
        expect([here.sum, here.ties], name).toEqual([there.sum, there.ties]);
      // The strongest ties and ten rows are part of what the page shows.
      expect(there.rows, name).toEqual(expect.arrayContaining(here.rows));
      if (!embed.endsWith('linse=kommunen')) expect(here.marks, name).toEqual(there.marks);
    }
  });
});

test('controls stay in the frame and change the numbers as the page would; links leave it', async ({
  page,
  context,
  baseURL
}) => {
  const body = `<iframe id="f" src="${baseURL}/embed/karte?bedienung=1" width="720" height="700"></iframe>`;
  await page.goto(paper.page('/controls', html(body)));
  const embed = page.frameLocator('#f');
  await embed.getByText(/^Land:/).click();
  await embed.getByRole('link', { name: 'Sachsen', exact: true }).click();
  await expect(embed.locator('h1')).toHaveText('Kommunale Partnerschaften in Sachsen');
  await embed.getByRole('link', { name: 'Länder', exact: true }).click();
  await expect(embed.locator('path.shade').first()).toBeVisible();
  await expect(embed.locator('h1')).toContainText('in Sachsen');
  const sentence = await embed.getByTestId('sentence').textContent();
  expect(context.pages()).toHaveLength(1);
  const [opened] = await Promise.all([context.waitForEvent('page'), credit(embed).click()]);
  await opened.waitForLoadState();
  expect(new URL(opened.url()).origin).toBe(baseURL);
  await expect(opened.getByTestId('sentence')).toHaveText(sentence!.trim());
  expect(await opened.evaluate(() => window.opener as unknown)).toBeNull();
  await expect(embed.locator('h1')).toContainText('in Sachsen');
});

test('where goals are asked for, how few are recorded; of a place only its own figures', async ({
  request
}) => {
  const text = async (path: string) => (await request.get(path)).text();
  const few = 'SDG-Angaben sind bisher kaum erfasst';
  for (const view of ['karte', 'netz', 'tabelle']) {
    expect(await text(`/embed/${view}?sdg=13`), view).toContain(few);
    expect(await text(`/embed/${view}?sued=1`), view).not.toContain(few);
  }
  for (const view of ['karte', 'tabelle', 'satz'])
    expect(await text(`/embed/${view}?ort=a2170`), view).toContain('einer anderen Ansicht');
  expect(await text('/embed/profil?ort=a2170')).not.toContain('einer anderen Ansicht');
  const refused = await request.get('/api/v1/sentence?ort=a2170');
  expect(refused.status()).toBe(400);
  expect(await refused.text()).toContain('other_view');
});
