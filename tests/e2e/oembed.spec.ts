/**
 * oEmbed against the rules of the specification, and as others use it: a client from npm that finds the
 * embed by itself, and what WordPress does with a provider it does not know.
 */
import { expect, test, type APIRequestContext } from '@playwright/test';
import { extract } from '@extractus/oembed-extractor';
import { validateXML } from 'xmllint-wasm';
import { hostPages, html } from './hostpage.ts';

type Answer = Record<string, string | number | undefined>;
const at = (address: string, more = '') => `/oembed?url=${encodeURIComponent(address)}${more}`;
const ask = async (request: APIRequestContext, address: string, more = ''): Promise<Answer> => {
  const answer = await request.get(at(address, more));
  expect(answer.status(), address).toBe(200);
  return (await answer.json()) as Answer;
};
/** The one tag of an answer, as a browser's parser reads it. */
const frameOf = ({ html }: Answer) => {
  const tag = /^<iframe((?: [a-z-]+="[^"<>]*")+)> <\/iframe>$/.exec(String(html));
  expect(tag, String(html)).not.toBeNull();
  const plain = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return Object.fromEntries(
    [...tag![1]!.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, plain(value!)])
  );
};

const PAGES: [string, string, RegExp][] = [
  ['/', '/embed/karte', /^Kommunale Partnerschaften|^Partnerschaften/],
  ['/?land=14&sdg=6', '/embed/karte?sdg=6&land=14', /Sachsen/],
  ['/?ansicht=tabelle&land=14', '/embed/tabelle?land=14', /Sachsen/],
  ['/netz?linse=ziele', '/embed/netz?linse=ziele', /:/],
  ['/luecken?zeile=sdg', '/embed/luecken?zeile=sdg', /SDG/],
  ['/embed/satz?land=14&farben=dunkel', '/embed/satz?land=14&farben=dunkel', /Sachsen/],
  [
    '/en/?land=14&stand=2',
    '/en/embed/karte?land=14&stand=2',
    /as of no\. 2 of \d\d\/\d\d\/\d{4}\)$/
  ],
  ['/?stand=1', '/embed/karte?stand=1', /Stand: Nur Wikidata 2017, Nr\. 1 vom/],
  ['/?land=14&land=99&erfunden=1', '/embed/karte?land=14', /Sachsen/]
];

for (const [page, embed, title] of PAGES) {
  test(`the answer for ${page} keeps the rules`, async ({ request, baseURL }) => {
    const answer = await ask(request, baseURL + page);
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      provider_name: 'Partnerschaftsatlas',
      title: expect.stringMatching(title)
    });
    for (const name of ['width', 'height', 'cache_age', 'thumbnail_width', 'thumbnail_height'])
      expect(Number.isInteger(answer[name]), name).toBe(true);
    for (const name of ['author_url', 'provider_url', 'thumbnail_url'])
      expect(new URL(String(answer[name])).origin).toBe(baseURL);
    expect((await request.get(String(answer.author_url))).status()).toBe(200);
    const frame = frameOf(answer);
    expect(frame.src).toBe(baseURL + embed);
    expect(frame.title).toContain(String(answer.title));
    expect(Number(frame.height)).toBe(answer.height);
    expect(answer.thumbnail_url).toContain('zuschnitt=vorschau');
  });
}

test('a page of the table is a frame that begins with the same row', async ({
  page,
  request,
  baseURL
}) => {
  const firstRow = async (address: string) => {
    await page.goto(address);
    return page.locator('tbody tr[data-id]').first().getAttribute('data-id');
  };
  const { src } = frameOf(await ask(request, `${baseURL}/?ansicht=tabelle&seite=3`));
  expect(src).toBe(`${baseURL}/embed/tabelle?seite=11`);
  expect(await firstRow(src!)).toBe(await firstRow('/?ansicht=tabelle&seite=3'));
  // Beyond the last page both show the last one; an embed is what it was asked to be.
  const beyond = frameOf(await ask(request, `${baseURL}/en/?ansicht=tabelle&seite=100000`)).src!;
  expect(await firstRow(beyond)).toBe(await firstRow('/en/?ansicht=tabelle&seite=100000'));
  const embed = `${baseURL}/embed/tabelle?seite=3`;
  expect(frameOf(await ask(request, embed)).src).toBe(embed);
});

