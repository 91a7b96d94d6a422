/**
 * Draws the network on a canvas, in slices: a reader's click waits for one slice at most.
 *
 * Few links per stroke: one stroke for all of them is ten times slower than many small ones.
 */
import type { Camera, Scene } from './netscene.ts';

export interface Look {
  /** German nodes; '' = in the colour of their class, like all others. */
  own: string;
  paper: string;
  ring: string;
  /** By colour class. */
  colours: readonly string[];
}

const PER_STROKE = 20;
/** Links or nodes drawn between two pauses, and looked at: most may be outside, or of another colour. */
const SLICE = 1200;
const LOOKED = 12_000;
/** Smallest radius in pixels, where there is room for it. */
const SMALLEST = 1.5;
/** Marks are drawn larger than the layout reckons: on the whole picture they would be specks. */
const SWELL = 2;

/** Radius of a node in pixels: grows slower than the picture, and not for ever. */
export const pixels = (scene: Scene, camera: Camera, node: number): number =>
  Math.min(
    3 + 18 * scene.radius[node]!,
    Math.max(
      Math.min(SMALLEST, camera.k / 3.6),
      SWELL * scene.radius[node]! * camera.k ** 0.8 * Math.min(1, camera.k / 4)
    )
  );

type Context = CanvasRenderingContext2D;

/** Draws everything that is inside; yields where the drawing may pause. */
export function* draw(
  ctx: Context,
  scene: Scene,
  camera: Camera,
  size: { width: number; height: number },
  look: Look
): Generator<void> {
  yield* links(ctx, scene, camera, size, look);
  yield* nodes(ctx, scene, camera, size, look);
  rings(ctx, scene, camera, look);
}

function* links(
  ctx: Context,
  { graph, x, y, colour }: Scene,
  camera: Camera,
  { width, height }: { width: number; height: number },
  look: Look
): Generator<void> {
  ctx.lineWidth = Math.min(1.4, Math.max(0.4, Math.min(0.7, camera.k / 6), camera.k / 22));
  ctx.globalAlpha = 0.6;
  let done = 0;
  for (const [at, stroke] of look.colours.entries()) {
    ctx.strokeStyle = stroke;
    let inPath = 0;
    ctx.beginPath();
    for (let e = 0; e < graph.edges; e++) {
      if (e % LOOKED === LOOKED - 1) yield;
      const [a, b] = [graph.source[e]!, graph.target[e]!];
      if (colour[b] !== at) continue;
      const [x1, y1] = [camera.k * x[a]! + camera.x, camera.k * y[a]! + camera.y];
      const [x2, y2] = [camera.k * x[b]! + camera.x, camera.k * y[b]! + camera.y];
      if ((x1 < 0 && x2 < 0) || (x1 > width && x2 > width)) continue;
      if ((y1 < 0 && y2 < 0) || (y1 > height && y2 > height)) continue;
      ctx.moveTo(x1, y1);
      ctx.lineTo(x2, y2);
      if (++inPath === PER_STROKE) {
        ctx.stroke();
        ctx.beginPath();
        inPath = 0;
      }
      if (++done % SLICE === 0) yield;
    }
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

function* nodes(
  ctx: Context,
  scene: Scene,
  camera: Camera,
  { width, height }: { width: number; height: number },
  look: Look
): Generator<void> {
  let done = 0;
  // Small ones first, so that the large lie on top.
  for (let i = scene.nodes.length - 1; i >= 0; i--) {
    if (i % LOOKED === LOOKED - 1) yield;
    const node = scene.nodes[i]!;
    const r = pixels(scene, camera, node);
    const [px, py] = [camera.k * scene.x[node]! + camera.x, camera.k * scene.y[node]! + camera.y];
    if (px < -r || py < -r || px > width + r || py > height + r) continue;
    ctx.fillStyle = fillOf(scene, node, look);
    mark(ctx, node < scene.own, px, py, r);
    if (++done % SLICE === 0) yield;
  }
}

export const fillOf = (scene: Scene, node: number, look: Look): string =>
  node < scene.own && look.own !== '' ? look.own : look.colours[scene.colour[node]!]!;

/** A disc for places in Germany, a square for partners. */
export function mark(ctx: Context, own: boolean, x: number, y: number, r: number): void {
  if (!own) {
    ctx.fillRect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
    return;
  }
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.fill();
}

function rings(ctx: Context, scene: Scene, camera: Camera, look: Look): void {
  for (const node of scene.bridges) {
    const r = pixels(scene, camera, node) + 3;
    const [x, y] = [camera.k * scene.x[node]! + camera.x, camera.k * scene.y[node]! + camera.y];
    for (const [style, width] of [
      [look.paper, 3.5],
      [look.ring, 1.6]
    ] as const) {
      ctx.strokeStyle = style;
      ctx.lineWidth = width;
      ctx.beginPath();
      ctx.arc(x, y, r, 0, 2 * Math.PI);
      ctx.stroke();
    }
  }
}
