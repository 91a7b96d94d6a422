/**
 * Places of the parts of one bar, side by side, in SVG units. Pure.
 */
export interface Part {
  id: string;
  x: number;
  width: number;
}

/**
 * Parts by size, largest first; the smallest are still a unit wide, at the cost of the others.
 * @param width of the whole bar
 */
export function stripOf(
  parts: readonly { id: string; flags: number }[],
  x: number,
  width: number
): Part[] {
  const all = parts.reduce((sum, { flags }) => sum + flags, 0);
  const wide = parts.map(({ flags }) => Math.max(1, (flags / all) * width));
  const shrink = width / wide.reduce((sum, own) => sum + own, 0);
  const order = parts.map((_, i) => i).sort((a, b) => parts[b]!.flags - parts[a]!.flags || a - b);
  let at = x;
  return order.map((i) => {
    const own = wide[i]! * shrink;
    const part = { id: parts[i]!.id, x: short(at), width: short(own) };
    at += own;
    return part;
  });
}

const short = (value: number) => Math.round(value * 10) / 10;
