/** Embeds show what the pages show: the same rows, ids and words; frozen ones for ever. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { select } from '../../domain/selection.ts';
import { randomDataset } from '../../domain/testing/dataset.ts';
import { random } from '../../domain/testing/random.ts';
import { decodeCore } from '../../snapshot/core.ts';
import { parse, vocabularyOf } from '../../url/codec.ts';
import { EMBED_PARAMETERS, readLook } from '../../url/embed.ts';
import { buildAtlas } from '../atlas.ts';
import { networkOf } from '../net/places.ts';
import type { Asked, Embed } from './embed.ts';
import { karteEmbed } from './karte.ts';
import { lueckenEmbed } from './luecken.ts';
import { netzEmbed } from './netz.ts';
import { profilEmbed } from './profil.ts';
import { satzEmbed } from './satz.ts';
import { EMBED_PAGE_SIZE, embedPageOf, sitePageOf } from '../table.ts';
import { tabelleEmbed } from './tabelle.ts';
import { MOST_TIES, webOf } from './web.ts';

const dataset = decodeCore(
  readFileSync(
    new URL('../../../../tests/fixtures/snapshot/format1.core.json', import.meta.url),
    'utf8'
  ),
  { version: 1, publishedAt: '2026-11-22T12:00:00Z' }
);

function ask(query: string, locale: 'de' | 'en' = 'de'): Asked {
  const params = new URLSearchParams(query);
  const { look, issues } = readLook(params);
  const parsed = parse(params, vocabularyOf(dataset), EMBED_PARAMETERS);
  return {
    data: { dataset, details: null, register: null },
    parsed: { ...parsed, issues: [...parsed.issues, ...issues] },
    look,
    locale,
    snapshot: { publishedAt: dataset.publishedAt, edition: null }
  };
}

const VIEWS = {
  karte: karteEmbed,
  netz: netzEmbed,
  luecken: lueckenEmbed,
  tabelle: tabelleEmbed,
  satz: satzEmbed,
  profil: profilEmbed
} satisfies Record<string, (asked: Asked) => Embed | null>;

describe('every embed', () => {
  const place = dataset.authorities.id[0]!;
  it.each(Object.entries(VIEWS))('%s leads to the page that shows exactly it', (view, build) => {
    const embed = build(ask(`land=05&stand=1&farben=dunkel&ort=${place}`, 'en'))!;
    expect(embed.view).toBe(view);
    expect(embed.page).toMatch(/^\/en\/(netz|luecken)?\?/);
    expect(embed.page).toContain('stand=1');
    expect(embed.page).not.toContain('farben');
    expect(embed.title).not.toBe('');
    expect(embed.controls).toEqual([]);
  });

  it.each(Object.entries(VIEWS))('%s reports what it does not understand', (view, build) => {
    const embed = build(ask(`farben=bunt&sdg=99&ort=${place}`))!;
    // What is said of a whole selection must not pass for a place's own.
    const stray = ['karte', 'tabelle', 'satz'].includes(view) ? ['ort'] : [];
    const named = embed.issues.map(({ parameter }) => parameter);
    expect(named.toSorted()).toEqual(['farben', ...stray, 'sdg']);
  });

  it.each(['karte', 'netz', 'luecken', 'tabelle', 'satz'] as const)(
    '%s offers controls that stay in the frame and keep the rest',
    (view) => {
      const { controls } = VIEWS[view](ask('groesse=kleinstadt&bedienung=1&farben=hell'));
      expect(controls.length).toBeGreaterThan(0);
      for (const { choices } of controls) {
        expect(choices.filter(({ current }) => current).length).toBeGreaterThan(0);
        for (const { href } of choices) {
          expect(href).toMatch(new RegExp(`^/embed/${view}\\?`));
          expect(href).toContain('groesse=kleinstadt');
          expect(href).toContain('bedienung=1');
          expect(href).toContain('farben=hell');
        }
      }
    }
  );
});

describe('the table', () => {
  it('has the rows of the page, a few at a time', () => {
    const first = tabelleEmbed(ask('')).body.table;
    const ids = Array.from({ length: first.pages }, (_, at) =>
      tabelleEmbed(ask(`seite=${at + 1}`)).body.table.rows.map(({ id }) => id)
    );
    expect(ids[0]!.length).toBe(Math.min(EMBED_PAGE_SIZE, first.total));
    const { parsed } = ask('ansicht=tabelle');
    const page = buildAtlas({ dataset, details: null, register: null }, parsed, 'de').table!;
    expect(ids.flat().slice(0, page.rows.length)).toEqual(page.rows.map(({ id }) => id));
    expect(ids.flat().length).toBe(page.total);
  });

  it('leads to the page of the site that holds its first row', () => {
    const data = { dataset: randomDataset(random(5), 300), details: null, register: null };
    const { total, pages } = tabelleEmbed({ ...ask('inland=1'), data }).body.table;
    expect(total).toBeGreaterThan(100);
    for (const at of [1, 5, 6, 11, pages, pages + 1, 100_000]) {
      const { page, body } = tabelleEmbed({ ...ask(`inland=1&seite=${at}`), data });
      const params = new URL(page, 'http://x').searchParams;
      const site = buildAtlas(data, parse(params, vocabularyOf(data.dataset)), 'de').table!;
      expect(site.rows.map(({ id }) => id)).toContain(body.table.rows[0]!.id);
      // Places lead there as well.
      expect(body.here.view.page).toBe(site.page);
      const back = tabelleEmbed({ ...ask(`inland=1&seite=${embedPageOf(site.page)}`), data });
      expect(back.body.table.rows[0]!.id).toBe(site.rows[0]!.id);
    }
  });

  it('counts other pages than the site', () => {
    expect([1, 5, 6, 10, 11].map(sitePageOf)).toEqual([1, 1, 2, 2, 3]);
    expect([1, 2, 3].map(embedPageOf)).toEqual([1, 6, 11]);
  });

  it('of areas has no pages', () => {
    const { page, body } = tabelleEmbed(ask('flaechen=laender&seite=3'));
    expect(body.areas).not.toBeNull();
    expect(page).toBe('/?ansicht=tabelle&flaechen=laender&seite=3');
  });
});

describe('the network', () => {
  it('shows at most 150 ties, real ones, and says of how many', () => {
    const { parsed } = ask('');
    const selection = select(dataset, parsed.filters);
    const graph = networkOf(dataset, selection);
    const here = { filters: parsed.filters, view: parsed.view, locale: 'de' } as const;
    const web = webOf({ dataset, details: null, register: null }, selection, here);
    expect(web.ties.length).toBe(Math.min(MOST_TIES, graph.edges));
    expect(web.total).toBe(graph.edges);
    const own = dataset.authorities.length;
    const id = (node: number) =>
      node < own ? dataset.authorities.id[node] : dataset.partners.id[node - own];
    const real = new Set(
      Array.from(
        { length: graph.edges },
        (_, e) => `${id(graph.source[e]!)}-${id(graph.target[e]!)}`
      )
    );
    for (const tie of web.ties) expect(real).toContain(tie.id);
    expect(new Set(web.marks.map((mark) => mark.id)).size).toBe(web.marks.length);
  });
});

describe('a place', () => {
  it('that nobody knows is no embed', () => {
    expect(profilEmbed(ask(''))).toBeNull();
    expect(profilEmbed(ask('ort=a999999999'))).toBeNull();
  });
});

/**
 * Addresses somebody may have frozen: figures, ids and words are what they were. If this fails, numbers
 * in newspapers have changed; renew the file only where that is meant (`vitest -u`).
 */
