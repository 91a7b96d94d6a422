/**
 * Points at which flows of a Land or Kreis start.
 *
 * Contract: pure; degrees. They say "somewhere here" and are no measured centres.
 */
import type { Dataset } from './dataset.ts';
import { derived } from './derived.ts';

type LonLat = [number, number];

/** The middle of Germany. */
export const GERMANY: LonLat = [10.4, 51.1];

/** By Land code, set so that city states and the Länder around them don't lie on each other. */
const LAENDER: Record<string, LonLat> = {
  '01': [9.7, 54.25],
  '02': [10, 53.55],
  '03': [9.2, 52.7],
  '04': [8.8, 53.1],
  '05': [7.6, 51.5],
  '06': [9, 50.6],
  '07': [7.3, 49.95],
  '08': [9.05, 48.6],
  '09': [11.5, 48.95],
  '10': [6.95, 49.4],
  '11': [13.4, 52.5],
  '12': [13.8, 51.85],
  '13': [12.5, 53.75],
  '14': [13.3, 51],
  '15': [11.7, 52],
  '16': [11, 50.9]
};

/** @param land position in `dataset.laender` */
export function landCentre(dataset: Dataset, land: number): LonLat {
  return LAENDER[dataset.laender[land]?.code ?? ''] ?? GERMANY;
}

const cache = new WeakMap<Dataset, LonLat[]>();

/** Middle of the bodies with a record, by position in `dataset.kreise`; NaN without any. */
export function kreisCentres(dataset: Dataset): LonLat[] {
  let found = cache.get(dataset);
  if (!found) cache.set(dataset, (found = middles(dataset)));
  return found;
}

function middles(dataset: Dataset): LonLat[] {
  const { lon, lat, length } = dataset.authorities;
  const { kreis } = derived(dataset);
  const sums = dataset.kreise.map(() => ({ lon: 0, lat: 0, n: 0 }));
  for (let body = 0; body < length; body++) {
    const sum = sums[kreis[body]!];
    if (!sum || Number.isNaN(lon[body]!)) continue;
    sum.lon += lon[body]!;
    sum.lat += lat[body]!;
    sum.n++;
  }
  return sums.map((sum) => [sum.lon / sum.n, sum.lat / sum.n]);
}
