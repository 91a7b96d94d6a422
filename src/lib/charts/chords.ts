/**
 * Places of a chord diagram of two sides: Länder on the left half of a circle, partners on the right,
 * bands between them as wide as their counts, names beside, in SVG units.
 *
 * Contract: pure; one unit is one CSS pixel at the width it is laid out for. Both sides run from top
 * to bottom in their own order; names never overlap.
 */
import { chord, ribbon, type Chord, type ChordSubgroup } from 'd3-chord';

export interface Arc {
  side: 'left' | 'right';
  /** Position on its side. */
  index: number;
  path: string;
  /** Where the name stands; it ends here on the left, begins here on the right. */
  label: { x: number; y: number };
  /** Line from the arc to the name. */
  leader: string;
}

export interface Band {
  id: string;
  row: number;
  column: number;
  path: string;
  /** Where its words are shown. */
  x: number;
  y: number;
}

export interface Chords {
  width: number;
  height: number;
  arcs: Arc[];
  /** Widest first, so that narrow ones lie on top. */
  bands: Band[];
  /** d3 draws bands around the origin from twelve o'clock: the way to their place. */
  transform: string;
}

/** On the page; a picture may have less room. */
const USUAL = { width: 864, radius: 214, x: 432 };
/** In a frame: the same names, a smaller circle between them. */
export const COMPACT = { width: 696, radius: 120, x: 352 };
const THICK = 10;
/** Least distance of two names. */
const LINE = 18;
const PAD = 0.025;
/** Empty places between the two halves, at top and bottom. */
const BREAK = 4;

/**
 * @param left number of Länder, top to bottom
 * @param right number of partners, top to bottom
 * @param cells counts: `row` on the right, `column` on the left
 * @param box outer width, and the circle's radius and middle
 */
export function chords(
  left: number,
  right: number,
  cells: readonly { id: string; row: number; column: number; partnerships: number }[],
  box: { width: number; radius: number; x: number } = USUAL
): Chords {
  const { radius } = box;
  // Clockwise from the top: a break, the right side, a break, the left side from the bottom up.
  const rightAt = (row: number) => BREAK / 2 + row;
  const leftAt = (column: number) => BREAK / 2 + right + BREAK + (left - 1 - column);
  const size = right + left + 2 * BREAK;
  const counts = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const cellAt = new Map<string, (typeof cells)[number]>();
  for (const cell of cells) {
    const [a, b] = [rightAt(cell.row), leftAt(cell.column)];
    counts[a]![b] = counts[b]![a] = cell.partnerships;
    cellAt.set(`${a} ${b}`, cell);
  }
  const laid = chord().padAngle(PAD)(counts);
  // Padding is per place, so the sides are not quite halves: turn their middles to 3 and 9 o'clock.
  const turn = turnOf(left, right);
  const height = Math.max(2 * (radius + 24), Math.max(left, right) * LINE + 24);
  const centre = { x: box.x, y: height / 2 };
  const at = (angle: number, away: number) => ({
    x: centre.x + away * Math.sin(angle + turn),
    y: centre.y - away * Math.cos(angle + turn)
  });
  const arcs = (['left', 'right'] as const).flatMap((side) => {
    const count = side === 'left' ? left : right;
    const groups = Array.from(
      { length: count },
      (_, i) => laid.groups[side === 'left' ? leftAt(i) : rightAt(i)]!
    );
    const middles = groups.map(({ startAngle, endAngle }) => (startAngle + endAngle) / 2);
    const lines = spread(
      middles.map((angle) => at(angle, radius).y),
      LINE,
      LINE / 2,
      height - LINE / 2
    );
    const sign = side === 'left' ? -1 : 1;
    return groups.map(({ startAngle, endAngle }, index): Arc => {
      const from = at(middles[index]!, radius + THICK + 2);
      const knee = centre.x + sign * (radius + THICK + 18);
      const label = { x: knee + sign * 8, y: lines[index]! };
      return {
        side,
        index,
        path: ring(at, radius, startAngle, endAngle),
        label: rounded(label),
        leader: `M${short(from.x)} ${short(from.y)}L${short(knee)} ${short(label.y)}h${sign * 4}`
      };
    });
  });
  const draw = ribbon<Chord, ChordSubgroup>().radius(radius - 2);
  const bands = [...laid]
    .flatMap((one) => {
      const [a, b] = [one.source, one.target].sort((s, t) => s.index - t.index);
      const cell = cellAt.get(`${a!.index} ${b!.index}`);
      if (!cell) return [];
      const middle = at((b!.startAngle + b!.endAngle) / 2, radius - 30);
      return {
        id: cell.id,
        row: cell.row,
        column: cell.column,
        weight: cell.partnerships,
        path: shortened(String(draw(one))),
        ...rounded(middle)
      };
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ weight: _, ...band }) => band);
  const degrees = Math.round((turn * 18000) / Math.PI) / 100;
  const transform = `translate(${short(centre.x)} ${short(centre.y)}) rotate(${degrees})`;
  return { width: box.width, height, arcs, bands, transform };
}

/** Brings the middle of the right side to three o'clock, radians. */
function turnOf(left: number, right: number): number {
  // Each side has half of the angle that is not padding, and one pad after each of its places.
  const places = right + left + 2 * BREAK;
  const half = (2 * Math.PI - places * PAD) / 2;
  const start = (BREAK / 2) * PAD;
  const end = start + half + (right - 1) * PAD;
  return Math.PI / 2 - (start + end) / 2;
}

/**
 * Moves lines apart so that each has its room, as little as need be.
 * @param wanted ascending
 */
export function spread(
  wanted: readonly number[],
  gap: number,
  least: number,
  most: number
): number[] {
  const lines = [...wanted];
  for (let i = 0; i < lines.length; i++)
    lines[i] = Math.max(lines[i]!, i === 0 ? least : lines[i - 1]! + gap);
  for (let i = lines.length - 1; i >= 0; i--)
    lines[i] = Math.min(lines[i]!, i === lines.length - 1 ? most : lines[i + 1]! - gap);
  return lines;
}

function ring(
  at: (angle: number, radius: number) => { x: number; y: number },
  inner: number,
  from: number,
  to: number
): string {
  const outer = inner + THICK;
  const [a, b] = [at(from, inner), at(to, inner)];
  const [c, d] = [at(to, outer), at(from, outer)];
  const large = to - from > Math.PI ? 1 : 0;
  const point = ({ x, y }: { x: number; y: number }) => `${short(x)} ${short(y)}`;
  return (
    `M${point(a)}A${inner} ${inner} 0 ${large} 1 ${point(b)}L${point(c)}` +
    `A${outer} ${outer} 0 ${large} 0 ${point(d)}Z`
  );
}

const short = (value: number) => Math.round(value * 10) / 10;
const rounded = ({ x, y }: { x: number; y: number }) => ({ x: short(x), y: short(y) });
const shortened = (path: string) =>
  path.replace(/-?\d+(\.\d+)?(e-?\d+)?/g, (number) => String(short(Number(number)) || 0));
