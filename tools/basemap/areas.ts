/**
 * `static/laender.svg` and `static/kreise.svg`: the areas of Germany as shapes to be used by id; with
 * `-klein` the same for embeds, which may weigh little.
 *
 * Contract: pure text from a topology; neighbours share their simplified border, so no gap opens
 * between them; one `<path id="a09162">` per AGS, without any colour: whoever uses it fills it.
 * Same frame for both (`lib/charts/germany.ts`). Kept out of pages because outlines never change:
 * a page names 400 shapes in 3 KB and the browser keeps the file.
 */
import { geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { topology as shared } from 'topojson-server';
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify';
import { GERMANY_FRAME, germanProjection } from '../../src/lib/charts/germany.ts';
import type { GermanTopology } from './sources.ts';
import { tenths, type Fineness } from './world.ts';

/** Smallest detail kept, in square degrees: about a pixel at the size it is shown, or at column width. */
const DETAIL = {
  fine: { laender: 0.0006, kreise: 0.0005 },
  small: { laender: 0.0012, kreise: 0.005 }
};
/** Smallest island kept, in square degrees. */
const ISLAND = 0.002;
/** Tenths of a unit that points are moved to: the small files are seen at half the size. */
const GRID = { fine: 1, small: 8 };

/**
 * The source cuts its lines at every Gemeinde, and ends of lines are never left out: for the small
 * files lines end only where areas of this kind meet.
 */
function coarse(source: GermanTopology, kind: 'laender' | 'kreise', fineness: Fineness) {
  if (fineness === 'fine') return source;
  return shared({ [kind]: feature(source, source.objects[kind]) }) as unknown as GermanTopology;
}

/** The SVG document. */
export function areasSvg(
  source: GermanTopology,
  kind: 'laender' | 'kreise',
  fineness: Fineness = 'fine'
): string {
  const slim = simplify(presimplify(coarse(source, kind, fineness)), DETAIL[fineness][kind]);
  const topology = filter(slim, filterWeight(slim, ISLAND)) as GermanTopology;
  const path = geoPath(germanProjection()).digits(1);
  const shapes = feature(topology, topology.objects[kind])
    .features.map(({ id, geometry }) => ({
      id: String(id),
      d: tenths(path(geometry) ?? '', GRID[fineness])
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, d }) => `<path id="a${id}" d="${d}"/>`);
  const { width, height } = GERMANY_FRAME;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width * 10} ${height * 10}">` +
    `<!-- © BKG (2024) dl-de/by-2-0, Daten verändert -->${shapes.join('\n')}</svg>\n`
  );
}
