import { describe, expect, it } from 'vitest';
import { randomDataset } from '../../domain/testing/dataset.ts';
import { random } from '../../domain/testing/random.ts';
import { BUILDER_PARAMETERS, readBuilding } from '../../url/builder.ts';
import { parse, vocabularyOf } from '../../url/codec.ts';
import { EMBED_HEIGHTS, VIEW_IDS, type ViewId } from '../embedded.ts';
import { buildBuilder } from './builder.ts';
import { frameSnippet, roomFor, scriptSnippet } from './snippets.ts';

const dataset = randomDataset(random(5), 50);
const origin = 'https://atlas.example';
const stand = (version: number) => ({ version, published_at: `2026-11-2${version}T12:00:00Z` });
const place = dataset.authorities.id[0]!;

function build(view: ViewId, query: string, locale: 'de' | 'en' = 'de') {
  const params = new URLSearchParams(query);
  const parsed = parse(params, vocabularyOf(dataset), BUILDER_PARAMETERS);
  expect(parsed.issues).toEqual([]);
  const { building } = readBuilding(params, locale, EMBED_HEIGHTS[view]);
  const shown = stand(parsed.view.snapshot ?? 3);
  return buildBuilder({
    view,
    data: { dataset, details: null, register: null },
    parsed,
    building,
    stands: { shown, current: stand(3) },
    locale,
    origin
  });
}

describe('what a builder gives', () => {
  it.each(VIEW_IDS)('is %s with the same filters, everywhere', (view) => {
    const builder = build(view, `land=01&ort=${place}&farben=dunkel&rahmen=1`)!;
    expect(builder.frame.src).toContain(`${origin}/embed/${view}?land=01`);
    expect(builder.frame.src).toMatch(/farben=dunkel&rahmen=1$/);
    expect(builder.frame.height).toBe(EMBED_HEIGHTS[view]);
    expect(builder.press).toContain(`/presse/${view}?land=01`);
    expect(builder.form.path).toBe(`/einbetten/${view}`);
    expect(builder.form.query).toContain('land=01');
    expect(builder.form.query).not.toMatch(/farben|rahmen|stand/);
    expect(builder.filters).toHaveLength(1);
    expect(builder.pictures.map(({ href }) => href.split('?')[0])).toEqual([
      `/bild/${view}.svg`,
      `/bild/${view}.png`,
      `/bild/${view}.png`
    ]);
    for (const { href } of builder.pictures) expect(href).toContain('farben=dunkel');
    const pasted = new URL(builder.address);
    expect(pasted.origin).toBe(origin);
    expect(pasted.pathname.startsWith('/embed/satz')).toBe(view === 'satz');
    expect(builder.sentence === null).toBe(view === 'satz');
  });

  it('stays with the snapshot that is chosen, in frame, name, address and pictures', () => {
    const live = build('karte', 'land=01')!;
    expect(live.stand).toBe('');
    expect(live.stands.map(({ value }) => value)).toEqual(['', '3']);
    expect(live.frame.title).not.toContain('Nr.');
    const frozen = build('karte', 'land=01&stand=2')!;
    expect(frozen.stand).toBe('2');
    expect(frozen.stands.map(({ value }) => value)).toEqual(['', '2', '3']);
    expect(frozen.frame.title).toContain('Nr. 2');
    const leading = [frozen.frame.src, frozen.address, frozen.back, frozen.press];
    for (const address of [...leading, ...frozen.pictures.map(({ href }) => href)])
      expect(address).toContain('stand=2');
    expect(frozen.form.query).toBe(live.form.query);
  });

  it('speaks the language that is chosen, around it the one of the page', () => {
    const builder = build('karte', 'sdg=6&sprache=en')!;
    expect(builder.frame.src).toBe(`${origin}/en/embed/karte?sdg=6`);
    expect(builder.frame.title).toContain('Municipal');
    expect(builder.address).toBe(`${origin}/en/?sdg=6`);
    expect(builder.pictures[0]!.href).toBe('/en/bild/karte.svg?sdg=6');
    expect(builder.title).toContain('Kommunale');
    expect(builder.form.path).toBe('/einbetten/karte');
    expect(build('karte', 'sdg=6', 'en')!.form.path).toBe('/en/einbetten/karte');
  });

  it('begins at the first row of the table, whatever page is asked for', () => {
    const plain = build('tabelle', 'land=01&sortierung=-seit')!;
    expect(build('tabelle', 'land=01&sortierung=-seit&seite=3')).toEqual(plain);
    expect(JSON.stringify(plain)).not.toContain('seite=');
  });

  it('has a fixed height where one is chosen', () => {
    expect(build('satz', 'hoehe=fest&px=333')!.frame.height).toBe(333);
    expect(build('satz', 'px=333')!.frame.height).toBe(EMBED_HEIGHTS.satz);
  });

  it('is nothing for a place that nobody knows, or for none', () => {
    expect(build('profil', '')).toBeNull();
    expect(build('profil', 'ort=a999999')).toBeNull();
    expect(build('profil', `ort=${place}`)).not.toBeNull();
  });
});

describe('snippets', () => {
  const hostile = `"><script>alert(1)</script>&amp;'`;
  const { frame } = build('karte', `q=${encodeURIComponent(hostile)}&land=01`)!;

  it('hold whatever was typed as text, in one tag', () => {
    expect(frame.title).toContain(hostile);
    const html = frameSnippet(frame);
    expect(html.match(/</g)).toHaveLength(2);
    const [, src = '', title = ''] =
      /^<iframe src="([^"<>]*)" title="([^"<>]*)" width="100%" height="\d+" frameborder="0" loading="lazy"><\/iframe>$/.exec(
        html
      )!;
    const plain = (text: string) =>
      text
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
    expect(plain(src)).toBe(frame.src);
    expect(plain(title)).toBe(frame.title);
  });

  it('mark the frame for the script, and name it', () => {
    expect(
      scriptSnippet({ src: `${origin}/embed/satz`, title: 'x', height: 200 }, `${origin}/e.js`)
    )
      .toBe(`<iframe data-partnerschaftsatlas src="${origin}/embed/satz" title="x" width="100%" height="200" frameborder="0" loading="lazy"></iframe>
<script src="${origin}/e.js" async></script>`);
  });

  it('leave a measured embed a little room, and the page around it some', () => {
    expect([400, 406, 407, 9000].map(roomFor)).toEqual([410, 410, 420, 1500]);
  });
});
