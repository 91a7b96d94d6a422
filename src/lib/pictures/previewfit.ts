/** Plates drawn for less room and enlarged, so that their letters can be read where pictures are small. */
import { el } from './markup.ts';
import type { Pen, Plate } from './plate.ts';

export interface Room {
  width: number;
  height: number;
}

/** Widths to draw for, px. */
const WIDTHS = [520, 600, 680, 780, 900, 1040];
/** Least enlargement: the smallest letters are 12 px before it. */
const READABLE = 1.2;
const LARGEST = 1.8;

/** @returns null where its letters would be too small */
export function fitDrawing(draw: (pen: Pen) => Plate, pen: Pen, room: Room): Plate | null {
  let best: { plate: Plate; scale: number } | null = null;
  for (const width of WIDTHS) {
    const plate = draw({ ...pen, width });
    const scale = Math.min(room.width / plate.width, room.height / plate.height);
    if (!best || scale > best.scale) best = { plate, scale };
  }
  if (!best || best.scale < READABLE) return null;
  return enlarged(best.plate, Math.min(LARGEST, best.scale));
}

/** The same for what is only words: from the largest letters down. */
export function fitInto(draw: (pen: Pen) => Plate, pen: Pen, room: Room): Plate | null {
  for (const scale of [1.75, 1.6, 1.45, READABLE]) {
    const plate = draw({ ...pen, width: room.width / scale });
    if (plate.height > 0 && plate.height * scale <= room.height) return enlarged(plate, scale);
  }
  return null;
}

const enlarged = ({ width, height, body }: Plate, scale: number): Plate => ({
  width: width * scale,
  height: height * scale,
  body: [el('g', { transform: `scale(${scale.toFixed(4)})` }, body)]
});
