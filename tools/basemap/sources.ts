/**
 * The vendored originals the basemap is made of (`supabase/seed/geo`, `supabase/seed/countries`).
 *
 * Contract: reads files of this repository only; nothing is downloaded, nothing is changed.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { FeatureCollection, Geometry } from 'geojson';
import type { GeometryCollection, Objects, Topology } from 'topojson-specification';

const SEED = new URL('../../supabase/seed/', import.meta.url);

export interface CountryProperties {
  iso2: string | null;
  name_ne: string;
}
export type CountryTopology = Topology<{ countries: GeometryCollection<CountryProperties> }>;

export interface GermanProperties {
  name: string;
}
export type GermanTopology = Topology<{
  gemeinden: GeometryCollection<GermanProperties>;
  kreise: GeometryCollection<GermanProperties>;
  laender: GeometryCollection<GermanProperties>;
}>;

export interface CountryRow {
  iso2: string;
  name_de: string;
  name_en: string;
}

function gunzipJson(path: string): unknown {
  return JSON.parse(gunzipSync(readFileSync(new URL(path, SEED))).toString('utf8'));
}

/** Countries of the world; `50m` is the coarser scale. Fresh on each call: simplifying mutates. */
export function countries(scale: '10m' | '50m'): CountryTopology {
  return gunzipJson(`geo/natural-earth/countries-${scale}.topojson.gz`) as CountryTopology;
}

/** Gemeinden, Kreise and Länder on shared arcs. */
export function germany(): GermanTopology {
  const path = 'geo/bkg-vg5000/de_gemeinden_kreise_laender_2024.topojson.gz';
  return gunzipJson(path) as GermanTopology;
}

/** A Natural Earth layer by file name without ending. */
export function naturalEarth<P extends object, G extends Geometry = Geometry>(
  name: string
): FeatureCollection<G, P> {
  return gunzipJson(`geo/natural-earth/${name}.geojson.gz`) as FeatureCollection<G, P>;
}

/** All countries and territories the product knows, with their names. */
export function countryRows(): CountryRow[] {
  const text = readFileSync(new URL('countries/countries.csv', SEED), 'utf8');
  return parse(text, { columns: true, bom: true }) as CountryRow[];
}

/** Only to satisfy generics of topojson-client where the topology's objects don't matter. */
export type AnyTopology = Topology<Objects>;
