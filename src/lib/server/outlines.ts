/**
 * Outlines of Länder and Kreise at column width, for pages that may use no file of another address.
 *
 * Contract: every area has one. Where the coarse file leaves nothing of a small town, the fine one
 * helps out; such towns come last, since they are drawn over the Kreis around them.
 */
import kreiseFine from '../../../static/kreise.svg?raw';
import kreise from '../../../static/kreise-klein.svg?raw';
import laenderFine from '../../../static/laender.svg?raw';
import laender from '../../../static/laender-klein.svg?raw';
import type { AreaLevel } from '../domain/areas.ts';

const outlinesOf = (svg: string) =>
  new Map([...svg.matchAll(/<path id="a(\d+)" d="([^"]+)"/g)].map(([, code, d]) => [code!, d!]));
const COARSE = { laender: outlinesOf(laender), kreise: outlinesOf(kreise) };
const FINE = { laender: outlinesOf(laenderFine), kreise: outlinesOf(kreiseFine) };

/** Paths by code in the order they are drawn, in tenths of a unit of the German picture; only of these areas. */
export function outlinesFor(
  level: AreaLevel,
  rows: readonly { code: string }[]
): ReadonlyMap<string, string> {
  const codes = rows.map(({ code }) => code);
  const large = codes.filter((code) => COARSE[level].has(code));
  const small = codes.filter((code) => !COARSE[level].has(code));
  return new Map([
    ...large.map((code) => [code, COARSE[level].get(code)!] as const),
    ...small.map((code) => [code, FINE[level].get(code) ?? ''] as const)
  ]);
}
