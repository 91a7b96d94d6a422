/**
 * Label points of countries: `supabase/seed/countries/anchors.csv` (iso2, lon, lat, basis).
 *
 * Contract: one row for every code of countries.csv, in its order. `basis` says where the point is
 * from: `shape` computed on the largest part (labelpoint.ts), `hand` placed by hand because
 * Natural Earth draws the territory as part of its state or not at all.
 */
import { feature } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'geojson';
import { labelPoint } from './labelpoint.ts';
import { countries, countryRows } from './sources.ts';

export interface Anchor {
  iso2: string;
  lon: number;
  lat: number;
  basis: 'shape' | 'hand';
}

const BY_HAND: Record<string, [number, number]> = {
  BQ: [-68.27, 12.18],
  BV: [3.36, -54.42],
  CC: [96.83, -12.15],
  CX: [105.64, -10.49],
  GF: [-53.1, 3.9],
  GP: [-61.55, 16.2],
  MQ: [-61.02, 14.65],
  RE: [55.53, -21.13],
  SJ: [16.5, 78.7],
  TK: [-171.83, -9.19],
  YT: [45.16, -12.82]
};

/** Anchors of all countries and territories; throws if one has neither a shape nor a hand point. */
export function anchors(): Anchor[] {
  // The coarser scale is exact enough and ten times faster; the finer one knows more islets.
  const shapes = new Map<string, Polygon | MultiPolygon>();
  for (const topology of [countries('10m'), countries('50m')])
    for (const shape of feature(topology, topology.objects.countries).features)
      if (shape.properties.iso2)
        shapes.set(shape.properties.iso2, shape.geometry as Polygon | MultiPolygon);

  return countryRows().map(({ iso2 }) => {
    const hand = BY_HAND[iso2];
    if (hand) return { iso2, lon: hand[0], lat: hand[1], basis: 'hand' };
    const shape = shapes.get(iso2);
    if (!shape) throw new Error(`no label point for ${iso2}`);
    const [lon, lat] = labelPoint(shape);
    return { iso2, lon, lat, basis: 'shape' };
  });
}

/** The CSV text, LF endings. */
export function anchorsCsv(rows: Anchor[]): string {
  const lines = rows.map((row) => `${row.iso2},${row.lon},${row.lat},${row.basis}`);
  return ['iso2,lon,lat,basis', ...lines, ''].join('\n');
}
