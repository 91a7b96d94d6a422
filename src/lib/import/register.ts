/**
 * The register of German bodies: Gemeinden, Landkreise, Länder and Verbandsgemeinden as `Body`,
 * plus the geography (Kreis and Land areas).
 *
 * Contract: pure. gemeindefreie Gebiete (typ_code 65, 66) are dropped. A kreisfreie Stadt is one
 * body, never two; the city states are their Gemeinde. Positions of Kreise, Länder and
 * Verbandsgemeinden are population-weighted means of their Gemeinden.
 */
import type { AuthorityKind } from '../domain/model.ts';
import type { Position } from './distance.ts';
import { readTable } from './table.ts';

/** A German body that can hold a partnership, before it has an id. */
export interface Body {
  /** Natural key: `ags:05334002`, `ars:071435002`, `bezirk:11-neukolln`. */
  key: string;
  kind: AuthorityKind;
  ags: string | null;
  ars: string | null;
  name: string;
  nameFull: string;
  land: string;
  kreis: string | null;
  population: number | null;
  postcode: string | null;
  at: Position;
  /** Where a source may put it: centre of the area, centre of the town. */
  points: Position[];
  geonamesId: number | null;
}

export interface Register {
  laender: { code: string; name: string }[];
  kreise: { ags: string; land_code: string; name: string; kind: string; population: number }[];
  bodies: Body[];
  byAgs: Map<string, Body>;
  /** Verbandsgemeinden by ARS; they become authorities only where a record names them. */
  byArs: Map<string, Body>;
  /** AGS of 2021 -> AGS of the register's date. */
  history: Map<string, string>;
}

const GEMEINDE = [
  'ags',
  'ars',
  'name',
  'name_kurz',
  'typ_code',
  'land_code',
  'kreis_ags',
  'verband_ars',
  'verband',
  'verband_typ',
  'einwohner_2023',
  'plz_sitz',
  'lon',
  'lat',
  'geonames_id',
  'ort_lon',
  'ort_lat'
] as const;
const KREIS = ['kreis_ags', 'name', 'typ', 'land_code', 'einwohner_2023'] as const;
const LAND = ['land_code', 'name', 'einwohner_2023'] as const;
const CITY_STATES = ['02', '04', '11'];
const UNINHABITED = ['65', '66'];

export interface RegisterFiles {
  gemeinden: string;
  kreise: string;
  laender: string;
  history: string;
}

/** Reads the register. @throws {InputError} when a file has the wrong shape */
export function readRegister(files: RegisterFiles): Register {
  const rows = readTable(files.gemeinden, { file: 'gemeinden', columns: GEMEINDE })
    .map((row) => row.cells)
    .filter((cells) => !UNINHABITED.includes(cells.typ_code));
  const gemeinden = rows.map(gemeinde);
  const kreise = readTable(files.kreise, { file: 'kreise', columns: KREIS }).map((r) => r.cells);
  const laender = readTable(files.laender, { file: 'laender', columns: LAND }).map((r) => r.cells);

  const inKreis = Map.groupBy(gemeinden, (body) => body.kreis ?? '');
  const inLand = Map.groupBy(gemeinden, (body) => body.land);
  const landkreise = kreise
    .filter((kreis) => !/stadt|stadtkreis/i.test(kreis.typ))
    .map((kreis) =>
      area(
        'landkreis',
        kreis.kreis_ags,
        kreisName(kreis),
        kreis,
        inKreis.get(kreis.kreis_ags) ?? []
      )
    );
  const states = laender
    .filter((land) => !CITY_STATES.includes(land.land_code))
    .map((land) => area('land', land.land_code, land.name, land, inLand.get(land.land_code) ?? []));
  const bodies = [...gemeinden, ...landkreise, ...states];
  return {
    laender: laender.map((land) => ({ code: land.land_code, name: land.name })),
    kreise: kreise.map((kreis) => ({
      ags: kreis.kreis_ags,
      land_code: kreis.land_code,
      name: kreis.name,
      kind: kreis.typ,
      population: Number(kreis.einwohner_2023)
    })),
    bodies,
    byAgs: new Map(bodies.map((body) => [body.ags ?? '', body])),
    byArs: unions(rows, gemeinden),
    history: new Map(Object.entries(JSON.parse(files.history) as Record<string, string>))
  };
}

