/**
 * Paints the network bit by bit: a slice per frame into a hidden canvas, then all at once on the
 * visible one. While a reader pans or zooms, the last picture is moved; it is painted anew after.
 *
 * Contract: one painting at a time, a new one ends the old; nothing blocks longer than a slice.
 */
import type { PlacedLabel } from './labels.ts';
import { draw, type Look } from './netdraw.ts';
import type { Camera, Scene } from './netscene.ts';

/** Milliseconds of work per frame. */
const BUDGET = 10;

export interface Job {
  scene: Scene;
  camera: Camera;
  width: number;
  height: number;
  look: Look;
  ink: string;
  font: string;
  labels: readonly PlacedLabel[];
}

export class Painter {
  readonly #visible: HTMLCanvasElement;
  readonly #hidden = document.createElement('canvas');
  /** The picture that is shown, and the camera it was painted with. */
  readonly #kept = document.createElement('canvas');
  #camera: Camera | null = null;
  #frame = 0;

  constructor(visible: HTMLCanvasElement) {
    this.#visible = visible;
  }

  /** @param settled called when the picture is whole */
  paint(job: Job, settled: () => void): void {
    cancelAnimationFrame(this.#frame);
    const ctx = fresh(this.#hidden, job.width, job.height);
    const work = draw(ctx, job.scene, job.camera, job, job.look);
    const go = () => {
      const began = performance.now();
      while (performance.now() - began < BUDGET)
        if (work.next().done) {
          write(ctx, job);
          this.#keep(job.camera);
          this.move(job.camera, job.width, job.height);
          settled();
          return;
        }
      this.#frame = requestAnimationFrame(go);
    };
    go();
  }

  /** Shows the kept picture as another camera would see it. */
  move(camera: Camera, width: number, height: number): void {
    const ctx = fresh(this.#visible, width, height);
    if (!this.#camera || this.#kept.width === 0) return;
    const zoom = camera.k / this.#camera.k;
    const ratio = scaleOf();
    ctx.drawImage(
      this.#kept,
      camera.x - zoom * this.#camera.x,
      camera.y - zoom * this.#camera.y,
      (zoom * this.#kept.width) / ratio,
      (zoom * this.#kept.height) / ratio
    );
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
  }

  #keep(camera: Camera): void {
    this.#kept.width = this.#hidden.width;
    this.#kept.height = this.#hidden.height;
    this.#kept.getContext('2d')?.drawImage(this.#hidden, 0, 0);
    this.#camera = camera;
  }
}

const scaleOf = () => Math.min(2, Math.max(1, window.devicePixelRatio || 1));

/** A cleared context of the given size in CSS pixels. */
export function fresh(
  canvas: HTMLCanvasElement,
  width: number,
  height: number
): CanvasRenderingContext2D {
  const ratio = scaleOf();
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) [canvas.width, canvas.height] = [w, h];
  const ctx = canvas.getContext('2d', { willReadFrequently: true })!;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, height);
  return ctx;
}

/** Labels with a halo of paper. */
export function write(
  ctx: CanvasRenderingContext2D,
  { labels, font, ink, look }: Pick<Job, 'labels' | 'font' | 'ink' | 'look'>
): void {
  ctx.font = font;
  ctx.lineJoin = 'round';
  for (const { text, x, y, leader } of labels) {
    if (leader) {
      ctx.strokeStyle = ink;
      ctx.lineWidth = 0.75;
      ctx.beginPath();
      ctx.moveTo(leader.x1, leader.y1);
      ctx.lineTo(leader.x2, leader.y2);
      ctx.stroke();
    }
    ctx.strokeStyle = look.paper;
    ctx.lineWidth = 4;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = ink;
    ctx.fillText(text, x, y);
  }
}
