/**
 * Layer `wikipedia-2026`: twin_cities.csv, the lists of sister cities of all countries.
 *
 * Contract: rows without a German side are counted as out of scope and not kept. Coordinates are
 * one per (name, country) and partly ODbL: hints only.
 */
import { position } from './distance.ts';
import { readTable } from './table.ts';
import { faultOf, keyMaker, type Side, type Tie } from './ties.ts';

const COLUMNS = ['city1', 'country1', 'lat1', 'lng1', 'city2', 'country2', 'lat2', 'lng2'] as const;

const isGerman = (country: string) => /(^|, )Germany$/.test(country);

/** Ties with a German side, and how many rows have none. @throws {InputError} */
export function readWikipedia(text: string): { ties: Tie[]; outOfScope: number } {
  const key = keyMaker();
  const rows = readTable(text, {
    file: 'twin_cities.csv',
    columns: COLUMNS,
    names: ['city1', 'city2']
  });
  const ties: Tie[] = [];
  for (const row of rows) {
    const c = row.cells;
    if (!isGerman(c.country1) && !isGerman(c.country2)) continue;
    const one = side(c.city1, c.country1, c.lng1, c.lat1);
    const two = side(c.city2, c.country2, c.lng2, c.lat2);
    const [german, partner] = isGerman(c.country1) ? [one, two] : [two, one];
    ties.push({
      layer: 'wikipedia-2026',
      file: 'twin_cities.csv',
      row: row.number,
      raw: row.raw,
      key: key(c.city1, c.country1, c.city2, c.country2),
      german,
      partner,
      fact: null,
      fault: faultOf(row)
    });
  }
  return { ties, outOfScope: rows.length - ties.length };
}

/** `Lower Saxony, Germany`: the Land in the country column becomes the name's qualifier. */
function side(city: string, country: string, lon: string, lat: string): Side {
  const land = /^(.+), Germany$/.exec(country)?.[1];
  return {
    label: land ? `${city}, ${land}` : city,
    country: land ? 'Germany' : country,
    hint: position(lon, lat),
    population: null,
    official: ''
  };
}
