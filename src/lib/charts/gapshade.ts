/**
 * How a cell of the gap matrix is shaded, and what the shades mean.
 *
 * Contract: pure. Steps of shares and densities are fixed and never follow the data, so that two
 * selections can be compared by eye; they are wide enough for shares of a per mille and of the half.
 * Nothing that fits is no shade at all, and under five Gemeinden there is no share to shade.
 */
import { SMALL } from '../domain/areas.ts';
import { THIN } from '../domain/areashade.ts';
import type { GapCell, GapMeasure } from '../domain/gaps.ts';
import { shadeOf } from './shades.ts';

/** Shares: upper ends of the first four steps; the fifth is open. Steps begin above their lower end. */
export const SHARE_STEPS = [0.01, 0.05, 0.2, 0.5] as const;
/** The same of partnerships per 100,000 inhabitants. */
export const DENSITY_STEPS = [0.1, 0.5, 2, 5] as const;

export type GapShade =
  /** Asked, and nothing that fits is recorded. */
  | 's0'
  | 's1'
  | 's2'
  | 's3'
  | 's4'
  | 's5'
  /** Fewer than five Gemeinden: at least one with a match, or none. */
  | 'few'
  | 'few_other'
  /** Every one of them said that it has none. */
  | 'confirmed'
  /** Nothing recorded about any of them. */
  | 'empty'
  /** No Gemeinde is asked. */
  | 'none'
  /** The position itself says that the answer is not recorded: a gap of the data, never shaded. */
  | 'unknown';

/** What a cell shows first; null = there is no such figure. */
export function gapValue(cell: GapCell, measure: GapMeasure): number | null {
  switch (measure) {
    case 'anteil':
      return cell.rate;
    case 'partnerschaften':
      return cell.partnerships;
    case 'je100000':
      return cell.per100000;
    case 'einwohner':
      return cell.engagedShare;
  }
}

/** @param steps of counts, from `stepsFor` */
export function gapShade(cell: GapCell, measure: GapMeasure, steps: readonly number[]): GapShade {
  const { n, states } = cell;
  if (n === 0) return 'none';
  if (states.no_record === n) return 'empty';
  if (states.confirmed_none === n) return 'confirmed';
  const value = gapValue(cell, measure);
  if (measure === 'partnerschaften')
    return value ? (`s${shadeOf(value, steps)}` as GapShade) : 's0';
  if (n < SMALL) return states.match > 0 ? 'few' : 'few_other';
  if (!value) return 's0';
  const ends = measure === 'je100000' ? DENSITY_STEPS : SHARE_STEPS;
  const at = ends.findIndex((end) => value < end);
  return `s${at < 0 ? ends.length + 1 : at + 1}` as GapShade;
}

/** The answer is known for too few to say much: a pale cell may be unknown, not empty. */
export const isThin = ({ n, coverage }: GapCell): boolean =>
  n >= SMALL && coverage !== null && coverage < THIN;
