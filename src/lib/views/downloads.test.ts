import { expect, it } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import { DEFAULT_VIEW } from '../url/codec.ts';
import { downloadsOf } from './downloads.ts';
import type { Here } from './links.ts';

it('asks for the filters and the snapshot, not for the view', () => {
  const here: Here = {
    filters: { ...NO_FILTERS, laender: ['14'], goals: [6] },
    view: { ...DEFAULT_VIEW, place: 'a1', view: 'tabelle', page: 3, snapshot: 7 },
    locale: 'de'
  };
  expect(downloadsOf(here).map(({ href }) => href)).toEqual([
    '/api/v1/partnerships.csv?sdg=6&land=14&stand=7',
    '/api/v1/partnerships.csv?sdg=6&land=14&stand=7&trenn=semikolon',
    '/api/v1/partnerships.geojson?sdg=6&land=14&stand=7',
    '/api/v1/partnerships.json?sdg=6&land=14&stand=7'
  ]);
});

it('has no query where nothing is asked', () => {
  const hrefs = downloadsOf({ filters: NO_FILTERS, view: DEFAULT_VIEW, locale: 'en' });
  expect(hrefs.map(({ href }) => href)).toEqual([
    '/en/api/v1/partnerships.csv',
    '/en/api/v1/partnerships.csv?trenn=semikolon',
    '/en/api/v1/partnerships.geojson',
    '/en/api/v1/partnerships.json'
  ]);
});
