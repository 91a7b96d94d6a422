/** Which node is under the pointer: a quadtree over the drawn nodes. */
import { quadtree } from 'd3-quadtree';
import { pixels } from './netdraw.ts';
import type { Camera, Scene } from './netscene.ts';

/** Pixels beside a mark that still count: fingers and shaky hands. */
const NEAR = 14;

/** @returns a function from pixels to the nearest node within reach, or null */
export function hitTest(scene: Scene): (camera: Camera, px: number, py: number) => number | null {
  const tree = quadtree<number>()
    .x((node) => scene.x[node]!)
    .y((node) => scene.y[node]!)
    .addAll([...scene.nodes]);
  return (camera, px, py) => {
    const x = (px - camera.x) / camera.k;
    const y = (py - camera.y) / camera.k;
    const near = tree.find(x, y, NEAR / camera.k);
    if (near !== undefined) return near;
    // The middle of a large mark may be farther away than its edge.
    return (
      scene.nodes
        .subarray(0, 40)
        .find(
          (node) =>
            Math.hypot(scene.x[node]! - x, scene.y[node]! - y) * camera.k <=
            pixels(scene, camera, node)
        ) ?? null
    );
  };
}
