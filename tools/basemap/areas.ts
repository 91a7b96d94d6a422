/**
 * `static/laender.svg` and `static/kreise.svg`: the areas of Germany as shapes to be used by id.
 *
 * Contract: pure text from a topology; neighbours share their simplified border, so no gap opens
 * between them; one `<path id="a09162">` per AGS, without any colour: whoever uses it fills it.
 * Same frame for both (`lib/charts/germany.ts`). Kept out of pages because outlines never change:
 * a page names 400 shapes in 3 KB and the browser keeps the file.
 */
import { geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify';
import { GERMANY_FRAME, germanProjection } from '../../src/lib/charts/germany.ts';
import type { GermanTopology } from './sources.ts';
import { tenths } from './world.ts';

/** Smallest detail kept, in square degrees: about a pixel at the size it is shown. */
const DETAIL = { laender: 0.0006, kreise: 0.0005 };
/** Smallest island kept, in square degrees. */
const ISLAND = 0.002;

/** The SVG document. */
export function areasSvg(source: GermanTopology, kind: 'laender' | 'kreise'): string {
  const slim = simplify(presimplify(source), DETAIL[kind]);
  const topology = filter(slim, filterWeight(slim, ISLAND)) as GermanTopology;
  const path = geoPath(germanProjection()).digits(1);
  const shapes = feature(topology, topology.objects[kind])
    .features.map(({ id, geometry }) => ({ id: String(id), d: tenths(path(geometry) ?? '') }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, d }) => `<path id="a${id}" d="${d}"/>`);
  const { width, height } = GERMANY_FRAME;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width * 10} ${height * 10}">` +
    `<!-- © BKG (2024) dl-de/by-2-0, Daten verändert -->${shapes.join('\n')}</svg>\n`
  );
}
