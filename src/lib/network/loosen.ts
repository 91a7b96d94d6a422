/**
 * From groups laid out one by one to one picture, first half: every group level, its nodes apart.
 *
 * Contract: pure and deterministic. Lengths are in edges of a small group.
 */
export interface Group {
  nodes: readonly number[];
  x: Float64Array;
  y: Float64Array;
}

const PASSES = 30;

/**
 * Turns a group so that it is widest from left to right, about its middle: the rest of the picture
 * is calm when small groups lie alike.
 */
export function level({ x, y }: Group): void {
  const n = x.length;
  const mx = x.reduce((sum, value) => sum + value, 0) / n;
  const my = y.reduce((sum, value) => sum + value, 0) / n;
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [x[i]! - mx, y[i]! - my];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const turn = -Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [x[i]! - mx, y[i]! - my];
    x[i] = dx * cos - dy * sin;
    y[i] = dx * sin + dy * cos;
  }
}

/** Length of an edge in small groups, and how many nodes are few. */
const SHORT = 0.72;
export const FEW = 60;
/** Area per node in the body of a large group. */
const ROOM = 1.5;
/** Share of a large group that is its body; the rest are arms that may reach out. */
const BODY = 0.85;

/** Brings a group to its scale and moves overlapping nodes apart. */
export function loosen({ x, y }: Group, radius: (i: number) => number): void {
  const n = x.length;
  const reach = centred(x, y);
  const body = reach[Math.floor((n - 1) * BODY)]!;
  const stretch = n <= FEW ? SHORT : Math.max(SHORT, Math.sqrt((n * ROOM) / Math.PI) / body);
  for (let i = 0; i < n; i++) {
    x[i] = x[i]! * stretch;
    y[i] = y[i]! * stretch;
  }
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, radius(i));
  const cell = 2 * largest + 0.1;
  for (let pass = 0; pass < PASSES; pass++) if (!apart(x, y, radius, cell)) break;
}

/** One pass over all near pairs by a grid. @returns whether anything had to move */
function apart(
  x: Float64Array,
  y: Float64Array,
  radius: (i: number) => number,
  cell: number
): boolean {
  const grid = new Map<number, number[]>();
  const key = (column: number, row: number) => column * 65_536 + row;
  for (let i = 0; i < x.length; i++) {
    const at = key(Math.floor(x[i]! / cell), Math.floor(y[i]! / cell));
    const list = grid.get(at);
    if (list) list.push(i);
    else grid.set(at, [i]);
  }
  let moved = false;
  for (let i = 0; i < x.length; i++) {
    const [column, row] = [Math.floor(x[i]! / cell), Math.floor(y[i]! / cell)];
    for (let dc = -1; dc <= 1; dc++)
      for (let dr = -1; dr <= 1; dr++)
        for (const j of grid.get(key(column + dc, row + dr)) ?? []) {
          if (j <= i) continue;
          const least = radius(i) + radius(j) + 0.04;
          let [dx, dy] = [x[j]! - x[i]!, y[j]! - y[i]!];
          let distance = Math.hypot(dx, dy);
          if (distance >= least) continue;
          if (distance < 1e-6) [dx, dy, distance] = [1e-3 * ((j % 7) - 3), 1e-3, 1e-3];
          const push = (least - distance) / distance / 2;
          x[i] = x[i]! - dx * push;
          y[i] = y[i]! - dy * push;
          x[j] = x[j]! + dx * push;
          y[j] = y[j]! + dy * push;
          moved = true;
        }
  }
  return moved;
}

/**
 * Centres a small group on the middle of its box, a large one on the middle of its mass.
 * @returns distances from there, ascending
 */
function centred(x: Float64Array, y: Float64Array): Float64Array {
  const middle = (values: Float64Array) =>
    values.length > FEW
      ? values.reduce((sum, value) => sum + value, 0) / values.length
      : (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  const [mx, my] = [middle(x), middle(y)];
  const reach = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    x[i] = x[i]! - mx;
    y[i] = y[i]! - my;
    reach[i] = Math.hypot(x[i]!, y[i]!);
  }
  return reach.sort();
}
