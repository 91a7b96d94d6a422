/** The shape of each kind of organisation: SVG paths around 0, 0, at most 13 wide and high. */
import type { ActorKind } from '../../domain/civil.ts';

const circle = 'M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z';
const triangle = 'M0 -6L6.5 5.5H-6.5z';

/** Associations, places of learning, churches, hospitals, municipal companies. */
export const SHAPES: Record<ActorKind, string> = {
  partnerschaftsverein: circle,
  freundeskreis: circle,
  eine_welt_verein: circle,
  schule: triangle,
  hochschule: triangle,
  kirchengemeinde: 'M0 -6.5L6.5 0L0 6.5L-6.5 0z',
  krankenhaus: 'M-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4z',
  kommunales_unternehmen: 'M-5.5 -5.5h11v11h-11z'
};
