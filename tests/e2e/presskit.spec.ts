/** The press kit: one snapshot in everything, the same bytes each time, and no number of its own. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { expect, test, type APIRequestContext } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';

type Row = Record<string, string>;

interface Kit {
  bytes: Buffer;
  headers: Record<string, string>;
  files: Record<string, Uint8Array>;
  /** The file whose name begins so. */
  file(start: string): Uint8Array;
  text(start: string): string;
  rows(start: string): Row[];
}

async function kitOf(request: APIRequestContext, path: string): Promise<Kit> {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  const bytes = await answer.body();
  const files = unzipSync(bytes);
  const file = (start: string) => {
    const name = Object.keys(files).find((one) => one.startsWith(start));
    expect(name, `${start} in ${Object.keys(files).join()}`).toBeDefined();
    return files[name!]!;
  };
  const text = (start: string) => strFromU8(file(start));
  const rows = (start: string) => {
    // Programs that draw networks expect a comma.
    const delimiter = path.startsWith('/en/') || start.startsWith('netz') ? ',' : ';';
    return parse(text(start), { columns: true, bom: true, delimiter }) as Row[];
  };
  return { bytes, headers: answer.headers(), files, file, text, rows };
}

const idsOf = (rows: Row[]) => new Set(rows.map((row) => row.partnership_id));
const words = (text: string) => text.replaceAll(/\s+/g, ' ').replace('\ufeff', '').trim();

const VIEWS = [
  ['karte', 'sued=1&land=05', 'partnerschaften'],
  ['karte', 'flaechen=laender&sued=1', 'laender'],
  ['netz', 'linse=ziele&land=09', 'netz-verbindungen'],
  ['luecken', 'zeile=groesse&spalte=gruppe', 'luecken-groesse-gruppe'],
  ['tabelle', 'land=14&staat=PL', 'partnerschaften'],
  ['profil', 'ort=a2170', 'partnerschaften'],
  ['satz', 'land=14&groesse=mittelstadt', 'partnerschaften']
] as const;

for (const [view, query, own] of VIEWS) {
  test(`the kit of ${view}?${query} is whole, sound and of one snapshot`, async ({ request }) => {
    const path = `/presse/${view}.zip?${query}`;
    const kit = await kitOf(request, path);
    expect(kit.headers).toMatchObject({
      'content-type': 'application/zip',
      'access-control-allow-origin': '*',
      'content-language': 'de'
    });
    const list = JSON.parse(kit.text('manifest.json'));
    const { version, published_at: published } = list.snapshot;
    const end = `-stand-${version}-${published.slice(0, 10)}`;
    expect(kit.headers['content-disposition']).toBe(
      `attachment; filename="partnerschaftsatlas-presse-${view}${end}.zip"`
    );
    for (const name of Object.keys(kit.files))
      if (!/^(LIESMICH\.txt|manifest\.json)$/.test(name)) expect(name).toContain(end);
    // Every file is what the list says, and the list names every file.
    expect(list.files.map(({ name }: { name: string }) => name)).toEqual(
      Object.keys(kit.files).filter((name) => name !== 'manifest.json')
    );
    for (const { name, bytes, sha256 } of list.files) {
      expect(kit.files[name]!.length).toBe(bytes);
      expect(createHash('sha256').update(kit.files[name]!).digest('hex')).toBe(sha256);
    }
    const readme = kit.text('LIESMICH.txt');
    for (const said of [list.sentence, list.title, list.credit, list.frozen_address])
      expect(words(readme)).toContain(words(said));
    expect(words(kit.text('satz'))).toBe(words(list.sentence));
    expect(new URL(list.frozen_address).searchParams.get('stand')).toBe(String(version));
    expect(kit.rows(own).length).toBeGreaterThan(0);
    const sources = kit.rows('quellen');
    expect(sources.filter((row) => row.layer !== '').map((row) => row.licence)).toContain(
      'CC BY-SA 4.0'
    );
    // The same address twice: the same bytes, and not sent again.
    const again = await request.get(path);
    expect(Buffer.compare(await again.body(), kit.bytes)).toBe(0);
    const known = await request.get(path, { headers: { 'if-none-match': kit.headers.etag! } });
    expect(known.status()).toBe(304);
  });
}

