/**
 * Five shades for counts, in steps that a legend can say: small differences between small counts are
 * as visible as large ones between large counts.
 */
export const SHADES = 5;

/** Largest count that may occur -> upper ends of the first four steps; the fifth is open. */
const STEPS: readonly (readonly [number, readonly number[]])[] = [
  [5, [1, 2, 3, 4]],
  [25, [1, 3, 6, 12]],
  [120, [1, 5, 15, 40]],
  [600, [1, 5, 20, 100]],
  [Infinity, [5, 20, 100, 500]]
];

/** Upper ends of the first four steps for pictures whose largest count is `most`. */
export function stepsFor(most: number): readonly number[] {
  return STEPS.find(([limit]) => most <= limit)![1];
}

/** 1 (palest) to 5. @param count >= 1 */
export function shadeOf(count: number, steps: readonly number[]): number {
  const at = steps.findIndex((end) => count <= end);
  return at < 0 ? SHADES : at + 1;
}

/** The steps that occur, as `from`..`to`; `to` null = open. */
export function legendOf(
  counts: readonly number[],
  steps: readonly number[]
): { shade: number; from: number; to: number | null }[] {
  const used = new Set(counts.map((count) => shadeOf(count, steps)));
  return [...steps, null]
    .map((to, i) => ({ shade: i + 1, from: (steps[i - 1] ?? 0) + 1, to }))
    .filter(({ shade }) => used.has(shade));
}
