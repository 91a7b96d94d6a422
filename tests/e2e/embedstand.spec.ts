/** What is embedded never changes silently: frozen numbers, snapshots that are not there, bad addresses. */
import { expect, test, type Page } from '@playwright/test';
import { ownSite, type OwnSite } from './control.ts';
import { hostPages, html } from './hostpage.ts';

const heading = (page: Page) => page.locator('h1');
/** Any number at all, but for that of the snapshot that was asked for. */
const figures = async (page: Page, asked = '') =>
  ((await page.locator('main').textContent()) ?? '').replaceAll(asked || '\0', '').match(/\d+/g);

const GONE: [string, number, RegExp, string][] = [
  ['/embed/karte?stand=999', 404, /Diesen Datenstand gibt es nicht/, '999'],
  ['/embed/satz?stand=0', 404, /Diesen Datenstand gibt es nicht/, '0'],
  ['/embed/netz?stand=x', 404, /Diesen Datenstand gibt es nicht/, ''],
  ['/embed/torte', 404, /Seite nicht gefunden/, ''],
  ['/embed/karte/tief/unten', 404, /Seite nicht gefunden/, ''],
  ['/embed', 404, /Seite nicht gefunden/, ''],
  ['/embed/profil?ort=a999999999', 404, /Ort nicht gefunden/, ''],
  ['/embed/profil', 404, /Ort nicht gefunden/, ''],
  ['/en/embed/tabelle?stand=999', 404, /no such|does not exist|There is no/i, '999']
];

test('what is not there is said politely in the frame, and without a number', async ({
  page,
  baseURL
}) => {
  for (const [address, status, words, asked] of GONE) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(status);
    await expect(heading(page), address).toHaveText(words);
    expect(await figures(page, asked), address).toBeNull();
    await expect(page.locator('main a'), address).toHaveAttribute('href', /^\/(en\/)?$/);
    await expect(page.locator('html'), address).toHaveAttribute('data-alive', 'true');
  }
  const paper = await hostPages();
  const frame = `<iframe data-partnerschaftsatlas id="f" src="${baseURL}/embed/karte?stand=999" height="700"></iframe>`;
  await page.goto(paper.page('/', html(`${frame}<script src="${baseURL}/embed.js"></script>`)));
  await expect(page.frameLocator('#f').locator('h1')).toHaveText(/gibt es nicht/);
  await expect(page.locator('#f')).not.toHaveCSS('height', '700px');
  await paper.close();
});

test('of a bad address the valid part is kept, and the rest named', async ({ page }) => {
  for (const [address, title] of [
    ['/embed/karte?land=14&sdg=99&farben=bunt', 'Kommunale Partnerschaften in Sachsen'],
    ['/embed/satz?land=14&foo=1', 'Kommunale Partnerschaften in Sachsen'],
    ['/embed/tabelle?land=14&seite=-3&bedienung=7', 'Kommunale Partnerschaften in Sachsen'],
    ['/embed/netz?land=14&linse=torte', 'Kommunale Partnerschaften in Sachsen: Länder und Staaten'],
    [
      '/embed/luecken?land=14&mass=liebe',
      'Kommunale Partnerschaften in Sachsen nach Land und Weltregion'
    ],
    ['/embed/karte?land=14&__proto__=1&q=%00', 'Kommunale Partnerschaften in Sachsen']
  ] as const) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(200);
    await expect(heading(page), address).toContainText(title.split(':')[0]!.split(' nach')[0]!);
    await expect(page.getByRole('status').first(), address).toContainText('nicht verstanden');
  }
});

