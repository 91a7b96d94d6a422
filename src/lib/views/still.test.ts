import { expect, it } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import { DEFAULT_NET, DEFAULT_VIEW } from '../url/codec.ts';
import type { Here } from './links.ts';
import { picturesOf } from './still.ts';

const hrefs = (here: Here) => picturesOf(here).map(({ href }) => href);

it('carries filters, snapshot and areas of the map, not the table or the place', () => {
  const here: Here = {
    filters: { ...NO_FILTERS, laender: ['14'], goals: [6] },
    view: {
      ...DEFAULT_VIEW,
      ...{ place: 'a1', view: 'tabelle', page: 3, snapshot: 7, areas: 'kreise', sort: 'name' },
      net: { ...DEFAULT_NET, lens: 'ziele' }
    },
    locale: 'de'
  };
  const query = 'sdg=6&land=14&stand=7&flaechen=kreise';
  expect(hrefs(here)).toEqual([`/bild/karte.svg?${query}`, `/bild/karte.png?${query}&skala=2`]);
});

it('carries the lens and how it is drawn, not what is picked', () => {
  const net = { ...DEFAULT_NET, lens: 'kommunen', order: 'cluster', picked: 'a1-p2' } as const;
  const view = { ...DEFAULT_VIEW, place: 'a1', net };
  expect(hrefs({ filters: NO_FILTERS, view, locale: 'en', page: '/netz' })).toEqual([
    '/en/bild/netz.svg?ort=a1&linse=kommunen&ordnung=cluster',
    '/en/bild/netz.png?ort=a1&linse=kommunen&ordnung=cluster&skala=2'
  ]);
});

it('has none of the view over time', () => {
  const view = { ...DEFAULT_VIEW, view: 'zeit' } as const;
  expect(hrefs({ filters: NO_FILTERS, view, locale: 'de' })).toEqual([]);
});
