import { describe, expect, it } from 'vitest';
import { boroughFinder } from './boroughs.ts';
import { countryOf, readCountries } from './countries.ts';
import { position, type Position } from './distance.ts';
import { readGazetteer } from './gazetteer.ts';
import { germanIndex } from './german.ts';
import { fold } from './names.ts';
import { continues, isArea, matchPartner, misspelt, ownName, wantedKeys } from './partners.ts';
import { EXONYMS, places, registerFiles, COUNTRIES, side } from './fixtures.ts';
import { readRegister } from './register.ts';

const register = readRegister(registerFiles);
const aliases: Record<number, string[]> = { 2886242: ['Cologne', 'Koeln'], 2867714: ['Munich'] };
const finder = boroughFinder(new Map([[2864695, [13.43, 52.48] as Position]]), register.byAgs);
const index = germanIndex(register, (id) => aliases[id] ?? [], finder);

describe('German matching', () => {
  it.each<[string, Position | null, string]>([
    ['Cologne', [6.96, 50.94], 'ags:05315000'],
    ['Munich', [11.58, 48.14], 'ags:09162000'],
    ['Frankfurt', [8.68, 50.11], 'ags:06412000'],
    ['Frankfurt', [14.55, 52.34], 'ags:12053000'],
    ['Frankfurt an der Oder', [14.55, 52.34], 'ags:12053000'],
    ['Rotenburg an der Wümme', [9.41, 53.11], 'ags:03357039'],
    ['Rothenburg ob der Tauber', [10.18, 49.38], 'ags:09571193'],
    ['Bad Homburg vor der Höhe', [8.61, 50.23], 'ags:06434001'],
    ['Sankt Augustin', [7.19, 50.77], 'ags:05382056'],
    ['Enz (district)', [8.8, 48.9], 'ags:08236'],
    ['Enzkreis', null, 'ags:08236'],
    ['Neukölln (Berlin)', [13.4, 52.52], 'bezirk:11-neukolln'],
    ['Berlin – Neukölln', [13.4, 52.52], 'bezirk:11-neukolln'],
    ['Neukölln', [13.43, 52.48], 'bezirk:11-neukolln'],
    ['Wedding', [13.35, 52.55], 'bezirk:11-mitte'],
    ['Friedland, Lower Saxony', [13.55, 53.67], 'ags:03159017']
  ])('%s', (label, hint, key) => {
    expect(index.match(side(label, 'Germany', hint)).body?.key).toBe(key);
  });

  it.each<[string, Position | null, string]>([
    ['Rotenburg', [7.0, 51.0], 'german_far'],
    ['Frankfurt', null, 'german_homonym'],
    ['Porz (Cologne)', [7.05, 50.88], 'german_part'],
    ['Trittau (Amt)', [10.4, 53.6], 'german_association'],
    ['Leinefelde', [10.33, 51.39], 'german_unknown']
  ])('%s is left open', (label, hint, reason) => {
    expect(index.match(side(label, 'Germany', hint))).toMatchObject({ body: null, reason });
  });

  it('goes by official key, also by one merged away', () => {
    const by = (label: string, official: string) =>
      index.match({ ...side(label, 'DE', null), official }).body?.key;
    expect(by('Köln', '05315000')).toBe('ags:05315000');
    expect(by('Alt-Köln', '05315999')).toBe('ags:05315000');
    expect(by('Berlin-Neukölln', '11000000')).toBe('bezirk:11-neukolln');
    expect(by('Baunach-Allianz (Baunach)', '05315000')).toBeUndefined();
    expect(by('Nirgendwo', '99999999')).toBeUndefined();
  });
});

