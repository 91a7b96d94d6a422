/**
 * Greedy label placement: the most important first, each at the nearest free spot around its point.
 *
 * Contract: pure and deterministic; labels never overlap each other, a marked point, a reserved
 * box or the edge; a label that finds no spot within reach is left out. Units are the caller's.
 */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface LabelAsk {
  id: string;
  text: string;
  /** Point the label belongs to, and the radius of its mark. */
  x: number;
  y: number;
  radius: number;
}

export interface PlacedLabel {
  id: string;
  text: string;
  /** Baseline start. */
  x: number;
  y: number;
  box: Box;
  /** Line from the mark to a label that stands away from it. */
  leader: { x1: number; y1: number; x2: number; y2: number } | null;
}

export interface LabelSpace {
  width: number;
  height: number;
  fontSize: number;
  /** Only the first so many get a label; the others are only marks to keep off. */
  limit: number;
  /** How far a label may stand from its mark, em; default 4. */
  reach?: number;
  /** Where the lines come from: labels rather stand on the far side of their mark. */
  hub?: { x: number; y: number };
  /** Boxes that stay free (legend, inset). */
  reserved?: Box[];
  /** Points a label should rather not cover: lines, sampled. */
  shy?: [number, number][];
  /** Width of a text at `fontSize`, where it can be measured; default an estimate. */
  widthOf?: (text: string) => number;
}

/** Mean glyph width of Source Sans 3 semibold with tabular figures, in em; rounded up. */
const GLYPH = 0.53;
const DIRECTIONS = 16;

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const holds = (box: Box, [x, y]: [number, number]) =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

interface Spot {
  box: Box;
  /** Distance from the mark, and direction as unit vector. */
  gap: number;
  cos: number;
  sin: number;
}

function spots(ask: LabelAsk, { fontSize, widthOf }: LabelSpace): Spot[] {
  const width = widthOf?.(ask.text) ?? ask.text.length * GLYPH * fontSize;
  const height = fontSize * 1.15;
  const found: Spot[] = [];
  for (const away of [0, 0.7, 1.4, 2.2, 3, 4, 5])
    for (let i = 0; i < DIRECTIONS; i++) {
      const angle = (i / DIRECTIONS) * 2 * Math.PI;
      const gap = away * fontSize;
      const reach = ask.radius + fontSize * 0.3 + gap;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      // The box slides along the circle: wholly beside it left and right, centred above and below.
      const side = Math.abs(sin) < 0.4 ? (cos > 0 ? 0 : -1) : (cos - 1) / 2;
      const rise = (sin - 1) / 2;
      found.push({
        box: {
          x: ask.x + cos * reach + side * width,
          y: ask.y + sin * reach + rise * height,
          width,
          height
        },
        gap,
        cos,
        sin
      });
    }
  return found;
}

type Leader = NonNullable<PlacedLabel['leader']>;

function leaderOf(ask: LabelAsk, box: Box): Leader {
  const x2 = Math.max(box.x, Math.min(box.x + box.width, ask.x));
  const y2 = Math.max(box.y, Math.min(box.y + box.height, ask.y));
  const length = Math.hypot(x2 - ask.x, y2 - ask.y) || 1;
  const [dx, dy] = [((x2 - ask.x) / length) * ask.radius, ((y2 - ask.y) / length) * ask.radius];
  const round = (value: number) => Math.round(value * 10) / 10;
  return { x1: round(ask.x + dx), y1: round(ask.y + dy), x2: round(x2), y2: round(y2) };
}

const sampled = ({ x1, y1, x2, y2 }: Leader): [number, number][] =>
  [0, 0.2, 0.4, 0.6, 0.8].map((t) => [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t]);

/** Labels that found room, in the order asked for. */
export function placeLabels(asks: LabelAsk[], space: LabelSpace): PlacedLabel[] {
  const { fontSize, shy = [], reserved = [], reach = 4 } = space;
  const marks = asks.map(({ x, y, radius }) => ({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius
  }));
  const placed: PlacedLabel[] = [];
  const lines: [number, number][] = [];
  for (const ask of asks.slice(0, space.limit)) {
    const [ox, oy] = space.hub ? [ask.x - space.hub.x, ask.y - space.hub.y] : [0, 0];
    const out = Math.hypot(ox, oy) || 1;
    const taken = [...marks, ...reserved, ...placed.map((other) => other.box)];
    let best: { box: Box; gap: number; cost: number } | null = null;
    for (const { box, gap, cos, sin } of spots(ask, space)) {
      const inward = space.hub ? 1 - (cos * ox + sin * oy) / out : 0;
      // Away from its mark only outwards: a label in the crowd would seem to belong to another.
      if (gap > reach * fontSize || (gap > 0 && inward > 1.2)) continue;
      // The questions that are quickly answered come first.
      const least = gap / fontSize + inward;
      if (best && least >= best.cost) continue;
      const off =
        box.x < 2 ||
        box.y < 2 ||
        box.x + box.width > space.width - 2 ||
        box.y + box.height > space.height - 2;
      if (off) continue;
      if (taken.some((other) => overlap(box, other))) continue;
      const line = sampled(leaderOf(ask, box));
      if (gap > 0 && placed.some((other) => line.some((point) => holds(other.box, point))))
        continue;
      if (lines.some((point) => holds(box, point))) continue;
      const covered = shy.reduce((count, point) => count + Number(holds(box, point)), 0);
      const cost = least + Math.min(2.5, covered * 0.25);
      if (best && cost >= best.cost) continue;
      best = { box, gap, cost };
    }
    if (!best) continue;
    const { box } = best;
    const leader = best.gap > fontSize * 0.5 ? leaderOf(ask, box) : null;
    if (leader) lines.push(...sampled(leader));
    placed.push({
      id: ask.id,
      text: ask.text,
      x: Math.round(box.x * 10) / 10,
      y: Math.round((box.y + fontSize * 0.9) * 10) / 10,
      box,
      leader
    });
  }
  return placed;
}
