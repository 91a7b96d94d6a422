import { expect, it } from 'vitest';
import { kreisCentres, landCentre } from './centres.ts';
import { randomDataset } from './testing/dataset.ts';
import { random } from './testing/random.ts';

const dataset = randomDataset(random(8), 60);

it('puts a Kreis amid its bodies', () => {
  const centres = kreisCentres(dataset);
  dataset.kreise.forEach(({ code }, at) => {
    const lons = dataset.authorities.kreis.flatMap((kreis, row) =>
      kreis === code ? [dataset.authorities.lon[row]!] : []
    );
    expect(centres[at]![0]).toBeGreaterThanOrEqual(Math.min(...lons));
    expect(centres[at]![0]).toBeLessThanOrEqual(Math.max(...lons));
  });
});

it('knows a point for every Land, Germany for anything else', () => {
  const points = dataset.laender.map((_, land) => landCentre(dataset, land).join());
  expect(new Set(points).size).toBe(3);
  expect(landCentre(dataset, 99)).toEqual([10.4, 51.1]);
});