describe('partner matching', () => {
  const find = (label: string, country: string, hint: Position | null) => {
    const gazetteer = readGazetteer(places, EXONYMS, new Set(wantedKeys(country, label)));
    const found = matchPartner(side(label, country, hint), country, gazetteer);
    return found.place ? found.place.id : found.reason;
  };

  it.each<[string, string, Position | null, number | string]>([
    ['Qalqilya', 'PS', [34.97, 32.19], 1],
    ['Qalqilya', 'IL', [34.97, 32.19], 1],
    ['Kfar Saba', 'IL', [34.91, 32.18], 2],
    ["Tain-l'Hermitage", 'FR', [4.86, 45.07], 3],
    ['Tournon', 'FR', [4.84, 45.07], 4],
    ['Lwiw', 'UA', null, 5],
    ['Lemberg', 'UA', [24.02, 49.84], 5],
    ['Granada', 'ES', null, 6],
    ['Saint-Denis', 'FR', [55.45, -20.88], 8],
    ['Saint-Denis', 'FR', [2.36, 48.94], 7],
    ['Saint-Denis', 'FR', [0, 45], 'partner_far'],
    ['Moshi District', 'TZ', null, 'partner_area'],
    ['Rushmoor', 'GB', [-0.76, 51.29], 'partner_far'],
    ['Nowhere', 'FR', [2, 48], 'partner_unknown'],
    ['Q16058312', 'GR', [23, 38], 'partner_no_name']
  ])('%s in %s', (label, country, hint, expected) => {
    expect(find(label, country, hint)).toBe(expected);
  });

  it('tells areas from towns', () => {
    for (const area of [
      'Nikopol (Rajon)',
      'Kisumu County',
      'Province of Mantua',
      'Górowo (rural gmina)'
    ])
      expect(isArea(area), area).toBe(true);
    for (const town of [
      'Miękinia, Lower Silesian Voivodeship',
      'Gladsaxe Municipality',
      'Staré Město (Uherské Hradiště District)'
    ])
      expect(isArea(town), town).toBe(false);
  });

  it('gives one own key to the spellings of one unit', () => {
    expect(ownName('Zogoré Department')).toBe(ownName('Zogoré'));
    expect(ownName('London Borough of Newham')).toBe(ownName('Newham'));
    expect(ownName('Pechersk (Kyiv)')).toBe(ownName('Kyiv – Pechersk'));
    expect(ownName('Rajon Tschernihiw')).not.toBe(ownName('Tschernihiw (Region)'));
  });

  it('takes a longer gazetteer name, never a shorter one', () => {
    expect(continues('tournon', 'tournon sur rhone')).toBe(true);
    expect(continues('gresten land', 'gresten')).toBe(false);
    expect(continues('budapest', 'budapest ii')).toBe(false);
    expect(misspelt('deutschkreuz', 'deutschkreutz')).toBe(true);
    expect(misspelt('tain', 'tainl')).toBe(false);
  });
});

describe('countries', () => {
  const countries = readCountries(COUNTRIES, null);
  it.each<[string, string, Position | null, string | null]>([
    ['England, United Kingdom', 'Leeds', null, 'GB'],
    ['England', 'Leeds', null, 'GB'],
    ["People's Republic of China", 'Ningbo', null, 'CN'],
    ['Georgia (country)', 'Tbilisi', null, 'GE'],
    ['in Italy', 'Margreid', null, 'IT'],
    ['', 'Varna, Bulgaria', null, 'BG'],
    ['Germany', 'Bonn', null, 'DE'],
    ['UA', 'Luzk', null, 'UA'],
    ['Russia', 'Simferopol', [34.1, 44.95], 'UA'],
    ['Ukraine', 'Simferopol', [34.1, 44.95], 'UA'],
    ['t430222130', 'Simferopol', [34.1, 44.95], 'UA'],
    ['Russia', 'Moscow', [37.6, 55.75], 'RU'],
    ['t430222130', 'Nowhere', [10, 50], null]
  ])('%s, %s', (label, place, at, iso2) => {
    expect(countryOf(countries, label, place, at)).toBe(iso2);
  });

  it('reads positions, not zeros', () => {
    expect(position('0', '0')).toBeNull();
    expect(position('', '50')).toBeNull();
    expect(position('200', '50')).toBeNull();
    expect(position('13.4', '52.5')).toEqual([13.4, 52.5]);
    expect(fold('x')).toBe('x');
  });
});