test('other programs unpack it, too', async ({ request }, info) => {
  test.skip(!existsSync('/usr/bin/unzip'), 'no unzip here');
  const { bytes, files } = await kitOf(request, '/presse/satz.zip?land=10');
  const path = info.outputPath('kit.zip');
  writeFileSync(path, bytes);
  const said = execFileSync('unzip', ['-t', path], { encoding: 'utf8' });
  expect(said).toContain('No errors detected');
  for (const name of Object.keys(files)) expect(said).toContain(name);
});

test('its pictures and its table are those of the site', async ({ request, page }) => {
  const query = 'sued=1&land=14';
  const kit = await kitOf(request, `/presse/karte.zip?${query}`);
  await page.goto(`/presse/karte?${query}`);
  const picture = page.locator('article img');
  await expect(picture).toHaveAttribute('alt', /Partnerschaften/);
  expect(
    await picture.evaluate(async (one: HTMLImageElement) => (await one.decode(), one.naturalWidth))
  ).toBe(1200);
  const href = (name: string | RegExp) => page.getByRole('link', { name }).getAttribute('href');
  const bytes = async (address: string | null) => (await request.get(address!)).body();
  const svg = await bytes(await href('SVG, für Druck und Bearbeitung'));
  expect(Buffer.compare(svg, kit.file('partnerschaftsatlas-karte-stand'))).toBe(0);
  const png = await bytes(await href('PNG, 2.400 Pixel breit'));
  expect(Buffer.compare(png, kit.file('partnerschaftsatlas-karte-2400px'))).toBe(0);
  expect(png.readUInt32BE(16)).toBe(2400);
  const csv = await bytes(await href('Partnerschaften: CSV für Excel (;)'));
  expect(Buffer.compare(csv, kit.file('partnerschaften'))).toBe(0);
  // As many as page and README say.
  const total = idsOf(kit.rows('partnerschaften')).size;
  expect(total).toBeGreaterThan(0);
  await expect(page.getByTestId('seen')).toContainText(new RegExp(`^${total} Partnerschaften`));
  expect(kit.text('LIESMICH.txt')).toContain(`${total} Partnerschaften mit`);
  const zip = await bytes(await href('Alles als ZIP herunterladen'));
  // The address names the snapshot, and so do all in it: nothing else differs.
  expect(Buffer.compare(zip, kit.bytes)).toBe(0);
});

test('every link of the page that leads to numbers names the snapshot', async ({
  page,
  request
}) => {
  for (const path of [
    '/presse/luecken?zeile=sdg&spalte=land',
    '/presse/netz',
    '/presse/satz?land=09'
  ]) {
    await page.goto(path);
    const hrefs = await page
      .locator('article a[download]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
    expect(hrefs.length).toBeGreaterThan(8);
    for (const href of hrefs) {
      expect(href).toMatch(/[?&]stand=\d+/);
      expect((await request.get(href)).status(), href).toBe(200);
    }
  }
});

test('of a place it holds the partnerships of the place and no others', async ({
  page,
  request
}) => {
  const kit = await kitOf(request, '/presse/profil.zip?ort=a2170');
  const rows = kit.rows('partnerschaften');
  await page.goto('/presse/profil?ort=a2170');
  await expect(page.locator('.sentence')).toContainText(
    `Köln: ${idsOf(rows).size} erfasste Partnerschaften`
  );
  for (const id of idsOf(rows))
    expect(rows.some((row) => row.partnership_id === id && row.authority_id === 'a2170')).toBe(
      true
    );
  const json = await (await request.get('/api/v1/partnerships.json?ort=a2170')).json();
  expect(json.total).toBe(idsOf(rows).size);
  expect((await request.get('/api/v1/partnerships.csv?ort=a999999999')).status()).toBe(404);
  await page.goto('/presse/profil?ort=a300');
  await expect(page.locator('.sentence')).toContainText('Das heißt nicht, dass es keine gibt');
});

test('in English everything is English but the codes', async ({ page, request }) => {
  const kit = await kitOf(request, '/en/presse/luecken.zip?sued=1');
  expect(kit.headers['content-language']).toBe('en');
  expect(kit.text('README.txt')).toContain('What to know when citing');
  expect(kit.text('sentence')).toMatch(/municipalities/);
  expect(kit.rows('partnerschaften')[0]).toHaveProperty('partnership_id');
  await page.goto('/en/presse/luecken?sued=1');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { name: 'Contact for the press' })).toBeVisible();
  await expect(page.locator('article')).toContainText('No record does not mean no engagement');
});

