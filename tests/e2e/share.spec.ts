/** What others show of a link to us: every page has title, words and a picture of what it is about. */
import { expect, test } from '@playwright/test';

const PAGES = [
  { path: '/', view: 'karte' },
  { path: '/?land=14&groesse=mittelstadt&stand=1', view: 'karte' },
  { path: '/en?ansicht=tabelle&sued=1', view: 'tabelle' },
  { path: '/netz?linse=fluss', view: 'netz' },
  { path: '/luecken?zeile=land&spalte=groesse', view: 'luecken' },
  { path: '/luecken/weisse-flecken?land=14', view: 'karte' },
  { path: '/vorlage?land=14', view: 'karte' },
  { path: '/quellen', view: 'karte' },
  { path: '/en/methode', view: 'karte' },
  { path: '/impressum', view: 'karte' },
  { path: '/barrierefreiheit', view: 'karte' },
  { path: '/en/leichte-sprache', view: 'karte' }
];

for (const { path, view } of PAGES)
  test(`${path} can be shared`, async ({ request, baseURL }) => {
    const html = await (await request.get(path)).text();
    const head = html.slice(0, html.indexOf('</head>'));
    const tag = (name: string) =>
      new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(head)?.[1] ?? '';
    expect(tag('og:title')).not.toBe('');
    expect(tag('twitter:card')).toBe('summary_large_image');
    expect(tag('og:url').replaceAll('&amp;', '&')).toBe(baseURL + path);
    expect(tag('og:locale')).toBe(path.startsWith('/en') ? 'en_GB' : 'de_DE');
    const image = new URL(tag('og:image').replaceAll('&amp;', '&'));
    expect(image.origin).toBe(baseURL);
    expect(image.pathname.replace('/en', '')).toBe(`/bild/${view}.png`);
    // What is asked for is what the picture is about.
    for (const name of ['land', 'groesse', 'stand', 'linse', 'sued'])
      expect(image.searchParams.get(name)).toBe(new URL(path, baseURL).searchParams.get(name));
    const answer = await request.get(image.href);
    expect(answer.status()).toBe(200);
    const png = await answer.body();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

test('what cannot be embedded offers nothing to consumers of oEmbed', async ({ request }) => {
  for (const [path, found] of [
    ['/netz', true],
    ['/?ansicht=zeit', false],
    ['/quellen', false]
  ] as const)
    expect((await (await request.get(path)).text()).includes('json+oembed')).toBe(found);
});
