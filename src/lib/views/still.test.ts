import { expect, it } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import { DEFAULT_NET, DEFAULT_VIEW } from '../url/codec.ts';
import type { Here } from './links.ts';
import { picturesOf, stillView } from './still.ts';

const hrefs = (here: Here) => picturesOf(here).map(({ href }) => href);

it('carries filters, snapshot and areas of the map, nothing of other faces', () => {
  const here: Here = {
    filters: { ...NO_FILTERS, laender: ['14'], goals: [6] },
    view: {
      ...DEFAULT_VIEW,
      ...{ page: 3, snapshot: 7, areas: 'kreise', sort: 'name' },
      net: { ...DEFAULT_NET, lens: 'ziele' }
    },
    locale: 'de'
  };
  const query = 'sdg=6&land=14&stand=7&flaechen=kreise';
  expect(hrefs(here)).toEqual([`/bild/karte.svg?${query}`, `/bild/karte.png?${query}&skala=2`]);
});

it('draws the table in the table view: its order and its page', () => {
  const view = { ...DEFAULT_VIEW, view: 'tabelle', page: 3, sort: '-seit', place: null } as const;
  const query = 'ansicht=tabelle&sortierung=-seit&seite=3';
  expect(hrefs({ filters: NO_FILTERS, view, locale: 'de' })).toEqual([
    `/bild/tabelle.svg?${query}`,
    `/bild/tabelle.png?${query}&skala=2`
  ]);
});

it('knows no pages of areas', () => {
  const view = { ...DEFAULT_VIEW, view: 'tabelle', page: 3, areas: 'laender' } as const;
  expect(stillView(view, '/', 'table')).toMatchObject({ page: 1, areas: 'laender' });
});

it('has the chosen place as a picture of its own, on every page', () => {
  const view = { ...DEFAULT_VIEW, place: 'a1', snapshot: 7, areas: 'laender', page: 2 } as const;
  const filters = { ...NO_FILTERS, goals: [6] };
  expect(hrefs({ filters, view, locale: 'de' }).slice(2)).toEqual([
    '/bild/profil.svg?sdg=6&ort=a1&stand=7',
    '/bild/profil.png?sdg=6&ort=a1&stand=7&skala=2'
  ]);
  expect(hrefs({ filters, view, locale: 'en', page: '/luecken/weisse-flecken' })).toEqual([
    '/en/bild/profil.svg?sdg=6&ort=a1&stand=7',
    '/en/bild/profil.png?sdg=6&ort=a1&stand=7&skala=2'
  ]);
});

it('carries the lens and how it is drawn, not what is picked', () => {
  const net = { ...DEFAULT_NET, lens: 'kommunen', order: 'cluster', picked: 'a1-p2' } as const;
  const view = { ...DEFAULT_VIEW, place: 'a1', net };
  expect(hrefs({ filters: NO_FILTERS, view, locale: 'en', page: '/netz' }).slice(0, 2)).toEqual([
    '/en/bild/netz.svg?ort=a1&linse=kommunen&ordnung=cluster',
    '/en/bild/netz.png?ort=a1&linse=kommunen&ordnung=cluster&skala=2'
  ]);
});

it('has none of the view over time', () => {
  const view = { ...DEFAULT_VIEW, view: 'zeit' } as const;
  expect(hrefs({ filters: NO_FILTERS, view, locale: 'de' })).toEqual([]);
});
