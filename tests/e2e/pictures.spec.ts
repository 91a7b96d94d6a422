/** Pictures of views as files: what they say, what they refuse, and that menus lead to them. */
import {
  expect,
  test,
  type APIRequestContext,
  type APIResponse,
  type Page
} from '@playwright/test';

/** Width and height of a PNG, after its signature. */
async function sizeOf(answer: APIResponse): Promise<[number, number]> {
  const bytes = await answer.body();
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** Reads an SVG as a browser does. @returns its texts in one line; '' where it is no sound XML */
const textOf = (page: Page, svg: string): Promise<string> =>
  page.evaluate((source) => {
    const read = new DOMParser().parseFromString(source, 'image/svg+xml');
    if (read.querySelector('parsererror, script, foreignObject, image')) return '';
    return [...read.querySelectorAll('text')].map((text) => text.textContent).join(' ');
  }, svg);

const VIEWS = [
  ['karte', ''],
  ['karte', 'flaechen=laender'],
  ['karte', 'flaechen=kreise'],
  ['netz', ''],
  ['netz', 'bild=chord'],
  ['netz', 'linse=ziele'],
  ['netz', 'linse=fluss'],
  ['netz', 'linse=kommunen'],
  ['netz', 'linse=partner-suche'],
  ['tabelle', ''],
  ['tabelle', 'flaechen=laender']
] as const;

for (const [view, query] of VIEWS) {
  test(`${view}.svg?${query} says what it shows, where from, and as of when`, async ({
    page,
    request
  }) => {
    const answer = await request.get(`/bild/${view}.svg?region=202&${query}`);
    expect(answer.status()).toBe(200);
    expect(answer.headers()).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'access-control-allow-origin': '*'
    });
    const svg = await answer.text();
    expect(svg.length).toBeLessThan(1_500_000);
    const text = await textOf(page, svg);
    expect(text).toContain('Kommunale Partnerschaften');
    expect(text).toContain('Subsahara-Afrika');
    expect(text).toContain('CC BY-SA 4.0');
    expect(text).toContain('Wikidata');
    expect(text).toMatch(/Stand: \d\d\.\d\d\.\d{4} \(Nr\. \d+\)/);
    expect(text.replaceAll(/\s/g, '')).toContain(
      view === 'netz' ? '/netz?region=202' : '/?region=202'
    );
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });
}

test('the whole network is one SVG of a reasonable size', async ({ request }) => {
  const svg = await (await request.get('/bild/netz.svg?linse=kommunen')).text();
  expect(svg.length).toBeGreaterThan(100_000);
  expect(svg.length).toBeLessThan(1_500_000);
});

test('PNG has the size that is asked for, and other filters give another picture', async ({
  request
}) => {
  const one = await request.get('/bild/karte.png?breite=600&land=14');
  const two = await request.get('/bild/karte.png?breite=600&skala=2&land=14');
  const other = await request.get('/bild/karte.png?breite=600&land=09');
  const [width, height] = await sizeOf(one);
  expect(width).toBe(600);
  expect(await sizeOf(two)).toEqual([1200, 2 * height]);
  expect((await one.body()).equals(await other.body())).toBe(false);
  const { etag } = one.headers();
  const again = await request.get('/bild/karte.png?breite=600&land=14', {
    headers: { 'if-none-match': etag! }
  });
  expect(again.status()).toBe(304);
});

test('English pictures are English, dark ones dark', async ({ page, request }) => {
  const svg = await (await request.get('/en/bild/netz.svg?land=14&farben=dunkel')).text();
  expect(await textOf(page, svg)).toContain('Municipal partnerships in Sachsen');
  expect(svg).toContain('/en/netz?land=14');
  expect(svg).toContain('#12181f');
});

test('what a reader types stays text', async ({ page, request }) => {
  const typed = '"><script>alert(1)</script>&<image href=x>';
  const answer = await request.get(`/bild/karte.svg?q=${encodeURIComponent(typed)}`);
  expect(await textOf(page, await answer.text())).toContain(typed);
});

test('a frozen picture names its snapshot, and an unknown one is none', async ({
  page,
  request
}) => {
  const svg = await (await request.get('/bild/karte.svg?stand=1')).text();
  expect(await textOf(page, svg)).toContain('(Nr. 1)');
  expect(svg).toContain('/?stand=1');
  expect((await request.get('/bild/karte.svg?stand=99999')).status()).toBe(404);
});

const REFUSED: [string, number, string][] = [
  ['karte.png?breite=599', 400, 'breite'],
  ['karte.png?breite=2401', 400, 'breite'],
  ['karte.png?skala=5', 400, 'skala'],
  ['karte.png?skala=1e0', 400, 'skala'],
  ['karte.svg?skala=2', 400, 'skala'],
  ['karte.png?farben=bunt', 400, 'farben'],
  ['netz.svg?sdg=44', 400, 'sdg'],
  ['netz.svg?erfunden=1', 400, 'erfunden'],
  ['karte.png?breite=2400&skala=4', 400, ''],
  ['karte.png?zuschnitt=quadrat', 400, 'zuschnitt'],
  ['karte.png?zuschnitt=vorschau&breite=1200', 400, 'breite'],
  ['karte.png?zuschnitt=vorschau&skala=2', 400, 'skala'],
  ['profil.png', 400, 'ort'],
  ['profil.png?ort=a99999999', 404, ''],
  ['profil.svg?ort=p99999999', 404, ''],
  ['unbekannt.png', 404, ''],
  ['__proto__.svg', 404, ''],
  ['karte.gif', 404, '']
];

