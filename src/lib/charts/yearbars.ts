/**
 * Layout of a bar per year with its axes, in SVG units.
 *
 * Contract: pure; one unit is one CSS pixel at the width it is laid out for. Bars start at zero and
 * share one scale; a year without a beginning has no bar but keeps its place.
 */
import { nice, ticks } from 'd3-array';

export interface Bar {
  year: number;
  count: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface YearBars {
  width: number;
  height: number;
  bars: Bar[];
  /** Rules with their count at the left edge. */
  rules: { y: number; count: number }[];
  /** Decades below the bars. */
  ticks: { x: number; year: number }[];
}

const MARGIN = { top: 20, right: 8, bottom: 24, left: 34 };
/** Room a tick of four digits needs, px. */
const TICK = 44;

/** @param counts beginnings in year `from + i` */
export function yearBars(from: number, counts: number[], width: number, height: number): YearBars {
  const step = (width - MARGIN.left - MARGIN.right) / Math.max(1, counts.length);
  const most = Math.max(1, ...counts);
  const floor = height - MARGIN.bottom;
  const [, top] = nice(0, most, 4);
  const y = (count: number) => floor - (count / top) * (floor - MARGIN.top);
  const x = (i: number) => MARGIN.left + i * step;
  const round = (value: number) => Math.round(value * 10) / 10;
  const gap = Math.min(2, step * 0.25);
  const every = Math.ceil(TICK / (10 * step)) * 10;
  return {
    width,
    height,
    bars: counts.flatMap((count, i) =>
      count === 0
        ? []
        : {
            year: from + i,
            count,
            x: round(x(i) + gap / 2),
            y: round(y(count)),
            width: round(step - gap),
            height: round(floor - y(count))
          }
    ),
    rules: ticks(0, top, 4)
      .filter(Number.isInteger)
      .map((count) => ({ y: round(y(count)), count })),
    ticks: counts.flatMap((_, i) =>
      (from + i) % every === 0 ? { x: round(x(i) + step / 2), year: from + i } : []
    )
  };
}
