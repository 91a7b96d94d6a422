/**
 * A selection gathered for the map: flows to countries, ties per body, ties of one body.
 *
 * Contract: pure; only members that fit the selection themselves count (see `selection.ts`).
 */
import type { Dataset } from './dataset.ts';
import type { Selection } from './selection.ts';

export interface Flow {
  /** Row in `dataset.countries`. */
  country: number;
  /** Ties with at least one partner there: a tie with two countries counts for both. */
  partnerships: number;
  /** Different authorities with such a tie. */
  authorities: number;
}

/** Flows Germany -> country, most partnerships first, then by country row. */
export function flowsByCountry(dataset: Dataset, selection: Selection): Flow[] {
  const { members, memberStart } = dataset.partnerships;
  const bodies = new Set(selection.authorities);
  const abroad = new Set(selection.partners);
  const found = new Map<number, { partnerships: number; authorities: Set<number> }>();
  for (const row of selection.rows) {
    const own = members.subarray(memberStart[row], memberStart[row + 1]);
    const countries = new Set<number>();
    for (const member of own)
      if (member < 0 && abroad.has(~member)) countries.add(dataset.partners.country[~member]!);
    for (const country of countries) {
      let flow = found.get(country);
      if (!flow) found.set(country, (flow = { partnerships: 0, authorities: new Set() }));
      flow.partnerships++;
      for (const member of own) if (member >= 0 && bodies.has(member)) flow.authorities.add(member);
    }
  }
  return [...found]
    .map(([country, { partnerships, authorities }]) => ({
      country,
      partnerships,
      authorities: authorities.size
    }))
    .sort((a, b) => b.partnerships - a.partnerships || a.country - b.country);
}

/** Ties in the selection per authority row; authorities without one are missing. */
export function tiesByAuthority(dataset: Dataset, selection: Selection): Map<number, number> {
  return ties(dataset, selection, selection.authorities, (member) => member);
}

/** Ties in the selection per partner row. */
export function tiesByPartner(dataset: Dataset, selection: Selection): Map<number, number> {
  return ties(dataset, selection, selection.partners, (member) => ~member);
}

function ties(
  dataset: Dataset,
  selection: Selection,
  fitting: Uint32Array,
  bodyOf: (member: number) => number
): Map<number, number> {
  const { members, memberStart } = dataset.partnerships;
  const allowed = new Set(fitting);
  const counts = new Map<number, number>();
  for (const row of selection.rows)
    for (let i = memberStart[row]!; i < memberStart[row + 1]!; i++) {
      const body = bodyOf(members[i]!); // negative for the other side, therefore never allowed
      if (allowed.has(body)) counts.set(body, (counts.get(body) ?? 0) + 1);
    }
  return counts;
}

/**
 * Partnership rows of one authority, ascending.
 * @param selection null = all of them, whatever is filtered
 */
export function tiesOf(dataset: Dataset, selection: Selection | null, authority: number): number[] {
  return tiesOfMember(dataset, selection, authority);
}

/** Like `tiesOf` for either side: authority row, or `~row` of a partner. */
export function tiesOfMember(
  dataset: Dataset,
  selection: Selection | null,
  member: number
): number[] {
  const { members, memberStart, length } = dataset.partnerships;
  const has = (row: number) => {
    for (let i = memberStart[row]!; i < memberStart[row + 1]!; i++)
      if (members[i] === member) return true;
    return false;
  };
  const rows = selection ? [...selection.rows] : Array.from({ length }, (_, row) => row);
  return rows.filter(has);
}
