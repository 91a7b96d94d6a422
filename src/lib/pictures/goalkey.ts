/** What the tiles of goals mean: number and name, in rows. */
import { legend } from './legend.ts';
import type { Pen, Plate } from './plate.ts';
import { goalTile } from './tile.ts';

/** @param goals each once, by number */
export const goalKey = (goals: readonly { goal: number; name: string }[], pen: Pen): Plate =>
  legend(
    '',
    goals.map(({ goal, name }) => ({ swatch: goalTile(goal, 0, -1, 22, 16), text: name })),
    pen
  );
