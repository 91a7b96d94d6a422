/**
 * A selection gathered for the map: flows to countries from Germany, Länder or Kreise, single ties,
 * ties per body, ties of one body.
 *
 * Contract: pure; only members that fit the selection themselves count (see `selection.ts`).
 * Flows have no direction: nobody "gives" a partnership.
 */
import type { Dataset } from './dataset.ts';
import { derived } from './derived.ts';
import type { Selection } from './selection.ts';

/** All partnerships of the selection with one country, ready to be drawn. */
export interface CountryFlow {
  iso2: string;
  /** Name in the page's language. */
  name: string;
  /** Label point of the country, degrees. */
  lon: number;
  lat: number;
  partnerships: number;
  authorities: number;
}

/** The same with the address of the page filtered to it. */
export interface LinkedFlow extends CountryFlow {
  href: string;
}

export interface Flow {
  /** Row in `dataset.countries`. */
  country: number;
  /** Ties with at least one partner there: a tie with two countries counts for both. */
  partnerships: number;
  /** Different authorities with such a tie. */
  authorities: number;
}

/** A flow that starts in a part of Germany: position in `laender` or in `kreise`. */
export interface AreaFlow extends Flow {
  area: number;
}

/** One drawn line: a partnership between one body and one partner abroad. */
export interface TiePair {
  /** Rows of the dataset. */
  row: number;
  authority: number;
  partner: number;
}

/** Flows Germany -> country, most partnerships first, then by country row. */
export function flowsByCountry(dataset: Dataset, selection: Selection): Flow[] {
  return gather(dataset, selection, () => 0).map(({ country, partnerships, authorities }) => ({
    country,
    partnerships,
    authorities
  }));
}

/** Flows Land -> country, most partnerships first; a tie of two Länder counts for both. */
export function flowsByLand(dataset: Dataset, selection: Selection): AreaFlow[] {
  return gather(dataset, selection, (body) => dataset.authorities.land[body]!);
}

/**
 * Flows Kreis -> country, most partnerships first. Ties that only a Land itself keeps have no Kreis
 * and are missing here.
 * @param within only bodies for which this holds, e.g. those in view
 */
export function flowsByKreis(
  dataset: Dataset,
  selection: Selection,
  within: (authority: number) => boolean = () => true
): AreaFlow[] {
  const { kreis } = derived(dataset);
  return gather(dataset, selection, (body) => (within(body) ? kreis[body]! : -1));
}

/** @param areaOf area of an authority row; -1 = leave it out */
function gather(
  dataset: Dataset,
  selection: Selection,
  areaOf: (authority: number) => number
): AreaFlow[] {
  const { members, memberStart } = dataset.partnerships;
  const countryCount = dataset.countries.length;
  const bodies = new Set(selection.authorities);
  const abroad = new Set(selection.partners);
  const found = new Map<number, { partnerships: number; authorities: Set<number> }>();
  for (const row of selection.rows) {
    const own = members.subarray(memberStart[row], memberStart[row + 1]);
    const countries = new Set<number>();
    for (const member of own)
      if (member < 0 && abroad.has(~member)) countries.add(dataset.partners.country[~member]!);
    const counted = new Set<number>();
    for (const member of own) {
      const area = member >= 0 && bodies.has(member) ? areaOf(member) : -1;
      if (area < 0) continue;
      for (const country of countries) {
        const key = area * countryCount + country;
        let flow = found.get(key);
        if (!flow) found.set(key, (flow = { partnerships: 0, authorities: new Set() }));
        if (!counted.has(key)) flow.partnerships++;
        counted.add(key);
        flow.authorities.add(member);
      }
    }
  }
  return [...found]
    .map(([key, { partnerships, authorities }]) => ({
      area: Math.floor(key / countryCount),
      country: key % countryCount,
      partnerships,
      authorities: authorities.size
    }))
    .sort((a, b) => b.partnerships - a.partnerships || a.country - b.country || a.area - b.area);
}

/**
 * Every pair of a fitting body and a fitting partner abroad, by partnership row.
 * @param within only bodies for which this holds, e.g. those in view
 */
export function tiesEach(
  dataset: Dataset,
  selection: Selection,
  within: (authority: number) => boolean = () => true
): TiePair[] {
  const { members, memberStart } = dataset.partnerships;
  const bodies = new Set(selection.authorities);
  const abroad = new Set(selection.partners);
  const pairs: TiePair[] = [];
  for (const row of selection.rows) {
    const own = [...members.subarray(memberStart[row], memberStart[row + 1])];
    const partners = own.filter((member) => member < 0 && abroad.has(~member));
    for (const authority of own)
      if (authority >= 0 && bodies.has(authority) && within(authority))
        for (const partner of partners) pairs.push({ row, authority, partner: ~partner });
  }
  return pairs;
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
