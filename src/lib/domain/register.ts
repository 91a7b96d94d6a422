/**
 * The register: all Gemeinden, Landkreise and Länder, with or without a record, for the search
 * and for places nobody has recorded anything about.
 */
import type { AuthorityKind } from './model.ts';
import { beginsWord, fold, words } from './text.ts';

export interface RegisterEntry {
  /** `a…` */
  id: string;
  name: string;
  kind: AuthorityKind;
  /** Two-digit Land code. */
  land: string;
  /** Five-digit Kreis code; '' for Länder. */
  kreis: string;
  /** Postcode of the seat of the administration; '' = none. */
  postcode: string;
  /** null = not known. */
  population: number | null;
  lon: number;
  lat: number;
}

export type Register = readonly RegisterEntry[];

const folded = new WeakMap<Register, string[]>();

/**
 * Places that answer a query, best first: the whole name, then names that begin with the query,
 * then names whose words do; within each the bigger place first. Digits search the postcode.
 * @param query any spelling of umlauts and accents
 */
export function searchPlaces(register: Register, query: string, limit = 20): RegisterEntry[] {
  const asked = words(query);
  if (asked.length === 0) return [];
  let names = folded.get(register);
  if (!names) folded.set(register, (names = register.map((entry) => fold(entry.name))));
  const whole = asked.length === 1 ? asked[0]! : fold(query);
  const postcode = /^\d{1,5}$/.test(whole);
  const found: { entry: RegisterEntry; rank: number }[] = [];
  register.forEach((entry, i) => {
    const name = names[i]!;
    let rank = -1;
    if (postcode) rank = entry.postcode.startsWith(whole) ? 0 : -1;
    else if (name === whole) rank = 0;
    else if (name.startsWith(whole)) rank = 1;
    else if (asked.every((word) => beginsWord(name, word))) rank = 2;
    if (rank >= 0) found.push({ entry, rank });
  });
  return found
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (b.entry.population ?? -1) - (a.entry.population ?? -1) ||
        a.entry.name.localeCompare(b.entry.name, 'de')
    )
    .slice(0, limit)
    .map(({ entry }) => entry);
}