/** Of the edition of 2017, as published: if this fails, numbers in newspapers have changed. */
const GOLDEN = [
  [
    '/embed/karte?stand=1',
    'Kommunale Partnerschaften',
    '4.155 Partnerschaften mit 3.723 Orten in 103 Staaten. Erfasst bei 1.645 von 10.752 Gemeinden und 6 Bezirken oder Verbandsgemeinden.',
    /^Fester Stand: .+ \(Nr\. 1\)\. Nur Wikidata 2017\.$/
  ],
  [
    '/embed/satz?stand=1&land=05',
    'Kommunale Partnerschaften in Nordrhein-Westfalen',
    /^228 von 396 Gemeinden in Nordrhein-Westfalen haben eine erfasste Partnerschaft im Ausland \(Datenstand „Nur Wikidata 2017“; Stand .+, Abdeckung 58 %\)\.$/,
    /^Fester Stand: .+ \(Nr\. 1\)\. Nur Wikidata 2017\.$/
  ],
  [
    '/en/embed/netz?stand=1&sued=1',
    'Municipal partnerships, ODA recipient countries only: Länder and countries',
    '316 partnerships lead to 59 countries. The strongest pair is Nordrhein-Westfalen – Türkiye: 25 partnerships, 24 of 396 municipalities.',
    /^Fixed as of .+ \(no\. 1\)\. Wikidata 2017 only\.$/
  ]
] as const;

test('stand=1 says what it said', async ({ page }) => {
  /** Without the signs that only say where a word may not break. */
  const read = async (where: string) =>
    ((await page.locator(where).textContent()) ?? '')
      .replace(/\u2060/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  for (const [address, title, sentence, stand] of GOLDEN) {
    await page.goto(address);
    expect(await read('h1'), address).toBe(title);
    const said = await read('[data-testid="sentence"], .claim .sentence');
    if (typeof sentence === 'string') expect(said, address).toBe(sentence);
    else expect(said, address).toMatch(sentence);
    expect(await read('[data-testid="stand"]'), address).toMatch(stand);
  }
});

test.describe('when snapshots come and go', () => {
  let site: OwnSite;
  test.beforeAll(async () => {
    site = await ownSite();
  });
  test.afterAll(() => (site as OwnSite | undefined)?.close());

  const FROZEN = [
    'karte?stand=2',
    'satz?stand=2&land=05',
    'tabelle?stand=1',
    'profil?stand=2&ort=a2170'
  ];

  test('frozen embeds stay, live ones follow, withdrawn ones say so', async ({ page }) => {
    test.setTimeout(180_000);
    const text = async (address: string) => {
      const answer = await page.goto(`${site.url}/embed/${address}`);
      return { status: answer!.status(), text: await page.locator('main').textContent() };
    };
    const before = [];
    for (const address of FROZEN) before.push(await text(address));
    const live = await text('karte');
    expect(live.text).toContain('(Nr. 2)');

    expect(await site.publish()).toBe(3);
    await expect.poll(async () => (await text('karte')).text).toContain('(Nr. 3)');
    const now = await text('karte');
    expect(/[\d.]+ Partnerschaften/.exec(now.text!)![0]).not.toBe(
      /[\d.]+ Partnerschaften/.exec(live.text!)![0]
    );
    const after = [];
    for (const address of FROZEN) after.push(await text(address));
    expect(after).toEqual(before);
    expect((await text('karte?stand=3')).status).toBe(200);

    await site.withdraw();
    await expect.poll(async () => (await text('karte?stand=3')).status).toBe(410);
    await expect(heading(page)).toHaveText('Dieser Datenstand wurde zurückgezogen');
    expect(await figures(page, '3')).toBeNull();
    expect(await text('karte')).toEqual(live);
  });
});

test('without any snapshot an embed says so (503)', async ({ page }) => {
  test.setTimeout(180_000);
  const site = await ownSite('empty');
  try {
    for (const path of ['/embed/karte', '/embed/satz', '/en/embed/netz?stand=1']) {
      const answer = await page.goto(site.url + path);
      expect(answer?.status(), path).toBe(503);
      await expect(heading(page), path).toHaveText(/Zurzeit keine Daten|No data/);
      expect(await figures(page), path).toBeNull();
    }
  } finally {
    await site.close();
  }
});
