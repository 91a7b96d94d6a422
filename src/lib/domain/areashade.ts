/**
 * How an area is shaded: fixed steps of the share, so that two selections can be compared by eye.
 *
 * Contract: pure. Steps are equal and never follow the data. A share that mostly rests on places
 * nobody has recorded anything of is marked as such (`thin`): a pale area may be unknown, not empty.
 */
import { SMALL, type Area } from './areas.ts';

/** Lower bounds of the five steps. */
export const STEPS = [0, 0.1, 0.2, 0.3, 0.4] as const;

export const SHADES = [
  'step0',
  'step1',
  'step2',
  'step3',
  'step4',
  /** Fewer than five Gemeinden: at least one with a match, or none. */
  'few',
  'few_other',
  /** Every one of them said that it has none. */
  'confirmed',
  /** Nothing recorded about any of them. */
  'empty'
] as const;
export type Shade = (typeof SHADES)[number];

/** Below this coverage a share says little. */
export const THIN = 0.2;

export interface Shading {
  shade: Shade;
  /** The answer is known for less than THIN of the Gemeinden. */
  thin: boolean;
}

export function shadingOf({ n, counts, rate, coverage }: Area): Shading {
  const flat = (shade: Shade): Shading => ({ shade, thin: false });
  if (counts.no_record === n) return flat('empty');
  if (counts.confirmed_none === n) return flat('confirmed');
  if (n < SMALL || rate === null) return flat(counts.match > 0 ? 'few' : 'few_other');
  const step = STEPS.findLastIndex((from) => rate >= from);
  return { shade: SHADES[step]!, thin: (coverage ?? 0) < THIN };
}
