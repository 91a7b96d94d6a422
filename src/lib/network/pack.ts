/**
 * From groups laid out one by one to one picture, second half: groups side by side.
 *
 * The largest group lies in the middle as it is; every further one, by size, takes the free spot
 * nearest to the middle, also in the bays of the largest. Distance is measured wider than high, as
 * screens are.
 *
 * Contract: deterministic; moves the groups in place.
 */
import type { Graph } from './graph.ts';
import { FEW, type Group } from './loosen.ts';

/** Space around a group. */
const GAP = 0.28;
/** How much wider than high the picture becomes. */
const WIDE = 1.25;
/** Spots are tried this far apart. */
const RASTER = 0.36;

interface Disc {
  x: number;
  y: number;
  r: number;
}

/** @param groups by size, largest first */
export function pack(
  graph: Graph,
  groups: readonly Group[],
  radius: (node: number) => number
): void {
  const discs = groups.map(({ nodes, x, y }): Disc => {
    let r = 0;
    nodes.forEach((node, i) => (r = Math.max(r, Math.hypot(x[i]!, y[i]!) + radius(node))));
    return { x: 0, y: 0, r: r + GAP };
  });
  const [largest] = groups;
  if (!largest) return;
  const isLarge = (group: Group) => group === largest || group.nodes.length > FEW;
  const taken = new Taken(
    discs.reduce((most, { r }, at) => (isLarge(groups[at]!) ? most : Math.max(most, r)), 1)
  );
  for (const disc of shapeOf(graph, largest, radius)) taken.add(disc);
  const spots = spotsFor(discs);
  let next = 0;
  let last = Infinity;
  groups.forEach((group, at) => {
    if (at === 0) return;
    const disc = discs[at]!;
    // A spot that was too narrow for a larger one may be wide enough now.
    if (disc.r < last - 0.12) [next, last] = [0, disc.r];

    while (next < spots.length && !taken.isFree(spots[next]!, disc.r)) next++;
    const spot = spots[next] ?? [0, 0];
    [disc.x, disc.y] = spot;
    for (let i = 0; i < group.x.length; i++) {
      group.x[i] = group.x[i]! + disc.x;
      group.y[i] = group.y[i]! + disc.y;
    }
    if (isLarge(group)) for (const part of shapeOf(graph, group, radius)) taken.add(part);
    else taken.add(disc);
  });
}

/** A large group takes only where its nodes and edges are, so that small ones may lie in its bays. */
function* shapeOf(
  { source, target, edges }: Graph,
  { nodes, x, y }: Group,
  radius: (node: number) => number
): Generator<Disc> {
  const at = new Map(nodes.map((node, i) => [node, i]));
  for (const [node, i] of at) yield { x: x[i]!, y: y[i]!, r: radius(node) + GAP };
  for (let e = 0; e < edges; e++) {
    const [i, j] = [at.get(source[e]!), at.get(target[e]!)];
    if (i === undefined || j === undefined) continue;
    const [dx, dy] = [x[j]! - x[i]!, y[j]! - y[i]!];
    const parts = Math.ceil(Math.hypot(dx, dy) / GAP / 2);
    for (let k = 1; k < parts; k++)
      yield { x: x[i]! + (dx * k) / parts, y: y[i]! + (dy * k) / parts, r: GAP };
  }
}

/** Spots of a raster that surely holds everything, nearest to the middle first. */
function spotsFor(discs: readonly Disc[]): [number, number][] {
  const area = discs.reduce((sum, { r }) => sum + (2 * r + RASTER) ** 2, 0);
  const high = Math.sqrt(area / Math.PI / WIDE) + discs[0]!.r + 1;
  const step = RASTER * Math.max(1, high / 150);
  const spots: [number, number, number][] = [];
  for (let y = -high; y <= high; y += step)
    for (let x = -high * WIDE; x <= high * WIDE; x += step) {
      const away = Math.hypot(x / WIDE, y);
      if (away <= high) spots.push([x, y, away]);
    }
  spots.sort((a, b) => a[2] - b[2] || a[0] - b[0] || a[1] - b[1]);
  return spots.map(([x, y]) => [x, y]);
}

/** What is taken, in a grid of cells as large as the widest disc. */
class Taken {
  readonly #cell: number;
  readonly #grid = new Map<number, Disc[]>();
  #widest = 0;

  constructor(cell: number) {
    this.#cell = cell;
  }

  add(disc: Disc): void {
    this.#widest = Math.max(this.#widest, disc.r);
    const key = this.#key(this.#at(disc.x), this.#at(disc.y));
    const list = this.#grid.get(key);
    if (list) list.push(disc);
    else this.#grid.set(key, [disc]);
  }

  isFree([x, y]: readonly [number, number], r: number): boolean {
    const reach = r + this.#widest;
    for (let column = this.#at(x - reach); column <= this.#at(x + reach); column++)
      for (let row = this.#at(y - reach); row <= this.#at(y + reach); row++)
        for (const disc of this.#grid.get(this.#key(column, row)) ?? [])
          if ((disc.x - x) ** 2 + (disc.y - y) ** 2 < (disc.r + r) ** 2) return false;
    return true;
  }

  #at(value: number): number {
    return Math.floor(value / this.#cell);
  }

  #key(column: number, row: number): number {
    return column * 65_536 + row;
  }
}