for (const [path, status, parameter] of REFUSED) {
  test(`/bild/${path} is refused with ${status}`, async ({ request }) => {
    const answer = await request.get(`/bild/${path}`);
    expect(answer.status()).toBe(status);
    const { error } = await answer.json();
    expect(error.message_de).not.toBe('');
    if (parameter)
      expect(error.details.map((issue: { parameter: string }) => issue.parameter)).toContain(
        parameter
      );
  });
}

/** Id of the place of this name. */
async function placeOf(request: APIRequestContext, name: string): Promise<string> {
  const { places } = await (await request.get(`/api/v1/places?q=${name}`)).json();
  return places.find((place: { name: string }) => place.name === name).id;
}

test('the table as a picture has the rows of the page, in its order', async ({ page, request }) => {
  const query = 'land=14&ansicht=tabelle&sortierung=-partner&seite=2';
  await page.goto(`/?${query}`);
  const rows = page.locator('#tabelle tbody tr');
  await expect(rows).toHaveCount(50);
  const ids = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-id')));
  const svg = await (await request.get(`/bild/tabelle.svg?${query}`)).text();
  expect([...svg.matchAll(/data-id="(t\d+)"/g)].map(([, id]) => id)).toEqual(ids.slice(0, 20));
  expect(await textOf(page, svg)).toMatch(/Zeilen 51 bis 70 von \d+/);
});

test('a place as a picture names its partners, its goals and their reasons', async ({
  page,
  request
}) => {
  const id = await placeOf(request, 'Köln');
  const text = await textOf(page, await (await request.get(`/bild/profil.svg?ort=${id}`)).text());
  for (const words of ['Köln', 'Gemeinde, Nordrhein-Westfalen', 'Barcelona, seit 1984', 'belegt'])
    expect(text).toContain(words);
  expect(text).toContain('aus dem Handlungsfeld abgeleitet');
  const english = await request.get(`/en/bild/profil.svg?ort=${id}&farben=dunkel`);
  expect(await textOf(page, await english.text())).toContain('Municipality');
  const png = await request.get(`/bild/profil.png?ort=${id}&breite=600&skala=2`);
  expect((await sizeOf(png))[0]).toBe(1200);
});

test('a place without a record is told as not recorded', async ({ page, request }) => {
  const id = await placeOf(request, 'Moritzburg');
  const text = await textOf(page, await (await request.get(`/bild/profil.svg?ort=${id}`)).text());
  for (const words of ['Noch nicht erfasst', 'Wo wir nachgesehen haben', 'kein Engagement'])
    expect(text).toContain(words);
});

for (const path of [
  'karte',
  'karte?flaechen=kreise',
  'netz',
  'netz?linse=kommunen',
  'luecken',
  'tabelle?sued=1',
  'profil?ort=$'
]) {
  test(`the preview of ${path} has the size that social media show`, async ({ page, request }) => {
    const [view, query = ''] = path.split('?');
    const asked = query.replace('$', await placeOf(request, 'Köln'));
    const address = (ending: string) => `/en/bild/${view}.${ending}?zuschnitt=vorschau&${asked}`;
    const png = await request.get(address('png'));
    expect(await sizeOf(png)).toEqual([1200, 630]);
    // A browser can read it, too.
    const source = `data:image/png;base64,${(await png.body()).toString('base64')}`;
    const size = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, source);
    expect(size).toEqual([1200, 630]);
    const text = await textOf(page, await (await request.get(address('svg'))).text());
    expect(text).toMatch(/Partnerschaftsatlas As of .+ \(no\. \d+\) · CC BY-SA 4\.0$/);
  });
}

for (const path of ['/?land=14', '/?land=14&ansicht=tabelle', '/netz?linse=ziele&land=14']) {
  test(`the download menu of ${path} leads to its picture`, async ({ page, request }) => {
    await page.goto(path);
    const menu = page.locator('details', { hasText: 'Bild (PNG)' });
    await menu.locator('summary').click();
    const href = await menu.getByRole('link', { name: 'Bild (PNG)' }).getAttribute('href');
    expect(href).toContain('land=14');
    expect((await sizeOf(await request.get(href!)))[0]).toBe(2400);
  });
}

test('the download menu of a place leads to its picture', async ({ page, request }) => {
  await page.goto(`/?ort=${await placeOf(request, 'Köln')}&ansicht=tabelle`);
  const menu = page.locator('details', { hasText: 'Bild des Ortes' });
  await menu.locator('summary').click();
  const link = menu.getByRole('link', { name: 'Bild des Ortes (PNG)' });
  expect((await sizeOf(await request.get((await link.getAttribute('href'))!)))[0]).toBe(2400);
});
