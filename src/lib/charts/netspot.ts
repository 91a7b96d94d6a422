/**
 * Names in the network's picture, and one node with its neighbours over the dimmed rest.
 *
 * Contract: lengths in CSS pixels; draws on the context it is given and keeps nothing.
 */
import { placeLabels, type PlacedLabel } from './labels.ts';
import { fillOf, mark, pixels, type Look } from './netdraw.ts';
import { write } from './netpainter.ts';
import type { Camera, Scene } from './netscene.ts';
import { around } from './netwalk.ts';

/** Size of names, px. */
export const FONT = 13;
/** Neighbours that may be named, and names in all. */
const NEAR = 40;
const NAMES = 24;

/** What is drawn with: colours, and the letters' family. */
export interface Inks extends Look {
  ink: string;
  family: string;
}

/** As the page's style says it. @param tinted German nodes in the colour of their class too */
export function inksOf(root: Element, tinted: boolean): Inks {
  const style = getComputedStyle(root);
  const value = (property: string) => style.getPropertyValue(property).trim();
  return {
    own: tinted ? '' : value('--ink'),
    paper: value('--paper'),
    ring: value('--warm'),
    ink: value('--ink'),
    family: style.fontFamily,
    colours: Array.from({ length: 9 }, (_, at) => value(`--class-${at}`))
  };
}

interface View {
  scene: Scene;
  camera: Camera;
  width: number;
  height: number;
  name: (node: number) => string;
}

const onScreen = ({ scene, camera }: View, node: number): [number, number] => [
  camera.k * scene.x[node]! + camera.x,
  camera.k * scene.y[node]! + camera.y
];

/** Names of the places with most partners among those that are inside. @param most of them */
export function namesOf(view: View, most: number): PlacedLabel[] {
  const { scene, camera, width, height, name } = view;
  const asks = [];
  for (const node of scene.nodes) {
    const [x, y] = onScreen(view, node);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    asks.push({ id: String(node), text: name(node), x, y, radius: pixels(scene, camera, node) });
    if (asks.length >= most) break;
  }
  return placeLabels(asks, { width, height, fontSize: FONT, limit: most, reach: 2.4 });
}

export function spotlight(
  ctx: CanvasRenderingContext2D,
  view: View & { look: Inks; font: string; node: number }
): void {
  const { scene, camera, width, height, look, font, node, name } = view;
  const near = around(scene, node);
  const radius = (one: number) => Math.max(2.5, pixels(scene, camera, one));
  const [px, py] = onScreen(view, node);
  ctx.globalAlpha = 0.7;
  ctx.fillStyle = look.paper;
  ctx.fillRect(0, 0, width, height);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = look.ink;
  ctx.lineWidth = 1;
  for (const other of near) {
    ctx.beginPath();
    ctx.moveTo(px, py);
    ctx.lineTo(...onScreen(view, other));
    ctx.stroke();
  }
  for (const one of [...near, node]) {
    ctx.fillStyle = fillOf(scene, one, look);
    mark(ctx, one < scene.own, ...onScreen(view, one), radius(one));
  }
  ctx.strokeStyle = look.ring;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.arc(px, py, radius(node) + 4, 0, 2 * Math.PI);
  ctx.stroke();
  const asks = [node, ...near.slice(0, NEAR)].map((one) => {
    const [x, y] = onScreen(view, one);
    return { id: String(one), text: name(one), x, y, radius: radius(one) + (one === node ? 4 : 0) };
  });
  const labels = placeLabels(asks, { width, height, fontSize: FONT, limit: NAMES, reach: 1.5 });
  write(ctx, { labels, font, ink: look.ink, look });
}
