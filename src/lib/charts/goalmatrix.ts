/**
 * Places of goals against goals, the lower half: a tile and a name per row, tiles again below the
 * columns, in SVG units.
 *
 * Contract: pure; one unit is one CSS pixel at the width it is laid out for.
 */
import type { Grid } from './matrix.ts';

export interface GoalLayout extends Grid {
  tile: number;
  /** Whether rows carry names. */
  named: boolean;
}

const GAP = 6;

/** @param wide room for names; without, the picture fits a phone */
export function goalLayout(goals: number, wide: boolean): GoalLayout {
  const cell = wide ? { width: 33, height: 31 } : { width: 18.6, height: 22 };
  const tile = wide ? 26 : 18;
  const left = (wide ? 250 : 0) + tile + GAP;
  return {
    width: left + goals * cell.width + (wide ? 2 : 1),
    height: goals * cell.height + GAP + tile + 1,
    left,
    top: 0,
    cell,
    rows: goals,
    columns: goals,
    half: true,
    tile,
    named: wide
  };
}

/** Breaks a name into at most two lines of similar length, at a blank. */
export function twoLines(name: string, most: number): string[] {
  if (name.length <= most) return [name];
  const words = name.split(' ');
  let best = [name];
  let least = Infinity;
  for (let i = 1; i < words.length; i++) {
    const lines = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
    const longest = Math.max(...lines.map((line) => line.length));
    if (longest < least) [least, best] = [longest, lines];
  }
  return best;
}
