/**
 * The part of the URL grammar that white spots and the outreach list share: how far a neighbour may
 * be, which reasons must hold, which places were picked and in what order.
 *
 * Contract: like `codec.ts`, to which it belongs. Picked places keep their order, each once; they travel
 * along to every page of the atlas, so that nothing has to be stored.
 */
import { RADII, REASONS, type Radius, type Reason } from '../domain/reasons.ts';
import { Reader } from './read.ts';
import { DEFAULT_WHITE, type WhiteState } from './state.ts';
import { oneOf } from './values.ts';

/** In the order in which they are written. */
export const WHITE_PARAMETERS = ['umkreis', 'grund', 'merkliste'] as const;

/** @param moved ids of before -> the ids they were merged into */
export function readWhite(read: Reader, moved: ReadonlyMap<string, string>): WhiteState {
  const reasons = new Set(read.list<Reason>('grund', oneOf(REASONS)));
  const picked = read.list('merkliste', (item) =>
    /^a[1-9]\d{0,8}$/.test(item) ? (moved.get(item) ?? item) : undefined
  );
  return {
    radius: read.as<Radius>('umkreis', DEFAULT_WHITE.radius, (value) =>
      RADII.find((radius) => String(radius) === value)
    ),
    reasons: REASONS.filter((reason) => reasons.has(reason)),
    picked: [...new Set(picked)]
  };
}

/** '' = at its default. */
export function whiteValues({
  radius,
  reasons,
  picked
}: WhiteState): Record<(typeof WHITE_PARAMETERS)[number], string> {
  return {
    umkreis: radius === DEFAULT_WHITE.radius ? '' : String(radius),
    grund: REASONS.filter((reason) => reasons.includes(reason)).join(','),
    merkliste: picked.join(',')
  };
}
