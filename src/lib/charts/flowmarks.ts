/** What the flow's picture is given, and where the bar of what has no goal stands. Pure. */
import { stripOf, type Part } from './strip.ts';

export interface FlowNodeMark {
  id: string;
  label: string;
  /** Where there is little room; '' = none. */
  short: string;
  partnerships: number;
  flags: number;
  href: string | null;
  current: boolean;
  /** It leads to a place of its own instead of filtering. */
  opens: boolean;
}

export interface FlowGoalMark extends FlowNodeMark {
  goal: number;
}

export interface FlowCell {
  id: string;
  side: 'left' | 'right';
  /** Position among the nodes of its side. */
  end: number;
  /** Position among the goals; -1 = none recorded. */
  goal: number;
  partnerships: number;
  flags: number;
}

/** Height of all flags together, of the line of headings, and of the bar without goals. */
export const ROOM = 330;
export const TOP = 26;
export const BAR = 34;
const GAP = 12;

/** Room for the longest name and its number. */
export const nameRoom = (nodes: readonly FlowNodeMark[]): number =>
  Math.min(270, 44 + 6.8 * Math.max(18, ...nodes.map(({ label }) => label.length)));

/** Room for tile, name and number of the goals. */
export const wordRoom = (goals: readonly FlowNodeMark[]): number =>
  Math.max(
    90,
    ...goals.map(
      ({ label, partnerships }) => 42 + 6.8 * label.length + 7.2 * String(partnerships).length
    )
  );

/** The parts of what has no goal: both sides as bars of half the width. */
export function barsOf(
  none: readonly FlowCell[],
  width: number
): (Part & { side: FlowCell['side'] })[] {
  const half = width / 2;
  return (['left', 'right'] as const).flatMap((side) =>
    stripOf(
      none.filter((cell) => cell.side === side),
      side === 'left' ? 0 : half + GAP,
      half - GAP
    ).map((part) => ({ ...part, side }))
  );
}

/** Where the heading of a side's bar begins. */
export const barStart = (side: FlowCell['side'], width: number): number =>
  side === 'left' ? 0 : width / 2 + GAP;
