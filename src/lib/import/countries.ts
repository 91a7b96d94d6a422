/**
 * Country table and the labels that sources use for countries.
 *
 * Contract: pure. A label is resolved to ISO 3166-1 alpha-2 or to null, never guessed. Constituent
 * countries of the UK become GB; Crimea is Ukraine's (UN GA resolution 68/262), whatever a source
 * says.
 */
import { fold } from './names.ts';
import { readTable } from './table.ts';
import type { Position } from './distance.ts';

const COLUMNS = [
  'iso2',
  'iso3',
  'name_de',
  'name_en',
  'namen_de_weitere',
  'region_m49',
  'subregion_m49',
  'subregion_de',
  'subregion_en',
  'ldc',
  'sids',
  'wb_income',
  'oda_empfaenger'
] as const;

/** A row of `public.country`. */
export interface CountryRow {
  iso2: string;
  iso3: string;
  name_de: string;
  name_en: string;
  region_code: string;
  subregion_code: string;
  subregion_de: string;
  subregion_en: string;
  oda: boolean;
  ldc: boolean;
  sids: boolean;
  income: string;
  lon: number | null;
  lat: number | null;
}

export interface Countries {
  rows: CountryRow[];
  /** Folded name -> ISO2. */
  labels: Map<string, string>;
  codes: Set<string>;
}

/** Labels of the bulk layers that are no CLDR name. */
const LABELS: Record<string, string> = {
  England: 'GB',
  Wales: 'GB',
  Scotland: 'GB',
  'Northern Ireland': 'GB',
  'England, United Kingdom': 'GB',
  'Wales, United Kingdom': 'GB',
  'Scotland, United Kingdom': 'GB',
  'Northern Ireland, United Kingdom': 'GB',
  'United States of America': 'US',
  'Czech Republic': 'CZ',
  Turkey: 'TR',
  "People's Republic of China": 'CN',
  Palestine: 'PS',
  'West Bank': 'PS',
  'Republic of Ireland': 'IE',
  'Georgia (country)': 'GE',
  'in Italy': 'IT',
  'Bosnia and Herzegovina': 'BA',
  'Bosnia and Hercegovina': 'BA',
  'Republic of Macedonia': 'MK',
  'Ivory Coast': 'CI',
  'Cape Verde': 'CV',
  Congo: 'CG',
  'Republic of the Congo': 'CG',
  'DR Congo': 'CD',
  Swaziland: 'SZ',
  'East Timor': 'TL',
  Madagaskar: 'MG',
  Grece: 'GR',
  Moldavia: 'MD',
  Micronesia: 'FM',
  Burma: 'MM',
  Myanmar: 'MM',
  'Hong Kong': 'HK',
  Macau: 'MO',
  Russia: 'RU',
  'South Korea': 'KR',
  'North Korea': 'KP',
  Vietnam: 'VN',
  Syria: 'SY'
};

/** Parts of a state that have a code of their own in GeoNames. */
export const TERRITORIES: Record<string, readonly string[]> = {
  FR: ['RE', 'GP', 'MQ', 'GF', 'YT', 'NC', 'PF', 'PM'],
  US: ['PR', 'GU', 'VI', 'AS', 'MP'],
  FI: ['AX'],
  DK: ['GL', 'FO'],
  NL: ['CW', 'AW', 'SX', 'BQ'],
  CN: ['HK', 'MO'],
  GB: ['IM', 'JE', 'GG', 'GI'],
  RS: ['XK'],
  // Towns of the Palestinian territories that a source puts in Israel.
  IL: ['PS']
};

/** Reads countries.csv, and the label points where a table of them is given. */
export function readCountries(text: string, anchors: string | null): Countries {
  const points = new Map(
    anchors
      ? readTable(anchors, {
          file: 'countries/anchors.csv',
          columns: ['iso2', 'lon', 'lat'] as const
        }).map(({ cells }) => [cells.iso2, [Number(cells.lon), Number(cells.lat)]] as const)
      : []
  );
  const labels = new Map<string, string>();
  const rows = readTable(text, { file: 'countries.csv', columns: COLUMNS }).map(({ cells: c }) => {
    const more = c.namen_de_weitere.split(/[;|]/);
    for (const name of [c.name_en, c.name_de, ...more]) if (name) labels.set(fold(name), c.iso2);
    return {
      iso2: c.iso2,
      iso3: c.iso3,
      name_de: c.name_de,
      name_en: c.name_en,
      region_code: c.region_m49,
      subregion_code: c.subregion_m49,
      subregion_de: c.subregion_de,
      subregion_en: c.subregion_en,
      oda: c.oda_empfaenger === 'True',
      ldc: c.ldc === 'True',
      sids: c.sids === 'True',
      income: c.wb_income,
      lon: points.get(c.iso2)?.[0] ?? null,
      lat: points.get(c.iso2)?.[1] ?? null
    };
  });
  for (const [label, iso2] of Object.entries(LABELS)) labels.set(fold(label), iso2);
  return { rows, labels, codes: new Set(rows.map((row) => row.iso2)) };
}

/**
 * ISO2 of a source's country label, or null.
 * @param place name of the place: where the label is blank, a country may stand there (`Varna, Bulgaria`)
 */
export function countryOf(
  { labels, codes }: Countries,
  label: string,
  place: string,
  at: Position | null
): string | null {
  if (inCrimea(at) && ['RU', 'UA', undefined].includes(labels.get(fold(label)))) return 'UA';
  if (/^[A-Z]{2}$/.test(label) && codes.has(label)) return label;
  const direct = labels.get(fold(label));
  if (direct) return direct;
  const comma = (label || place).split(', ').at(-1) ?? '';
  return comma && comma !== label ? (labels.get(fold(comma)) ?? null) : null;
}

function inCrimea(at: Position | null): boolean {
  return at !== null && at[0] > 32.4 && at[0] < 36.66 && at[1] > 44.3 && at[1] < 46.15;
}
