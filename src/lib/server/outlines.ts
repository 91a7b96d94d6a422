/** Outlines of Länder and Kreise at column width, for pages that may use no file of another address. */
import kreise from '../../../static/kreise-klein.svg?raw';
import laender from '../../../static/laender-klein.svg?raw';
import type { AreaLevel } from '../domain/areas.ts';

const outlinesOf = (svg: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...svg.matchAll(/<path id="a(\d+)" d="([^"]+)"/g)].map(([, code, d]) => [code!, d!])
  );
const OUTLINES = { laender: outlinesOf(laender), kreise: outlinesOf(kreise) };

/** Paths by code, in tenths of a unit of the German picture; only of these areas. */
export const outlinesFor = (
  level: AreaLevel,
  rows: readonly { code: string }[]
): Record<string, string> =>
  Object.fromEntries(rows.map(({ code }) => [code, OUTLINES[level][code] ?? '']));
