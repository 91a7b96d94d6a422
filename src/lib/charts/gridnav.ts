/**
 * Ways through a grid by keyboard, from filled cell to filled cell. Pure.
 */
export interface Spot {
  row: number;
  column: number;
}

/**
 * Where a key leads. Arrows go to the next filled cell in their direction, if need be in the nearest
 * row or column beside it; Home and End to the ends of the row, with Ctrl to those of the grid.
 * @param spots filled cells in any order
 * @returns position in `spots`; -1 = the key leads nowhere, or is none of ours
 */
export function step(spots: readonly Spot[], from: number, key: string, ctrl = false): number {
  const at = spots[from];
  if (!at) return -1;
  const best = (fits: (spot: Spot) => boolean, cost: (spot: Spot) => number): number => {
    let found = -1;
    let least = Infinity;
    spots.forEach((spot, i) => {
      if (i === from || !fits(spot)) return;
      const own = cost(spot);
      if (own < least) [found, least] = [i, own];
    });
    return found;
  };
  // Steps aside weigh more than any way straight on: a row is left only at its end.
  const ASIDE = 1000;
  const straight = (spot: Spot) => Math.abs(spot.column - at.column);
  const across = (spot: Spot) => Math.abs(spot.row - at.row);
  switch (key) {
    case 'ArrowRight':
      return best((s) => s.row === at.row && s.column > at.column, straight);
    case 'ArrowLeft':
      return best((s) => s.row === at.row && s.column < at.column, straight);
    case 'ArrowDown':
      return best(
        (s) => s.row > at.row,
        (s) => across(s) + ASIDE * straight(s)
      );
    case 'ArrowUp':
      return best(
        (s) => s.row < at.row,
        (s) => across(s) + ASIDE * straight(s)
      );
    case 'Home':
    case 'End': {
      const sign = key === 'Home' ? 1 : -1;
      return best(
        (s) => ctrl || s.row === at.row,
        (s) => sign * (s.column + (ctrl ? s.row * ASIDE : 0))
      );
    }
    default:
      return -1;
  }
}