it('golden frozen addresses say what they said', async () => {
  const addresses: [keyof typeof VIEWS, string, 'de' | 'en'][] = [
    ['karte', 'stand=1', 'de'],
    ['karte', 'stand=1&sued=1&groesse=grossstadt,mittelstadt', 'en'],
    ['karte', 'stand=1&flaechen=laender', 'de'],
    ['netz', 'stand=1&linse=staaten', 'de'],
    ['netz', 'stand=1&linse=fluss', 'en'],
    ['netz', 'stand=1&linse=kommunen', 'de'],
    ['luecken', 'stand=1&zeile=land&spalte=groesse', 'de'],
    ['tabelle', 'stand=1&seit=1990-2005&sortierung=-seit', 'de'],
    ['satz', 'stand=1&land=05&sued=1', 'de'],
    ['satz', 'stand=1&sdg=13', 'en'],
    ['profil', `stand=1&ort=${dataset.authorities.id[0]}`, 'de']
  ];
  const said = addresses.map(([view, query, locale]) => {
    const { title, sentence, page, body } = VIEWS[view](ask(query, locale))!;
    return { address: `${locale} ${view}?${query}`, title, sentence, page, ...figures(body) };
  });
  await expect(JSON.stringify(said, null, 1)).toMatchFileSnapshot(
    '../../../../tests/fixtures/embeds/golden.json'
  );
});

/** Ids and numbers of whatever an embed draws. */
function figures(body: object): object {
  const kept =
    /^(id|iso2|code|n|total|partnerships|authorities|gemeinden|match|sentence|counts|states|count|rate)$/;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk).filter((one) => one !== undefined);
    if (value === null || typeof value !== 'object') return undefined;
    const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      if (kept.test(key) && (typeof inner !== 'object' || key === 'counts')) return [[key, inner]];
      const deeper = walk(inner);
      const empty = deeper === undefined || Object.keys(deeper as object).length === 0;
      return empty ? [] : [[key, deeper]];
    });
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  };
  return { figures: walk(body) };
}
