import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Position } from 'geojson';
import { select } from '../domain/selection.ts';
import { randomDataset, randomFilters } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import { csv } from './csv.ts';
import { geojson } from './geojson.ts';

const options = { locale: 'de', details: null } as const;

/** All positions of a geometry, however deep. */
const flat = (value: unknown): Position[] =>
  Array.isArray(value) && typeof value[0] === 'number'
    ? [value as Position]
    : (value as unknown[]).flatMap(flat);

describe.each(Array.from({ length: 25 }, (_, seed) => seed))('on random data %d', (seed) => {
  const r = random(seed);
  const dataset = randomDataset(r, 80);
  const selection = select(dataset, randomFilters(r, dataset));
  const collection = geojson(dataset, selection, options);
  const ids = [...selection.rows].map((row) => dataset.partnerships.id[row]!);

  it('has the partnerships of the selection and of the CSV', () => {
    expect(collection.features.map((feature) => feature.id)).toEqual(ids);
    const text = csv(dataset, selection, { ...options, separator: ',', bom: false });
    const rows = parse(text, { columns: true }) as { partnership_id: string }[];
    expect(new Set(rows.map((row) => row.partnership_id))).toEqual(new Set(ids));
  });

  it('is well formed: longitude first, within bounds, never NaN', () => {
    for (const { geometry, properties } of JSON.parse(JSON.stringify(collection)).features) {
      expect(properties.authority_ids).toMatch(/^a\d/);
      expect(properties.partner_ids).toMatch(/^[ap]\d/);
      if (!geometry) continue;
      expect(['Point', 'MultiPoint', 'LineString', 'MultiLineString']).toContain(geometry.type);
      for (const [lon, lat, ...rest] of flat(geometry.coordinates)) {
        expect(Math.abs(lon!)).toBeLessThanOrEqual(180);
        expect(Math.abs(lat!)).toBeLessThanOrEqual(90);
        expect(rest).toEqual([]);
      }
    }
  });

  it('says terms and snapshot beside the features', () => {
    expect(collection.snapshot.version).toBe(dataset.version);
    expect(collection.licence).toBe(collection.terms.licence);
    for (const { properties } of collection.features)
      expect(properties).toMatchObject({ snapshot: '1 (2026-11-22)' });
  });
});