test('frozen it tells what the snapshot is, and the sentence is that of the API', async ({
  page,
  request
}) => {
  const kit = await kitOf(request, '/presse/karte.zip?land=14&stand=1');
  expect(JSON.parse(kit.text('manifest.json')).snapshot.version).toBe(1);
  expect(kit.text('LIESMICH.txt')).toContain('nur, was Wikidata im Jahr 2017 kannte');
  const text = await (await request.get('/api/v1/sentence.txt?land=14&stand=1')).text();
  expect(words(kit.text('satz'))).toBe(words(text));
  for (const row of kit.rows('partnerschaften')) expect(row.source_layers).toBe('wikidata-2017');
  const now = await kitOf(request, '/presse/karte.zip?land=14');
  expect(words(now.text('satz'))).not.toBe(words(text));
  await page.goto('/presse/karte?land=14&stand=1');
  await expect(page.getByTestId('caveats').locator('li').first()).toContainText(
    'Nur Wikidata 2017'
  );
  await expect(page.getByTestId('stand')).toContainText('(Nr. 1)');
});

test('without JavaScript nothing is gone but the buttons; with it the sentence is copied', async ({
  browser,
  baseURL
}) => {
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const still = await plain.newPage();
  await still.goto('/presse/karte?sued=1');
  await expect(
    still.getByRole('heading', { name: 'Was man beim Zitieren wissen muss' })
  ).toBeVisible();
  await expect(still.getByRole('link', { name: 'Alles als ZIP herunterladen' })).toBeVisible();
  await expect(still.getByRole('button')).toHaveCount(0);
  const sentence = await still.locator('.sentence').innerText();
  await plain.close();

  const context = await browser.newContext({
    baseURL: baseURL!,
    permissions: ['clipboard-read', 'clipboard-write']
  });
  const page = await context.newPage();
  await page.goto('/presse/karte?sued=1');
  await page.getByRole('button', { name: 'Satz kopieren' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Kopiert' })).toBeVisible();
  expect(words(await page.evaluate(() => navigator.clipboard.readText()))).toBe(words(sentence));
  await expect(page.getByRole('link', { name: 'atlas@example.org' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Fehler oder fehlende' })).toHaveAttribute(
    'href',
    /^mailto:atlas@example\.org/
  );
  await context.close();
});

test('what is not there is said, and what is wrong is named', async ({ page, request }) => {
  const wrong = await request.get('/presse/karte.zip?sdg=44&land=99&foo=1');
  expect(wrong.status()).toBe(400);
  const { error } = await wrong.json();
  expect(error.details.map(({ parameter }: { parameter: string }) => parameter)).toEqual([
    'sdg',
    'land',
    'foo'
  ]);
  for (const [path, status] of [
    ['/presse/wolke.zip', 404],
    ['/presse/karte.zip?stand=99999', 404],
    ['/presse/profil.zip', 400],
    ['/presse/profil.zip?ort=a999999999', 404],
    ['/presse/wolke', 404],
    ['/presse/profil', 404],
    ['/presse/karte?stand=99999', 404],
    ['/presse/constructor', 404]
  ] as const)
    expect((await request.get(path)).status(), path).toBe(status);
  expect((await request.post('/presse/karte.zip')).status()).toBe(405);
  // A page keeps the valid part, and its files ask for no more than that.
  await page.goto('/presse/karte?sdg=99&land=14');
  await expect(page.locator('article [role=status]').first()).toContainText('sdg');
  expect(await page.getByRole('link', { name: 'Alles als ZIP' }).getAttribute('href')).toMatch(
    /^\/presse\/karte\.zip\?land=14&stand=\d+$/
  );
});

test('a hostile filter stays text', async ({ page, request }) => {
  const q = '<img src=x onerror=alert(1)>"=cmd';
  const query = `q=${encodeURIComponent(q)}`;
  const asked: string[] = [];
  page.on('dialog', (dialog) => void (asked.push('dialog'), dialog.dismiss()));
  await page.goto(`/presse/karte?${query}`);
  await expect(page.locator('h1')).toContainText(q);
  expect(await page.locator('article img').count()).toBe(1);
  expect(asked).toEqual([]);
  const kit = await kitOf(request, `/presse/karte.zip?${query}`);
  expect(kit.text('LIESMICH.txt')).toContain(q);
  expect(JSON.parse(kit.text('manifest.json')).title).toContain(q);
  expect(kit.rows('partnerschaften')).toEqual([]);
  const lines = await request.get(`/presse/karte.zip?q=${encodeURIComponent('a\r\nb\u202e')}`);
  expect(lines.status()).toBe(400);
});
