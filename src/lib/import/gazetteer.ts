/**
 * GeoNames: places found by name, alias or exonym within a country.
 *
 * Contract: pure. The gazetteer (19 MB of text) is walked once; only places whose folded name is
 * among the wanted keys are kept as candidates, everything else stays a line of text. Column order
 * is that of `places_500plus_latin.tsv`.
 */
import { InputError } from './problem.ts';
import { km, type Position } from './distance.ts';
import { fold } from './names.ts';
import { readTable } from './table.ts';

export interface Place {
  id: number;
  name: string;
  /** German name, '' where GeoNames and the exonym list have none. */
  nameDe: string;
  country: string;
  /** First-order division, the code GeoNames uses. */
  admin1: string;
  at: Position;
  /** GeoNames feature code: PPLC, PPLA…, PPL, PPLX (quarter of a city), … */
  code: string;
  population: number;
}

export interface Candidate {
  place: Place;
  /** false: found by an alternate name only. */
  main: boolean;
}

export interface Gazetteer {
  /** Candidates by `CC|folded name`. */
  find(country: string, key: string): readonly Candidate[];
  /** Places of a country within `radius` km. */
  near(country: string, at: Position, radius: number): Place[];
  /** All names of a place: main, ASCII, German, alternates. */
  names(id: number): string[];
  place(id: number): Place | null;
}

const HEADER = 'geonameid\tname\tasciiname\tname_de\talternatenames\tlat\tlon\tfcode\tcountry';
const GONE = new Set(['PPLQ', 'PPLH', 'PPLW', 'PPLCH']);

/**
 * @param text the unpacked TSV
 * @param exonyms exonyms_de.csv
 * @param wanted keys `CC|folded name` that are looked for
 */
export function readGazetteer(
  text: string,
  exonyms: string,
  wanted: ReadonlySet<string>
): Gazetteer {
  const german = new Map(
    readTable(exonyms, { file: 'exonyms_de.csv', columns: ['geonameid', 'name_de'] as const }).map(
      ({ cells }) => [Number(cells.geonameid), cells.name_de]
    )
  );
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  if (!lines[0]?.startsWith(HEADER))
    throw new InputError('places_500plus_latin.tsv', [
      {
        row: 1,
        code: 'missing_columns',
        de: 'Unerwartete Kopfzeile.',
        en: 'Unexpected header line.'
      }
    ]);
  const lats = new Float32Array(lines.length);
  const lons = new Float32Array(lines.length);
  const byCountry = new Map<string, number[]>();
  const lineOf = new Map<number, number>();
  const hits = new Map<string, { line: number; main: boolean }[]>();

  for (let i = 1; i < lines.length; i++) {
    const f = lines[i]!.split('\t');
    const country = f[8];
    if (!country || GONE.has(f[7]!)) continue;
    lats[i] = Number(f[5]);
    lons[i] = Number(f[6]);
    const id = Number(f[0]);
    lineOf.set(id, i);
    const list = byCountry.get(country);
    if (list) list.push(i);
    else byCountry.set(country, [i]);
    const prefix = `${country}|`;
    const seen = new Set<string>();
    const note = (name: string, main: boolean) => {
      const key = prefix + fold(name);
      if (!wanted.has(key) || seen.has(key)) return;
      seen.add(key);
      const found = hits.get(key);
      if (found) found.push({ line: i, main });
      else hits.set(key, [{ line: i, main }]);
    };
    note(f[1]!, true);
    if (f[2]) note(f[2], true);
    const de = german.get(id) ?? f[3];
    if (de) note(de, true);
    if (f[4]) for (const name of f[4].split('|')) note(name, false);
  }

  const cache = new Map<number, Place>();
  const at = (line: number): Place => {
    const known = cache.get(line);
    if (known) return known;
    const f = lines[line]!.split('\t');
    const id = Number(f[0]);
    const place: Place = {
      id,
      name: f[1]!,
      nameDe: german.get(id) ?? f[3]!,
      country: f[8]!,
      admin1: f[9]!,
      code: f[7]!,
      at: [Number(f[6]), Number(f[5])],
      population: Number(f[10]) || 0
    };
    cache.set(line, place);
    return place;
  };
  return {
    find: (country, key) =>
      (hits.get(`${country}|${key}`) ?? []).map(({ line, main }) => ({ place: at(line), main })),
    near(country, position, radius) {
      const box = radius / 111 + 0.01;
      const wide = box / Math.max(0.1, Math.cos((position[1] * Math.PI) / 180));
      return (byCountry.get(country) ?? [])
        .filter(
          (i) => Math.abs(lats[i]! - position[1]) < box && Math.abs(lons[i]! - position[0]) < wide
        )
        .map(at)
        .filter((place) => km(place.at, position) <= radius);
    },
    names(id) {
      const f = lines[lineOf.get(id) ?? -1]?.split('\t');
      if (!f) return [];
      return [f[1]!, f[2]!, german.get(id) ?? f[3]!, ...f[4]!.split('|')].filter(Boolean);
    },
    place: (id) => (lineOf.has(id) ? at(lineOf.get(id)!) : null)
  };
}
