/** Members of a tie, and the state of a row while its two sides are being decided. */
import type { Place } from './gazetteer.ts';
import type { German } from './german.ts';
import type { Found } from './partners.ts';
import type { Body } from './register.ts';
import type { Tie } from './ties.ts';

/** The unit abroad, before it has an id. */
export interface Foreign {
  /** `geonames:2988507` or `own:FR|sermaise`. */
  key: string;
  place: Place | null;
  country: string;
  /** As the source writes it; used where GeoNames has no name. */
  label: string;
}

export type Member = { body: Body; foreign?: undefined } | { foreign: Foreign; body?: undefined };

export const keyOf = (member: Member): string => member.body?.key ?? member.foreign!.key;

/** A row between reading and outcome; the passes of `resolve` fill in what is open. */
export interface Draft {
  tie: Tie;
  country: string | null;
  german: German;
  other: German | null;
  found: Found | null;
  foreign: Foreign | null;
  /** The partner was decided by a person (aliases, single ties). */
  byHand: boolean;
}

/** Adds to a list in a map. */
export function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
