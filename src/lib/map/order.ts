/**
 * The draw order: every layer of the map, from the ground up.
 *
 * Contract: the one place that decides what lies above what; labels further down the list are
 * placed first and push others away.
 */
export const ORDER = [
  'water',
  'land',
  'home',
  'german-land',
  'rivers',
  'german-rivers',
  'lakes',
  'german-water',
  'gemeinden',
  'kreise',
  'laender',
  'german-laender',
  'borders',
  'home-border',
  'german-border',
  'borders-disputed',
  'flow-lines',
  'flow-ends',
  'places',
  'tie-lines',
  'tie-ends',
  'place-selected',
  'cities',
  'country-labels',
  'flow-labels',
  'place-labels',
  'tie-labels',
  'selected-label'
] as const;

export type LayerId = (typeof ORDER)[number];

/** Layers that answer to the pointer, the first hit wins. */
export const TOUCHABLE: LayerId[] = [
  'tie-ends',
  'tie-labels',
  'places',
  'place-labels',
  'flow-ends',
  'flow-labels',
  'tie-lines',
  'flow-lines'
];