function gemeinde(c: Record<(typeof GEMEINDE)[number], string>): Body {
  const centre: Position = [Number(c.lon), Number(c.lat)];
  const town: Position[] = c.ort_lon ? [[Number(c.ort_lon), Number(c.ort_lat)]] : [];
  return {
    key: `ags:${c.ags}`,
    kind: 'gemeinde',
    ags: c.ags,
    ars: c.ars,
    name: c.name_kurz,
    nameFull: c.name,
    land: c.land_code,
    kreis: c.kreis_ags,
    population: Number(c.einwohner_2023),
    postcode: c.plz_sitz || null,
    at: centre,
    points: [centre, ...town],
    geonamesId: c.geonames_id ? Number(c.geonames_id) : null
  };
}

function area(
  kind: 'landkreis' | 'land',
  ags: string,
  name: string,
  cells: { land_code: string; einwohner_2023: string },
  members: Body[]
): Body {
  const at = centre(members);
  return {
    key: `ags:${ags}`,
    kind,
    ags,
    ars: null,
    name,
    nameFull: name,
    land: cells.land_code,
    kreis: kind === 'landkreis' ? ags : null,
    population: Number(cells.einwohner_2023),
    postcode: null,
    at,
    points: [at, ...seats(kind, name, members)],
    geonamesId: null
  };
}

/** `Karlsruhe` -> `Landkreis Karlsruhe`; names that say it themselves stay. */
function kreisName({ name, typ }: { name: string; typ: string }): string {
  return /kreis|^(städte)?region/i.test(name) ? name : `${typ} ${name}`;
}

/** Gemeinden a Kreis is named after: sources often put a district at its seat. */
function seats(kind: string, name: string, members: Body[]): Position[] {
  if (kind !== 'landkreis') return [];
  const biggest = members.toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0)).slice(0, 3);
  return members
    .filter((body) => name.includes(body.name) || biggest.includes(body))
    .map((b) => b.at);
}

/** Population-weighted mean position. */
export function centre(members: readonly Body[]): Position {
  let weight = 0;
  let lon = 0;
  let lat = 0;
  for (const body of members) {
    const people = Math.max(1, body.population ?? 1);
    weight += people;
    lon += body.at[0] * people;
    lat += body.at[1] * people;
  }
  return [round(lon / weight), round(lat / weight)];
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

function unions(
  rows: Record<(typeof GEMEINDE)[number], string>[],
  gemeinden: Body[]
): Map<string, Body> {
  const members = new Map<string, Body[]>();
  const names = new Map<string, string>();
  rows.forEach((row, i) => {
    if (row.verband_typ !== 'Verbandsgemeinde') return;
    names.set(row.verband_ars, row.verband);
    const list = members.get(row.verband_ars) ?? [];
    list.push(gemeinden[i]!);
    members.set(row.verband_ars, list);
  });
  return new Map(
    [...members].map(([ars, list]) => {
      const at = centre(list);
      const name = `Verbandsgemeinde ${names.get(ars)}`;
      const population = list.reduce((sum, body) => sum + (body.population ?? 0), 0);
      const { land, kreis } = list[0]!;
      return [
        ars,
        {
          key: `ars:${ars}`,
          kind: 'verbandsgemeinde',
          ags: null,
          ars,
          name,
          nameFull: name,
          land,
          kreis,
          population,
          postcode: null,
          at,
          points: [at],
          geonamesId: null
        } satisfies Body
      ];
    })
  );
}
