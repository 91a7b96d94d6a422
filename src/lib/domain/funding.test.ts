import { describe, expect, it } from 'vitest';
import type { FundingLine } from './detail.ts';
import { NO_FILTERS } from './filters.ts';
import { fits, fundingFor, validityAt } from './funding.ts';
import { reachOf } from './fundingreach.ts';

const country = (iso2: string, nameDe: string, region: string, oda: boolean) => ({
  ...{ iso2, nameDe, nameEn: nameDe, region, oda },
  ...{ ldc: false, sids: false, lon: 0, lat: 0 }
});
const dataset = {
  laender: [
    { code: '05', name: 'Nordrhein-Westfalen' },
    { code: '14', name: 'Sachsen' },
    { code: '15', name: 'Sachsen-Anhalt' }
  ],
  countries: [
    country('BI', 'Burundi', '202', true),
    country('DE', 'Deutschland', '155', false),
    country('FR', 'Frankreich', '155', false),
    country('NE', 'Niger', '202', true),
    country('NG', 'Nigeria', '202', true),
    country('UA', 'Ukraine', '151', true)
  ]
};
const row = (over: Partial<FundingLine>): FundingLine => ({
  ...{ id: 'x', nameDe: 'Fonds', nameEn: 'Fund', provider: 'Stelle', level: 'Bund' },
  ...{ whatDe: '', from: '', to: '', status: 'unknown', stateAsOf: '', note: '', url: '' },
  ...over
});
const reach = (over: Partial<FundingLine>) => reachOf(dataset, row(over));

describe('validity on a day', () => {
  it.each([
    ['ongoing_by_source', '', '', '2026-11-22', 'runs'],
    ['ongoing_by_source', '2024-07', '2027-06', '2027-06-30', 'runs'],
    ['ongoing_by_source', '2024-07', '2027-06', '2027-07-01', 'over'],
    ['ongoing_by_source', '2027', '', '2026-12-31', 'upcoming'],
    ['ongoing_by_source', '2027', '', '2027-01-01', 'runs'],
    ['ongoing_by_source', '', '2026-11-22', '2026-11-22', 'runs'],
    ['ongoing_by_source', '', '2026-11-22', '2026-11-23', 'over'],
    ['unknown', '2025-01-01', '2028-06-30', '2026-11-22', 'unknown'],
    ['unknown', '', '2025', '2026-01-01', 'over'],
    ['expired', '', '', '2026-11-22', 'over'],
    ['expired', '', '2099', '2026-11-22', 'over'],
    ['historic', '', '2099', '2026-11-22', 'historic'],
    ['something new', '', '', '2026-11-22', 'unknown']
  ])('%s %s..%s on %s: %s', (status, from, to, date, validity) => {
    expect(validityAt({ status, from, to }, date)).toBe(validity);
  });
});

describe('what a row says of its reach', () => {
  it('reads a Land only where the level is one, and whole names only', () => {
    expect(reach({ level: 'Land', provider: 'Land Sachsen-Anhalt' }).laender).toEqual(['15']);
    expect(reach({ provider: 'Land Sachsen-Anhalt' }).laender).toEqual([]);
    expect(reach({ level: 'Land', eligible: 'Vereine in Sachsen' }).laender).toEqual(['14']);
  });
  it('reads countries by name and adjective, never Germany itself', () => {
    expect(reach({ whatDe: 'Vorhaben in Niger und in Deutschland' }).countries).toEqual(['NE']);
    expect(reach({ nameDe: 'Deutsch-Französischer Bürgerfonds' }).countries).toEqual(['FR']);
  });
  it('reads the South in the words of the row and of its note', () => {
    expect(reach({ whatDe: 'mit Partnern im Globalen Süden' }).south).toBe(true);
    expect(reach({ note: 'the partner must lie in a country on the ODA list.' }).south).toBe(true);
    expect(reach({ whatDe: 'entwicklungspolitische Vorhaben im Inland' }).south).toBe(false);
  });
  it('takes nothing for granted', () => {
    expect(reach({})).toEqual({
      ...{ laender: [], countries: [], south: false, europe: false, goals: [], programmes: [] }
    });
  });
});

describe('what fits', () => {
  const asked = (over: Partial<typeof NO_FILTERS>) => ({ ...NO_FILTERS, ...over });
  it('leaves out what the row contradicts, and nothing else', () => {
    const nrw = reach({ level: 'Land', provider: 'Land Nordrhein-Westfalen' });
    expect(fits(dataset, nrw, asked({ laender: ['14'] }))).toBeNull();
    expect(fits(dataset, nrw, asked({ kreise: ['05315'] }))).toEqual(['land']);
    expect(fits(dataset, nrw, asked({}))).toEqual([]);
    const eu = reach({ level: 'EU' });
    expect(fits(dataset, eu, asked({ countries: ['BI'] }))).toBeNull();
    expect(fits(dataset, eu, asked({ countries: ['FR'] }))).toEqual(['europe']);
    expect(fits(dataset, eu, asked({ south: true }))).toEqual(['europe']);
    const south = reach({ whatDe: 'Globalen Süden' });
    expect(fits(dataset, south, asked({ regions: ['155'] }))).toBeNull();
    expect(fits(dataset, south, asked({ south: true }))).toEqual(['south']);
    const ukraine = reach({ nameDe: 'Hilfe für die Ukraine' });
    expect(fits(dataset, ukraine, asked({ regions: ['202'] }))).toBeNull();
    expect(fits(dataset, ukraine, asked({ countries: ['UA'] }))).toEqual(['country']);
  });
  it('names a shared goal, and never excludes by a purpose', () => {
    const climate = reach({ whatDe: 'höchste Stufe nur mit Klimabezug' });
    expect(fits(dataset, climate, asked({ goals: [6, 13] }))).toEqual(['goal']);
    expect(fits(dataset, climate, asked({ goals: [6] }))).toEqual([]);
  });
  it('orders by validity and name, and puts unknown levels to the others', () => {
    const lines = [
      row({ id: 'a', nameDe: 'B', status: 'historic' }),
      row({ id: 'b', nameDe: 'B', level: '?' }),
      row({ id: 'c', nameDe: 'A', status: 'expired' }),
      row({ id: 'd', nameDe: 'Ä' })
    ];
    const found = fundingFor(dataset, lines, NO_FILTERS, '2026-11-22');
    expect(found.map(({ line }) => line.id)).toEqual(['d', 'b', 'c', 'a']);
    expect(found[1]!.level).toBe('other');
  });
});
