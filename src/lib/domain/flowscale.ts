/**
 * How wide a flow is drawn: one scale for the server's picture, the map and both legends.
 *
 * Contract: pure. Widths are CSS pixels.
 */

/** Widest and thinnest line. */
const WIDEST = 9;
const THINNEST = 0.6;

/**
 * Line width in px; its square is proportional to the count, down to a line that can be seen.
 * @param most the largest count in the picture, which gets the widest line
 * @param widest width of that line, px
 */
export function flowWidth(partnerships: number, most: number, widest = WIDEST): number {
  const exact = widest * Math.sqrt(partnerships / Math.max(most, 1));
  return Math.round(Math.max(THINNEST, exact) * 100) / 100;
}

/** Up to three round counts for the legend, largest first: each a tenth of the last. */
export function legendCounts(most: number): number[] {
  if (most < 1) return [];
  const power = 10 ** Math.floor(Math.log10(most));
  const first = [5, 2, 1].map((step) => step * power).find((value) => value <= most) ?? 1;
  return [...new Set([first, first / 10, first / 100].map(Math.round))].filter((n) => n >= 1);
}
