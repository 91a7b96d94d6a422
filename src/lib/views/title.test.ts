import { expect, test } from 'vitest';
import { NO_FILTERS, type Filters } from '../domain/filters.ts';
import type { Locale } from '../i18n/locale.ts';
import { titleOf, type Names } from './title.ts';

const country = { region: '', oda: true, ldc: false, sids: false, lon: 0, lat: 0 };
const names: Names = {
  countries: [
    { ...country, iso2: 'NA', nameDe: 'Namibia', nameEn: 'Namibia' },
    { ...country, iso2: 'TR', nameDe: 'Türkei', nameEn: 'Türkiye' }
  ],
  regions: [{ code: '202', nameDe: 'Subsahara-Afrika', nameEn: 'Sub-Saharan Africa' }],
  laender: [
    { code: '14', name: 'Sachsen' },
    { code: '09', name: 'Bayern' },
    { code: '10', name: 'Saarland' }
  ],
  kreise: [
    { code: '14524', name: 'Zwickau' },
    { code: '14522', name: 'Mittelsachsen' },
    { code: '14511', name: 'Chemnitz, Stadt' }
  ],
  kreisGemeinden: null,
  topics: [{ id: 'wasser', nameDe: 'Wasser', nameEn: 'Water', goals: [] }]
};

const cases: [Partial<Filters>, Locale, string][] = [
  [{}, 'de', 'Kommunale Partnerschaften'],
  [{}, 'en', 'Municipal partnerships'],
  [{ sizes: ['mittelstadt'], goals: [6] }, 'de', 'Partnerschaften von Mittelstädten zu SDG 6'],
  [
    { sizes: ['mittelstadt'], laender: ['14', '09'], goals: [6, 13], countries: ['NA', 'TR'] },
    'de',
    'Partnerschaften von Mittelstädten in Sachsen oder Bayern zu SDG 6 oder 13, Partnerland Namibia oder Türkei'
  ],
  [{ laender: ['10', '09'] }, 'de', 'Kommunale Partnerschaften im Saarland oder in Bayern'],
  [
    { kreise: ['14524', '14522'] },
    'de',
    'Kommunale Partnerschaften in den Kreisen Zwickau oder Mittelsachsen'
  ],
  [
    { kreise: ['14511'], laender: ['14'] },
    'de',
    'Kommunale Partnerschaften in Sachsen in der Stadt Chemnitz'
  ],
  [{ laender: ['10'] }, 'en', 'Municipal partnerships in Saarland'],
  [{ goals: [6, 13], goalsAll: true }, 'de', 'Kommunale Partnerschaften zu SDG 6 und 13'],
  [{ goals: ['keine'] }, 'de', 'Kommunale Partnerschaften ohne SDG-Angabe'],
  [
    { regions: ['202'], south: true },
    'en',
    'Municipal partnerships, region Sub-Saharan Africa, ODA recipient countries only'
  ],
  [{ since: { from: 2015, to: null } }, 'de', 'Kommunale Partnerschaften, seit 2015'],
  [{ since: { from: null, to: 1990 } }, 'de', 'Kommunale Partnerschaften, bis 1990'],
  [
    { topics: ['wasser', 'keine'] },
    'de',
    'Kommunale Partnerschaften, Handlungsfeld: Wasser oder kein Handlungsfeld erfasst'
  ],
  [{ text: ' Köln ' }, 'de', 'Kommunale Partnerschaften, Suche „Köln“'],
  [{ countries: ['XX'] }, 'de', 'Kommunale Partnerschaften, Partnerland XX']
];

test.each(cases)('%j in %s', (filters, locale, title) => {
  expect(titleOf({ ...NO_FILTERS, ...filters }, names, locale)).toBe(title);
});
