import { describe, expect, it } from 'vitest';
import { randomDataset, randomFilters } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import { parse, vocabularyOf } from '../url/codec.ts';
import {
  builderAddress,
  discoveryLinks,
  embedAddress,
  VIEW_IDS,
  languageOf,
  pageAddress,
  pressAddress,
  previewAddress,
  viewOfPage,
  type ViewId
} from './embedded.ts';
import { DEFAULT_LOOK } from '../url/embed.ts';

const dataset = randomDataset(random(5), 50);
const vocabulary = vocabularyOf(dataset);
const asked = (query: string) => parse(new URLSearchParams(query), vocabulary);
const view = (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://x');
  return viewOfPage(pathname, searchParams);
};

it.each<[string, ViewId | null]>([
  ['/', 'karte'],
  ['/en', 'karte'],
  ['/en/?sdg=6', 'karte'],
  ['/?flaechen=laender', 'karte'],
  ['/?ansicht=tabelle', 'tabelle'],
  ['/?ansicht=TABELLE', 'tabelle'],
  ['/?ansicht=&ort=', 'karte'],
  ['/?ansicht=erfunden', 'karte'],
  ['/?ansicht=zeit', null],
  ['/?ort=a12', 'profil'],
  ['/en/?ort=p7&ansicht=tabelle', 'profil'],
  ['/?ort=12', 'karte'],
  ['/netz?linse=ziele', 'netz'],
  ['/netz/', 'netz'],
  ['/en/netz?ort=a1', 'netz'],
  ['/luecken', 'luecken'],
  ['/embed/satz?sdg=6', 'satz'],
  ['/en/embed/profil?ort=a1', 'profil'],
  ['/embed/karte/', 'karte'],
  ['/embed/erfunden', null],
  ['/embed/constructor', null],
  ['/embed', null],
  ['/luecken/ansprache', null],
  ['/vorlage', null],
  ['/english', null],
  ['/netz/x', null],
  ['/api/v1/snapshot', null]
])('%s shows %s', (address, expected) => expect(view(address)).toBe(expected));

describe('addresses', () => {
  it('lead from a page to its embed and back', () => {
    const any = random(9);
    for (let i = 0; i < 60; i++) {
      const filters = randomFilters(any, dataset);
      const state = asked(
        'stand=3&linse=kommunen&ort=a5&flaechen=kreise&zeile=sdg&ansicht=tabelle&seite=2&titel=X'
      ).view;
      for (const one of VIEW_IDS) {
        const page = new URL(pageAddress(one, { filters, view: state }, 'en'), 'http://x');
        const back = viewOfPage(page.pathname, page.searchParams);
        expect(back).toBe(one === 'satz' ? 'karte' : one);
        const again = parse(page.searchParams, vocabulary);
        expect(again.issues).toEqual([]);
        expect(again.filters).toEqual(asked(page.search).filters);
        // Reading the page's address and asking for its embed gives the same embed.
        expect(embedAddress(one, again, 'en')).toBe(
          embedAddress(one, { filters, view: state }, 'en')
        );
        const embed = new URL(embedAddress(one, again, 'en'), 'http://x');
        expect(viewOfPage(embed.pathname, embed.searchParams)).toBe(one);
        expect(embed.searchParams.get('stand')).toBe('3');
      }
    }
  });

  it('hold what the view shows and nothing else', () => {
    const all = asked(
      'ort=a5&ansicht=tabelle&linse=ziele&wahl=x&zeile=sdg&zelle=6~05&flaechen=kreise'
    );
    expect(embedAddress('karte', all, 'de')).toBe('/embed/karte?flaechen=kreise');
    expect(embedAddress('tabelle', all, 'de')).toBe('/embed/tabelle?flaechen=kreise');
    expect(pageAddress('tabelle', all, 'de')).toBe('/?ansicht=tabelle&flaechen=kreise');
    expect(embedAddress('profil', all, 'en')).toBe('/en/embed/profil?ort=a5');
    expect(embedAddress('netz', all, 'de')).toBe('/embed/netz?ansicht=tabelle&linse=ziele');
    expect(embedAddress('luecken', all, 'de')).toBe('/embed/luecken?ansicht=tabelle&zeile=sdg');
    expect(embedAddress('satz', all, 'de')).toBe('/embed/satz');
    expect(
      embedAddress('satz', asked('land=01'), 'de', {
        ...DEFAULT_LOOK,
        scheme: 'dunkel',
        border: true
      })
    ).toBe('/embed/satz?land=01&farben=dunkel&rahmen=1');
    expect(previewAddress('karte', asked('land=01&stand=2'), 'en', { scheme: 'dunkel' })).toBe(
      '/en/bild/karte.png?land=01&stand=2&farben=dunkel&zuschnitt=vorschau'
    );
  });

  it('of builder and press kit begin at the first row of the table', () => {
    const third = asked('land=01&ansicht=tabelle&sortierung=-seit&seite=3');
    const query = 'land=01&sortierung=-seit';
    expect(builderAddress('tabelle', third, 'de')).toBe(`/einbetten/tabelle?${query}`);
    expect(pressAddress('tabelle', third, 'en')).toBe(`/en/presse/tabelle?${query}`);
    expect(pressAddress('tabelle', third, 'de', '.zip')).toBe(`/presse/tabelle.zip?${query}`);
    expect(embedAddress('tabelle', third, 'de')).toBe(`/embed/tabelle?${query}&seite=3`);
    // Other tables have one page size everywhere.
    expect(builderAddress('netz', third, 'de')).toContain('&seite=3');
  });

  it('know the language by the path alone', () => {
    expect(languageOf('/en')).toEqual({ locale: 'en', path: '/' });
    expect(languageOf('/en/netz/')).toEqual({ locale: 'en', path: '/netz' });
    expect(languageOf('/')).toEqual({ locale: 'de', path: '/' });
    expect(languageOf('/entwurf')).toEqual({ locale: 'de', path: '/entwurf' });
  });

  it('of discovery are absolute and hold the page whole', () => {
    const page = 'https://atlas.example/en/?q=a%26b&land=01';
    const { json, xml } = discoveryLinks(page);
    expect(new URL(json).origin).toBe('https://atlas.example');
    for (const link of [json, xml]) expect(new URL(link).searchParams.get('url')).toBe(page);
    expect(new URL(xml).searchParams.get('format')).toBe('xml');
  });
});
