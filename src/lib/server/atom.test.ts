import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { el } from '../pictures/markup.ts';
import { atom, type AtomFeed } from './atom.ts';

const contents = readFileSync(
  new URL('../../../tests/fixtures/xml/atom.rng', import.meta.url),
  'utf8'
);
const schema = [{ fileName: 'atom.rng', contents }];
const validate = (text: string) =>
  validateXML({ xml: [{ fileName: 'feed.atom', contents: text }], extension: 'relaxng', schema });

const HOSTILE = `Ärger & "Söhne" <script>'\u0007\uD800\u202Eabc\u200B]]>`;
const FEED: AtomFeed = {
  id: 'tag:atlas.example,2026:de/aktuell',
  title: HOSTILE,
  subtitle: HOSTILE,
  locale: 'de',
  updated: '2026-11-22T16:00:00.000Z',
  links: [
    {
      rel: 'self',
      href: 'https://atlas.example/aktuell.atom?a=1&b=2',
      type: 'application/atom+xml'
    },
    { rel: 'alternate', href: 'https://atlas.example/en/', type: 'text/html', hreflang: 'en' }
  ],
  author: { name: HOSTILE, uri: 'https://atlas.example/', email: 'atlas@example.org' },
  rights: 'CC BY-SA 4.0',
  icon: 'https://atlas.example/icon.svg',
  entries: [
    {
      id: 'tag:atlas.example,2026:de/stand/2',
      title: HOSTILE,
      summary: HOSTILE,
      published: '2026-11-22T16:00:00.000Z',
      updated: '2026-11-23T16:00:00.000Z',
      link: 'https://atlas.example/?a=1&b=2',
      content: [el('p', {}, HOSTILE), el('p', {}, el('a', { href: 'https://atlas.example/' }, 'x'))]
    }
  ]
};

it('writes what RFC 4287 accepts, whatever the names hold', async () => {
  const text = atom(FEED);
  const { valid, errors } = await validate(text);
  expect(errors).toEqual([]);
  expect(valid).toBe(true);
  expect(text).not.toMatch(/<script|[\u0007\u202e\u200b\ufffe]/);
  expect(text.match(/Ärger &amp; &quot;Söhne&quot; &lt;script&gt;/g)).toHaveLength(6);
});

it('leaves out a mail that is not known', async () => {
  const text = atom({ ...FEED, author: { ...FEED.author, email: '' } });
  expect(text).not.toContain('<email');
  expect((await validate(text)).valid).toBe(true);
});

it.each([
  ['an id', /<id>[^<]*<\/id>/],
  ['a title', /<title>[^<]*<\/title>/],
  ['a date', /<updated>[^<]*<\/updated>/],
  ['the namespace of its content', / xmlns="http:\/\/www.w3.org\/1999\/xhtml"/],
  ['an address in its link', / href="[^"]*"/]
])('the check finds a feed without %s', async (_what, part) => {
  expect((await validate(atom(FEED).replace(part, ''))).valid).toBe(false);
});