test('a place is its profile, one that nobody knows is nothing', async ({ request, baseURL }) => {
  const { places } = (await (await request.get('/api/v1/places?q=Köln')).json()) as {
    places: { id: string; name: string }[];
  };
  const { id } = places[0]!;
  const answer = await ask(request, `${baseURL}/?ort=${id}`);
  expect(frameOf(answer).src).toBe(`${baseURL}/embed/profil?ort=${id}`);
  expect(answer.title).toContain('Köln');
  expect((await request.get(at(`${baseURL}/?ort=a99999999`))).status()).toBe(404);
});

test('it asks for no more room than there is', async ({ request, baseURL }) => {
  const small = await ask(request, `${baseURL}/`, '&maxwidth=400&maxheight=300');
  expect(small).toMatchObject({ width: 400, height: 300 });
  expect(frameOf(small).height).toBe('300');
  for (const name of ['thumbnail_url', 'thumbnail_width', 'thumbnail_height'])
    expect(small).not.toHaveProperty(name);
  const wide = await ask(request, `${baseURL}/`, '&maxwidth=1200&maxheight=630');
  expect(wide).toHaveProperty('thumbnail_url');
  expect(Number(wide.width)).toBeLessThanOrEqual(1200);
  expect(await ask(request, `${baseURL}/`, '&maxwidth=280')).toMatchObject({ width: 280 });
});

const REFUSED: [string, string, number][] = [
  ['without url', '/oembed', 400],
  ['an empty url', '/oembed?url=', 400],
  ['another format', at('SITE/', '&format=yaml'), 501],
  ['maxwidth in words', at('SITE/', '&maxwidth=breit'), 400],
  ['a maxheight below zero', at('SITE/', '&maxheight=-1'), 400],
  ['too little room', at('SITE/', '&maxwidth=279'), 404],
  ['a foreign address', at('https://example.org/'), 404],
  ['another scheme', at('HTTPS/'), 404],
  ['another port', at('PORT/'), 404],
  ['a user in the address', at('USER/'), 404],
  ['ours as the user of another host', at('SITE@example.org/'), 404],
  ['ours as the beginning of another host', at('SITE.example.org/'), 404],
  ['a script as the address', at('javascript:alert(1)'), 404],
  ['no address', at('karte'), 404],
  ['a page that is none', at('SITE/erfunden'), 404],
  ['a page without an embed', at('SITE/luecken/ansprache'), 404],
  ['the years', at('SITE/?ansicht=zeit'), 404],
  ['a snapshot that never was', at('SITE/?stand=99'), 404],
  ['a snapshot that is no number', at('SITE/?stand=neu'), 404]
];
for (const [what, path, status] of REFUSED) {
  test(`${what} is refused with ${status}`, async ({ request, baseURL }) => {
    const { host, port } = new URL(baseURL!);
    const fill = (name: string, value: string) => (text: string) =>
      text.replace(encodeURIComponent(name), encodeURIComponent(value));
    const answer = await request.get(
      [
        fill('SITE', baseURL!),
        fill('HTTPS', `https://${host}`),
        fill('PORT', `http://127.0.0.1:${Number(port) + 1}`),
        fill('USER', `http://user:pass@${host}`)
      ].reduce((text, put) => put(text), path)
    );
    expect(answer.status()).toBe(status);
    const { error } = (await answer.json()) as { error: Record<string, string> };
    expect(error.message_de).not.toBe('');
    expect(error.message_en).not.toBe(error.message_de);
  });
}

