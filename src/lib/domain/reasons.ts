/** Why a white spot may be worth a letter: codes of the URL; what they mean says `whitespots.ts`. */
export const REASONS = [
  'nachbarn',
  'landkreis',
  'netzwerk',
  'aehnlich',
  'akteur',
  'gesuch'
] as const;
export type Reason = (typeof REASONS)[number];

/** Kilometres within which somebody is a neighbour. */
export const RADII = [10, 25, 50] as const;
export type Radius = (typeof RADII)[number];

/** Bits of the given reasons. */
export const reasonBits = (reasons: readonly Reason[]): number =>
  reasons.reduce((bits, reason) => bits | (1 << REASONS.indexOf(reason)), 0);
