/** Areas for the interactive map: the same rows as table and drawn picture, in the map's own shape. */
import type { Dataset } from '../domain/dataset.ts';
import type { Locale } from '../i18n/locale.ts';
import type { AreaData } from '../map/arealayers.ts';
import type { AreasView } from './areas.ts';
import { areaLines, areaTag } from './areawords.ts';

/** @returns shades and words, and where on the map the areas lie */
export function areaData(dataset: Dataset, view: AreasView, locale: Locale): AreaData {
  const areas = view.rows.map((row) => ({
    code: row.code,
    shade: row.shade,
    thin: row.thin,
    lines: areaLines(row, locale),
    at: row.at,
    tag: areaTag(row, locale)?.join('\n') ?? null
  }));
  const far = view.rows.length > dataset[view.level].length / 2;
  return { level: view.level, areas, bounds: far ? null : boundsOf(dataset, view.rows) };
}

/** Box around the recorded places of some areas, degrees; never smaller than a small Kreis. */
function boundsOf({ authorities }: Dataset, rows: { code: string }[]): AreaData['bounds'] {
  const codes = new Set(rows.map(({ code }) => code));
  const inside = [...authorities.kreis.keys()].filter((row) => {
    const kreis = authorities.kreis[row]!;
    return kreis !== '' && (codes.has(kreis) || codes.has(kreis.slice(0, 2)));
  });
  if (inside.length === 0) return null;
  const lons = inside.map((row) => authorities.lon[row]!);
  const lats = inside.map((row) => authorities.lat[row]!);
  const room = 0.15;
  return [
    Math.min(...lons) - room,
    Math.min(...lats) - room,
    Math.max(...lons) + room,
    Math.max(...lats) + room
  ];
}