test('XML says the same as JSON, whatever the address holds', async ({ request, baseURL }) => {
  const page = `${baseURL}/?q=${encodeURIComponent(`<b>&"'ü]]>`)}`;
  const json = await ask(request, page);
  expect(json.title).toContain('<b>');
  expect(frameOf(json).title).toContain(`<b>&"'ü]]>`);
  const answer = await request.get(at(page, '&format=xml'));
  expect(answer.headers()['content-type']).toBe('text/xml; charset=utf-8');
  const contents = await answer.text();
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'oembed.xml', contents }],
    normalization: 'format'
  });
  expect([valid, errors]).toEqual([true, []]);
  const named = [...contents.matchAll(/<([a-z_]+)>/g)].map(([, name]) => name);
  expect(named).toEqual(['oembed', ...Object.keys(json)]);
});

test('it is open to every origin and cheap to ask again', async ({ request, baseURL }) => {
  const first = await request.get(at(`${baseURL}/`));
  expect(first.headers()).toMatchObject({
    'access-control-allow-origin': '*',
    'content-type': 'application/json; charset=utf-8',
    'cache-control': expect.stringContaining('max-age=60')
  });
  const again = await request.get(at(`${baseURL}/`), {
    headers: { 'if-none-match': first.headers()['etag']! }
  });
  expect(again.status()).toBe(304);
});

for (const path of ['/', '/en/netz?linse=ziele&land=14', '/luecken?stand=2', '/?ansicht=tabelle'])
  test(`a client from npm finds the embed of ${path} by itself`, async ({ baseURL }) => {
    const found = await extract(baseURL! + path, { maxwidth: 600 });
    expect(found).toMatchObject({ type: 'rich', width: 600, method: 'auto-discovery' });
    expect(frameOf(found as unknown as Answer).src).toContain('/embed/');
  });

test('pages without an embed promise none', async ({ request, baseURL }) => {
  for (const path of ['/?ansicht=zeit', '/luecken/ansprache', '/quellen'])
    expect(await (await request.get(path)).text(), path).not.toContain('+oembed');
  await expect(extract(`${baseURL}/quellen`)).rejects.toThrow('No oEmbed link found');
});

/** What WordPress's WP_oEmbed does: links in the head by pattern, JSON first, frames cleaned and sandboxed. */
test('WordPress discovers it and shows the frame in its sandbox', async ({
  page,
  request,
  baseURL
}) => {
  const source = await (await request.get('/?land=14')).text();
  const links = [...source.slice(0, source.indexOf('</head>')).matchAll(/<link([^<>]+)\/?>/gi)]
    .map(([, attributes]) => attributes!)
    .filter((attributes) => attributes.includes('application/json+oembed'));
  expect(links).toHaveLength(1);
  expect(source.indexOf('json+oembed')).toBeLessThan(4096);
  const href = / href="([^"]+)"/.exec(links[0]!)![1]!.replaceAll('&amp;', '&');
  const answer = await ask(
    request,
    new URL(href).searchParams.get('url')!,
    '&maxwidth=600&maxheight=900'
  );
  const { src, title, width, height } = frameOf(answer);
  // Of a frame it keeps a few attributes and no style.
  const shown = `<iframe sandbox="allow-scripts" security="restricted" title="${title}" src="${src}" width="${width}" height="${height}"></iframe>`;
  const blog = await hostPages({ '/': html(`<div style="width: 600px">${shown}</div>`) });
  await page.goto(blog.origin);
  const box = await page.locator('iframe').boundingBox();
  expect(Math.round(box!.height)).toBeLessThanOrEqual(Number(answer.height) + 4);
  expect(Math.round(box!.width)).toBeLessThanOrEqual(604);
  expect(src).toBe(`${baseURL}/embed/karte?land=14`);
  await blog.close();
});

test('what is not valid in an address goes along, so that the frame says so', async ({
  request,
  baseURL
}) => {
  const html = async (page: string) => {
    const answer = await request.get(`/oembed?url=${encodeURIComponent(baseURL! + page)}`);
    return ((await answer.json()) as { html: string }).html;
  };
  expect(await html('/?land=99&utm_source=x')).toMatch(/src="[^"]*\/embed\/karte\?land=99"/);
  expect(await html('/?land=14')).toMatch(/src="[^"]*\/embed\/karte\?land=14"/);
});
